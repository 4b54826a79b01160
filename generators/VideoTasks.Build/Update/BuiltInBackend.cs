using Microsoft.OpenApi;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Generation;
using VideoTasks.Build.Locking;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Update;

/// <summary>This generator.</summary>
internal sealed class BuiltInBackend(string identity) : IClientBackend
{
    public string Identity => "built-in " + identity;

    public IReadOnlyList<GeneratedFile>? Generate(
        SourceDocument document, OpenApiDocument model, LockedClient client, DiagnosticBag diagnostics)
    {
        var options = new GenerateOptions
        {
            ClientClassName = client.ClientClassName,
            ClientNamespaceName = client.ClientNamespaceName,
            DocumentLocation = document.Files[0],
            TypeAccess = Enum.Parse<TypeAccess>(client.TypeAccessModifier),
            IncludePatterns = client.IncludePatterns,
            ExcludePatterns = client.ExcludePatterns,
            Serializers = client.Serializers ?? GenerateOptions.Defaults.Serializers,
            Deserializers = client.Deserializers ?? GenerateOptions.Defaults.Deserializers,
            StructuredMimeTypes = client.StructuredMimeTypes ?? GenerateOptions.Defaults.StructuredMimeTypes,
            UsesBackingStore = client.UsesBackingStore,
            ExcludeBackwardCompatible = client.ExcludeBackwardCompatible,
            IncludeAdditionalData = client.IncludeAdditionalData,
        };
        try
        {
            var result = ClientGeneration.Generate(model, options);
            foreach (var warning in result.Warnings)
            {
                diagnostics.Report(DiagnosticDescriptors.GenerationFailed, DiagnosticSeverity.Warning, document.Positions.Find(""), warning);
            }

            return result.Files;
        }
        catch (ClientGenerationException exception)
        {
            diagnostics.Report(DiagnosticDescriptors.GenerationFailed, document.Positions.Find(""), exception.Message);
            return null;
        }
    }
}
