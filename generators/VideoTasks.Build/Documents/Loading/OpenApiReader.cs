using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>A <see cref="SourceDocument"/> → Microsoft.OpenApi's model.</summary>
internal static class OpenApiReader
{
    /// <summary>The model; null, with an error in <paramref name="diagnostics"/>, when the document is not OpenAPI 2.0, 3.0, 3.1 or 3.2.</summary>
    /// <param name="source">The document. References that lead back to themselves are removed from it; nothing else is changed.</param>
    /// <param name="diagnostics">Where findings go, at their places.</param>
    public static OpenApiDocument? Read(SourceDocument source, DiagnosticBag diagnostics)
    {
        if (Version(source, diagnostics) is not { } version)
        {
            return null;
        }

        if (!ReferenceCycles.Break(source, diagnostics) || !HasItsPaths(source, diagnostics))
        {
            return null;
        }

        // A number (openapi: 3.1) is as good as a text.
        var root = source.Root;
        var (key, written) = root.ContainsKey("openapi") ? ("openapi", root["openapi"]) : ("swagger", root["swagger"]);
        if (written is not JsonValue value || !value.TryGetValue<string>(out var text) || text != version)
        {
            root = root.DeepClone().AsObject();
            root[key] = version;
        }

        // References out of the document are never followed, and the rules about style are none of ours.
        var settings = new OpenApiReaderSettings { LoadExternalRefs = false, RuleSet = ValidationRuleSet.GetEmptyRuleSet() };
        settings.AddMicrosoftExtensionParsers();
        try
        {
            using var kept = new KeptCompositions(root);
            var result = new OpenApiJsonReader().Read(root, new Uri("https://document.invalid/"), settings);
            foreach (var error in result.Diagnostic?.Errors ?? [])
            {
                Report(error, source, diagnostics);
            }

            if (result.Document is not null)
            {
                return result.Document;
            }

            diagnostics.Report(DiagnosticDescriptors.NotOpenApi, source.Positions.Find(""), "the reader finds nothing in it");
        }
        catch (Exception exception) when (exception is OpenApiException or InvalidOperationException or ArgumentException or FormatException
            or NullReferenceException or InvalidCastException or KeyNotFoundException or NotSupportedException or UriFormatException)
        {
            diagnostics.Report(DiagnosticDescriptors.NotOpenApi, source.Positions.Find(""), exception.Message);
        }

        return null;
    }

    // The reader would look for a path that is a reference out of the document, and nobody can tell whether it is needed.
    private static bool HasItsPaths(SourceDocument source, DiagnosticBag diagnostics)
    {
        var isComplete = true;
        foreach (var item in (source.Root["paths"] as JsonObject)?.Select(p => p.Value).OfType<JsonObject>() ?? [])
        {
            if (item["$ref"] is JsonValue value && value.TryGetValue<string>(out var reference) && !reference.StartsWith('#'))
            {
                var unfollowed = source.Unfollowed.GetValueOrDefault(item) ?? UnfollowedReference.OutOfDocument;
                diagnostics.Report(unfollowed.Descriptor, source.Positions.Find(value), reference, unfollowed.Detail);
                isComplete = false;
            }
        }

        return isComplete;
    }

    private static void Report(OpenApiError error, SourceDocument source, DiagnosticBag diagnostics)
    {
        // A field that OpenAPI doesn't know changes nothing, but may be a slip of the pen.
        var unknown = error.Message.IndexOf(" is not a valid property at #/", StringComparison.Ordinal);
        var pointer = unknown < 0 ? error.Pointer ?? "" : error.Message[error.Message.IndexOf('#', unknown)..];
        var severity = unknown < 0 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;

        // After an error the reader goes on with the pointer of the part that failed: the last top-level part is the true one.
        if (!JsonPointer.TryResolve(source.Root, pointer, out _))
        {
            var start = Math.Max(pointer.LastIndexOf("/components/", StringComparison.Ordinal), pointer.LastIndexOf("/paths/", StringComparison.Ordinal));
            pointer = start > 0 ? "#" + pointer[start..] : pointer;
        }

        // The document's own check of security schemes says more.
        if (!pointer.StartsWith("#/components/securitySchemes/", StringComparison.Ordinal))
        {
            var message = unknown < 0 ? error.Message : error.Message[..unknown] + " is not a field of OpenAPI";
            diagnostics.Report(DiagnosticDescriptors.ReaderFinding, severity, source.Positions.Find(pointer), message, pointer);
        }
    }

    private static string? Version(SourceDocument source, DiagnosticBag diagnostics)
    {
        var node = source.Root["openapi"] ?? source.Root["swagger"];
        if (node is not JsonValue)
        {
            diagnostics.Report(DiagnosticDescriptors.NotOpenApi, source.Positions.Find(""), "it has no field 'openapi' with a version such as 3.1.0");
            return null;
        }

        var version = node.ToString();
        if (version is "2" or "2.0" || version.StartsWith("3.0", StringComparison.Ordinal) || version.StartsWith("3.1", StringComparison.Ordinal)
            || version.StartsWith("3.2", StringComparison.Ordinal))
        {
            return version switch { "2" => "2.0", "3.0" => "3.0.0", "3.1" => "3.1.0", "3.2" => "3.2.0", _ => version };
        }

        diagnostics.Report(DiagnosticDescriptors.NotOpenApi, source.Positions.Find(node), $"its version '{version}' is not 2.0, 3.0, 3.1 or 3.2");
        return null;
    }
}
