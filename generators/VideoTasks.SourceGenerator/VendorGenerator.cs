using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using VideoTasks.SourceGenerator.Clients;
using VideoTasks.SourceGenerator.Diagnostics;
using VideoTasks.SourceGenerator.Emit;
using VideoTasks.SourceGenerator.Model;
using VideoTasks.SourceGenerator.Parsing;
using VideoTasks.SourceGenerator.Severity;

namespace VideoTasks.SourceGenerator;

/// <summary>
/// Emits a vendor for each vendor description: what its document says (the description) joined with what its typed client offers (the compilation).
/// Each vendor is a row of its own through all steps, so that a changed vendor leaves the others cached. The client is looked up in every new
/// compilation, a handful of types and about 3 ms per vendor, rather than by the syntax of each file: so it may be Kiota's, ours, or in an
/// assembly. What is found is a value: when it is the same as before, nothing is emitted again.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class VendorGenerator : IIncrementalGenerator
{
    /// <summary>How a description's file name ends.</summary>
    internal const string DescriptionSuffix = ".vendor.txt";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider.Select(static (provider, _) => GeneratorOptions.Read(provider.GlobalOptions)).WithTrackingName(StepNames.Options);

        var vendors = context.AdditionalTextsProvider
            .Where(static text => text.Path.EndsWith(DescriptionSuffix, StringComparison.OrdinalIgnoreCase))
            .Select(static (text, token) => DescriptionParser.Parse(text.Path, text.GetText(token)?.ToString() ?? ""))
            .WithTrackingName(StepNames.Parse);

        var clients = vendors.Combine(context.CompilationProvider)
            .Select(static (pair, token) => (Vendor: pair.Left, Client: ClientFinder.Find(pair.Left, pair.Right, token)))
            .WithTrackingName(StepNames.Client);

        var outputs = clients.Combine(options)
            .Select(static (pair, _) => VendorOutput.Create(pair.Left.Vendor, pair.Left.Client, pair.Right))
            .WithTrackingName(StepNames.Vendor);

        context.RegisterSourceOutput(outputs, static (production, output) =>
        {
            if (output.Source is { } source)
            {
                production.AddSource(output.HintName, SourceText.From(source, Encoding.UTF8));
            }
        });

        var configs = context.AdditionalTextsProvider
            .Where(static text => IsEditorConfig(text.Path))
            .Select(static (text, token) => EditorConfigFile.Parse(text.Path, text.GetText(token)?.ToString() ?? ""))
            .WithTrackingName(StepNames.Severity)
            .Collect()
            .Select(static (files, _) => new EquatableArray<EditorConfigFile>(files));

        context.RegisterSourceOutput(outputs.Combine(configs), static (production, pair) =>
        {
            foreach (var info in pair.Left.Diagnostics)
            {
                if (DiagnosticReporter.Create(info, pair.Left.DescriptionPath, pair.Left.Root, pair.Right) is { } diagnostic)
                {
                    production.ReportDiagnostic(diagnostic);
                }
            }
        });

        var names = outputs.Where(static output => output.Source is not null).Select(static (output, _) => output.Name)
            .Collect()
            .Select(static (list, _) => new EquatableArray<string>(list.OrderBy(n => n, StringComparer.Ordinal)))
            .WithTrackingName(StepNames.Names);

        var completesLibrary = context.CompilationProvider.Select(static (compilation, _) =>
            compilation.Assembly.GetTypeByMetadataName("VideoTasks.Vendors.VideoVendors")?.GetMembers("AddGenerated").Length > 0).WithTrackingName(StepNames.Library);

        context.RegisterSourceOutput(names.Combine(options).Combine(completesLibrary), static (production, pair) =>
        {
            var ((list, settings), completes) = pair;
            if (list.Count > 0 || completes)
            {
                production.AddSource("VideoVendors.g.cs", SourceText.From(CatalogEmitter.Emit(list, settings.Namespace, completes), Encoding.UTF8));
            }
        });
    }

    private static bool IsEditorConfig(string path) =>
        path.EndsWith(".editorconfig", StringComparison.OrdinalIgnoreCase) && (path.Length == 13 || path[path.Length - 14] is '/' or '\\');
}
