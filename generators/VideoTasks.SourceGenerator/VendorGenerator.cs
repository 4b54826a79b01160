using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Clients;
using VideoTasks.SourceGenerator.Diagnostics;
using VideoTasks.SourceGenerator.Emit;
using VideoTasks.SourceGenerator.Model;
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
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => GeneratorOptions.Read(provider.GlobalOptions))
            .WithTrackingName(StepNames.Options);

        var descriptions = context.AdditionalTextsProvider
            .Where(static text => text.Path.EndsWith(DescriptionSuffix, StringComparison.OrdinalIgnoreCase))
            .Select(static (text, token) => DescriptionReader.Read(text, token))
            .WithTrackingName(StepNames.Parse);

        var vendors = descriptions.Combine(context.CompilationProvider)
            .Select(static (pair, token) => ClientBinder.Bind(pair.Left, pair.Right, token))
            .WithTrackingName(StepNames.Client);

        var outputs = vendors.Combine(options)
            .Select(static (pair, _) => VendorOutput.Create(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Vendor);

        var catalog = outputs.Where(static output => output.Source is not null)
            .Select(static (output, _) => (output.Name, output.ClassName, output.DescriptionPath, output.IsPublic))
            .Collect()
            .Select(static (all, _) => VendorCatalog.Create(all))
            .WithTrackingName(StepNames.Names);

        var leftOut = catalog.Select(static (all, _) => all.LeftOut);

        context.RegisterSourceOutput(outputs.Combine(leftOut), static (production, pair) =>
        {
            if (pair.Left.Source is { } source && !pair.Right.Contains(pair.Left.DescriptionPath))
            {
                production.AddSource(pair.Left.HintName, SourceText.From(source, Encoding.UTF8));
            }
        });

        var configs = context.AdditionalTextsProvider
            .Where(static text => IsEditorConfig(text.Path))
            .Select(static (text, token) => EditorConfigFile.Parse(text.Path, text.GetText(token)?.ToString() ?? ""))
            .WithTrackingName(StepNames.Severity)
            .Collect()
            .Select(static (files, _) => new EquatableArray<EditorConfigFile>(files));

        context.RegisterSourceOutput(outputs.Combine(leftOut).Combine(configs), static (production, pair) =>
        {
            var ((output, others), severities) = pair;
            var isLeftOut = output.SameClass is not null && others.Contains(output.DescriptionPath);
            foreach (var info in isLeftOut ? output.Diagnostics.Concat([output.SameClass!]) : output.Diagnostics)
            {
                if (DiagnosticReporter.Create(info, output.DescriptionPath, output.Root, severities) is { } diagnostic)
                {
                    production.ReportDiagnostic(diagnostic);
                }
            }
        });

        var completesLibrary = context.CompilationProvider
            .Select(
                static (compilation, _) => compilation.Assembly.GetTypeByMetadataName(LibraryNames.Vendors)?.GetMembers("AddGenerated").Length > 0)
            .WithTrackingName(StepNames.Library);

        // Roslyn's enumeration has no name for a version that is newer than the one that this is built with.
        var hasExtensionMembers = context.ParseOptionsProvider
            .Select(static (parse, _) => parse is CSharpParseOptions { LanguageVersion: >= (LanguageVersion)1400 });

        context.RegisterSourceOutput(catalog.Combine(options).Combine(completesLibrary).Combine(hasExtensionMembers), static (production, pair) =>
        {
            var (((all, settings), completes), hasMembers) = pair;
            if (all.Classes.Count > 0 || completes)
            {
                var source = completes
                    ? CatalogEmitter.EmitLibraryHalf(all.Classes, settings.Namespace)
                    : CatalogEmitter.EmitOwn(all, settings, hasMembers);
                production.AddSource("VideoVendors.g.cs", SourceText.From(source, Encoding.UTF8));
            }
        });
    }

    private static bool IsEditorConfig(string path) =>
        path.EndsWith(".editorconfig", StringComparison.OrdinalIgnoreCase) && (path.Length == 13 || path[path.Length - 14] is '/' or '\\');
}
