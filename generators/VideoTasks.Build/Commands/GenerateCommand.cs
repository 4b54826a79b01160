using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Bundling;
using VideoTasks.Build.Documents.Checks;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Generation;
using VideoTasks.Build.Output;
using VideoTasks.Build.Selection;

namespace VideoTasks.Build.Commands;

/// <summary>`generate`: one document → one client, with the arguments of `kiota generate`.</summary>
internal static class GenerateCommand
{
    public static int Run(IReadOnlyList<string> commandLine, TextWriter output, TextWriter errors)
    {
        GenerateArguments arguments;
        try
        {
            arguments = GenerateArguments.Parse(commandLine);
        }
        catch (UsageException exception)
        {
            errors.WriteLine(exception.Message);
            return 2;
        }

        var diagnostics = new DiagnosticBag();
        var isDone = Generate(arguments, diagnostics, output);
        foreach (var diagnostic in DiagnosticDigest.Of(diagnostics.All).Where(d => IsShown(d, arguments.LogLevel)))
        {
            errors.WriteLine(diagnostic);
        }

        return isDone ? 0 : 1;
    }

    private static bool IsShown(Diagnostic diagnostic, string logLevel) => diagnostic.Severity switch
    {
        DiagnosticSeverity.Error => true,
        DiagnosticSeverity.Warning => !IsOneOf(logLevel, "Error", "Critical", "None"),
        _ => IsOneOf(logLevel, "Trace", "Debug", "Information"),
    };

    private static bool IsOneOf(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Generate(GenerateArguments arguments, DiagnosticBag diagnostics, TextWriter output)
    {
        if (SourceDocumentReader.Read(arguments.Document, Path.GetFileNameWithoutExtension(arguments.Document), diagnostics) is not { } read)
        {
            return false;
        }

        var parts = new PartFolder(Path.GetDirectoryName(Path.GetFullPath(arguments.Document))!);
        var source = DocumentBundler.Bundle(read, parts, [], diagnostics);
        if (diagnostics.HasErrors || OpenApiReader.Read(source, diagnostics) is not { } document)
        {
            return false;
        }

        var place = SourcePosition.OfFile(arguments.Document);
        try
        {
            var options = arguments.Options;
            DocumentChecks.Run(source, PathSelection.Predicate(document, options.IncludePatterns, options.ExcludePatterns), diagnostics);
            if (diagnostics.HasErrors)
            {
                return false;
            }

            var client = ClientGeneration.Generate(document, options);
            foreach (var warning in client.Warnings)
            {
                diagnostics.Report(DiagnosticDescriptors.GenerationFailed, DiagnosticSeverity.Warning, place, warning);
            }

            var lockFile = KiotaLockFile.Create(arguments, options, parts.Used);
            var changes = OutputFolder.Write(arguments.Output, [.. client.Files, lockFile], arguments.CleansOutput);
            output.WriteLine($"{client.Files.Count} files, {changes.Written} written, {changes.Deleted} deleted: {arguments.Output}");
            return true;
        }
        catch (ClientGenerationException exception)
        {
            diagnostics.Report(DiagnosticDescriptors.GenerationFailed, place, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(DiagnosticDescriptors.OutputFailed, SourcePosition.OfFile(arguments.Output), exception.Message);
        }

        return false;
    }
}
