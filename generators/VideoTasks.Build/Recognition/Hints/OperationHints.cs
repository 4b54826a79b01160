using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Recognition.Hints;

/// <summary>
/// What hints say about operations: <c>x-video-operation</c> and <c>x-video-id</c> at an operation, <c>x-video-operations</c> at the root.
/// </summary>
internal sealed class OperationHints
{
    private readonly Dictionary<string, string> _byKey = new(StringComparer.Ordinal);

    public static OperationHints Read(JsonObject root)
    {
        var hints = new OperationHints();
        foreach (var (role, value) in root.Object("x-video-operations") ?? [])
        {
            if (value.AsText() is { } key && TryParseKey(key, out var method, out var path))
            {
                hints._byKey[$"{method} {path}"] = role;
            }
        }

        return hints;
    }

    /// <summary>Reads <c>GET /v1/videos/{id}</c>.</summary>
    public static bool TryParseKey(string text, out string method, out string path)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        (method, path) = parts.Length == 2 ? (parts[0].ToUpperInvariant(), parts[1]) : ("", "");
        return path.StartsWith('/');
    }

    public static VideoRole? ParseRole(string? word) =>
        word is not null && Enum.TryParse<VideoRole>(word, ignoreCase: true, out var role) && !char.IsDigit(word[0]) ? role : null;

    public bool IsIgnored(DocumentOperation operation) => string.Equals(Word(operation), "none", StringComparison.OrdinalIgnoreCase);

    public VideoRole? RoleOf(DocumentOperation operation) => ParseRole(Word(operation));

    /// <summary><c>x-video-id: query:task_id</c>, <c>path:id</c> or <c>body:requestId</c>; without a colon it names a parameter.</summary>
    public static IdPlace? IdOf(DocumentOperation operation)
    {
        if (operation.Node.Text("x-video-id") is not { } text)
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && DescriptionWords.IdLocations.TryFind(text[..colon], out var location))
        {
            return new IdPlace(location, text[(colon + 1)..].Trim());
        }

        var parameter = operation.Parameters.FirstOrDefault(p => p.Name == text);
        return parameter is not null && DescriptionWords.IdLocations.TryFind(parameter.Location, out location) ? new IdPlace(location, text) : null;
    }

    private string? Word(DocumentOperation operation) => operation.Node.Text("x-video-operation") ?? _byKey.GetValueOrDefault(operation.ToString());
}
