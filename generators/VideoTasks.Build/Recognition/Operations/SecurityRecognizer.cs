using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Operations;

/// <summary>
/// Chooses among the security schemes of a document: of those that the recognised operations ask for, or that the document asks for, or of all,
/// the one that carries a key in a way that a client can send.
/// </summary>
internal static class SecurityRecognizer
{
    public static RecognizedSecurity Recognize(JsonObject root, IEnumerable<DocumentOperation> operations)
    {
        var schemes = root.Object("components").Object("securitySchemes");
        var header = operations.SelectMany(o => o.Parameters).FirstOrDefault(p => p.IsIn(ParameterLocation.Header) && IsKeyHeader(p.Name));
        foreach (var (names, why) in Requirements(root, operations))
        {
            var usable = names.Distinct(StringComparer.Ordinal)
                .Select(n => Read(n, schemes.Object(n), why)).OfType<(int Rank, RecognizedSecurity Security)>()
                .ToList();
            if (usable.Count > 0)
            {
                return usable.MinBy(u => u.Rank).Security;
            }
        }

        if (header is not null)
        {
            var scheme = Example(header.Node)?.Split(' ', 2) is [var word, _]
                && word.All(char.IsLetter) ? word : header.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? "Bearer" : null;
            return new(ParameterLocation.Header, header.Name, scheme, $"header parameter '{header.Name}'", header.Node);
        }

        var all =
            (schemes ?? []).Select(
                s => Read(
                    s.Key, s.Value as JsonObject, "the first usable of the document's schemes")).OfType<(int Rank, RecognizedSecurity Security)>()
            .ToList();
        return all.Count > 0
            ? all.MinBy(u => u.Rank).Security
            : new(
                ParameterLocation.Header,
                "Authorization",
                "Bearer",
                "no usable security scheme: Authorization: Bearer is assumed",
                null,
                IsAssumed: true);
    }

    public static bool IsKeyHeader(string name) =>
        NameComparer.Normalize(name) is "authorization" or "xapikey" or "apikey" or "xkey" or "xgoogapikey" or "token" or "xaccesstoken";

    private static string? Example(JsonNode parameter) =>
        parameter.Text("example") ?? parameter.Object("schema").Text("example") ?? parameter.Object("schema").Text("default");

    private static IEnumerable<(IEnumerable<string> Names, string Why)> Requirements(JsonObject root, IEnumerable<DocumentOperation> operations)
    {
        yield return (operations.SelectMany(o => Names(o.Node.Array("security"))), "the operations ask for it");
        yield return (Names(root.Array("security")), "the document asks for it");
    }

    private static IEnumerable<string> Names(JsonArray? security) => (security ?? []).OfType<JsonObject>().SelectMany(r => r.Select(p => p.Key));

    private static (int Rank, RecognizedSecurity Security)? Read(string name, JsonObject? scheme, string why)
    {
        var reason = $"security scheme '{name}': {why}";
        var description = scheme.Text("description") ?? "";
        switch (scheme.Text("type")?.ToLowerInvariant())
        {
            // 'type: bearer' is no valid scheme, yet what it means is plain.
            case "bearer":
            case "oauth2":
            case "openidconnect":
                return (2, new(ParameterLocation.Header, "Authorization", "Bearer", reason, scheme));
            case "http" when scheme.Text("scheme") is { Length: > 0 } word
                && !word.Equals("basic", StringComparison.OrdinalIgnoreCase)
                && word.All(IsToken):
                return (0, new(
                    ParameterLocation.Header, "Authorization", word.Equals("bearer", StringComparison.OrdinalIgnoreCase)
                        ? "Bearer"
                        : word, reason, scheme));
            case "apikey" when scheme.Text("name") is { Length: > 0 } key
                && key.All(IsToken)
                && scheme.Text("in")?.ToLowerInvariant() is "header" or null:
                var isAuthorization = key.Equals("Authorization", StringComparison.OrdinalIgnoreCase);
                return (isAuthorization ? 1 : key.Contains("version", StringComparison.OrdinalIgnoreCase)
                    || key.Contains("user", StringComparison.OrdinalIgnoreCase) ? 5 : 1,
                    new(ParameterLocation.Header, key, isAuthorization ? Word(description) : null, reason, scheme));
            case "apikey" when scheme.Text("name") is { Length: > 0 } key && scheme.Text("in")?.ToLowerInvariant() == "query":
                return (3, new(ParameterLocation.Query, key, null, reason, scheme));
            default:
                return null;
        }
    }

    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    // An 'apiKey' in Authorization is the whole header: with which word before the key, only the prose says.
    private static string? Word(string description)
    {
        foreach (var word in (string[])["Bearer", "Token", "Key", "ApiKey"])
        {
            if (description.Contains(word + " ", StringComparison.Ordinal)
                && !description.Contains($"without {word}", StringComparison.OrdinalIgnoreCase)
                && (word == "Bearer"
                || description.Contains($"{word} <", StringComparison.Ordinal)
                || description.Contains($"{word} {{", StringComparison.Ordinal)
                    || description.Contains($"{word} YOUR", StringComparison.Ordinal)))
            {
                return word;
            }
        }

        // «Fal Key»: the vendor's own word and the word that stands before the key.
        return description.Trim().Split(' ') is [var vendor, "Key"]
            && vendor.ToUpperInvariant() is not ("API" or "ACCESS" or "SECRET" or "AUTH" or "YOUR" or "THE") ? "Key" : null;
    }
}
