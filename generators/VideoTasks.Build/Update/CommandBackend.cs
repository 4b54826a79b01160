using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.OpenApi;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Generation;
using VideoTasks.Build.Locking;

namespace VideoTasks.Build.Update;

/// <summary>
/// Runs a command that takes the arguments of <c>kiota generate</c>, on the effective document and into a folder of its own, so that a command
/// that fails half-way leaves the client as it was.
/// </summary>
internal sealed class CommandBackend(string command, string folder) : IClientBackend
{
    public string Identity => "command " + command;

    public IReadOnlyList<GeneratedFile>? Generate(SourceDocument document, OpenApiDocument model, LockedClient client, DiagnosticBag diagnostics)
    {
        var description = Path.Combine(folder, document.Name + ".openapi.json");
        OutputFile.Write(description, Encoding.UTF8.GetBytes(document.Root.ToJsonString()));
        var output = Path.Combine(folder, document.Name);
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        Directory.CreateDirectory(output);
        var (exitCode, text) = Run([.. Words(command), .. Arguments(description, output, client)]);
        if (exitCode != 0)
        {
            diagnostics.Report(DiagnosticDescriptors.CommandFailed, SourcePosition.OfFile(document.Files[0]), command, exitCode, text);
            return null;
        }

        return [.. Directory.EnumerateFiles(output, "*.cs", SearchOption.AllDirectories).Select(f => new GeneratedFile(Path.GetRelativePath(output, f), File.ReadAllText(f)))];
    }

    private static List<string> Arguments(string description, string output, LockedClient client)
    {
        List<string> arguments =
        [
            "generate", "--language", "CSharp", "--openapi", description, "--output", output,
            "--class-name", client.ClientClassName, "--namespace-name", client.ClientNamespaceName,
        ];
        AddFlag("--exclude-backward-compatible", client.ExcludeBackwardCompatible);
        AddFlag("--backing-store", client.UsesBackingStore);
        if (!client.IncludeAdditionalData)
        {
            arguments.AddRange(["--additional-data", "false"]);
        }

        if (client.TypeAccessModifier != "Public")
        {
            arguments.AddRange(["--type-access-modifier", client.TypeAccessModifier]);
        }

        AddAll("--include-path", client.IncludePatterns);
        AddAll("--exclude-path", client.ExcludePatterns);
        AddAll("--serializer", client.Serializers ?? []);
        AddAll("--deserializer", client.Deserializers ?? []);
        AddAll("--structured-mime-types", client.StructuredMimeTypes ?? []);
        AddAll("--disable-validation-rules", client.DisabledValidationRules);
        return arguments;

        void AddFlag(string name, bool isSet)
        {
            if (isSet)
            {
                arguments.Add(name);
            }
        }

        void AddAll(string name, IEnumerable<string> values) => arguments.AddRange(values.SelectMany(v => new[] { name, v }));
    }

    private static (int ExitCode, string Text) Run(IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(words[0]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            process.WaitForExit();
            var lines = (output.Result + "\n" + error.Result).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return (process.ExitCode, lines.LastOrDefault() ?? "it says nothing");
        }
        catch (Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }

    /// <summary>Splits a command line at blanks outside of double quotes.</summary>
    internal static IReadOnlyList<string> Words(string commandLine)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var (isQuoted, isOpen) = (false, false);
        foreach (var character in commandLine)
        {
            if (character == '"')
            {
                (isQuoted, isOpen) = (!isQuoted, true);
            }
            else if (char.IsWhiteSpace(character) && !isQuoted)
            {
                Close();
            }
            else
            {
                word.Append(character);
                isOpen = true;
            }
        }

        Close();
        return words;

        void Close()
        {
            if (isOpen)
            {
                words.Add(word.ToString());
                word.Clear();
                isOpen = false;
            }
        }
    }
}
