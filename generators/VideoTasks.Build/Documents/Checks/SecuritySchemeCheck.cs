using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Checks;

/// <summary>Security schemes that OpenAPI doesn't know. No code is generated for any of them, but the mapping reads how the key is sent.</summary>
internal static class SecuritySchemeCheck
{
    /// <summary>Checks the schemes that operations ask for; all of them where nothing asks for one.</summary>
    public static void Run(SourceDocument source, IReadOnlyList<JsonObject> operations, DiagnosticBag diagnostics)
    {
        var wanted = operations.Select(o => o["security"]).Append(source.Root["security"]).SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        var schemes = source.Root["components"]?["securitySchemes"] ?? source.Root["securityDefinitions"];
        foreach (var (name, node) in (schemes as JsonObject)?.ToList() ?? [])
        {
            if ((wanted.Count == 0 || wanted.Contains(name))
                && node is JsonObject scheme
                && !scheme.ContainsKey("$ref")
                && Fault(scheme) is { } fault)
            {
                diagnostics.Report(DiagnosticDescriptors.InvalidSecurityScheme, source.Positions.Find(scheme), name, fault);
            }
        }
    }

    private static IEnumerable<string> Names(JsonNode? security) =>
        (security as JsonArray)?.OfType<JsonObject>().SelectMany(r => r.Select(p => p.Key)) ?? [];

    private static string? Fault(JsonObject scheme) => scheme["type"]?.ToString() switch
    {
        null => "it has no type",
        "http" when scheme["scheme"] is not JsonValue => "it is of type http, and has no scheme such as bearer",
        "apiKey" when scheme["name"] is not JsonValue => "it is of type apiKey, and has no name",
        "apiKey" when scheme["in"]?.ToString() is not ("header" or "query" or "cookie") =>
            "it is of type apiKey, and is not in header, query or cookie",
        "http" or "apiKey" or "oauth2" or "openIdConnect" or "mutualTLS" or "basic" => null,
        var other => $"there is no type '{other}'; write 'type: http' and 'scheme: bearer' for a bearer token",
    };
}
