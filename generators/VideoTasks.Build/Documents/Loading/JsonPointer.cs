using System.Globalization;
using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>RFC 6901, also in the form of a URI fragment.</summary>
internal static class JsonPointer
{
    public static string Escape(string segment) => segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>The pointer of what holds the node that a pointer names; empty for the root.</summary>
    public static string Parent(string pointer) => pointer[..Math.Max(pointer.LastIndexOf('/'), 0)];

    /// <summary>The node that the pointer names; false when there is none.</summary>
    public static bool TryResolve(JsonNode root, string pointer, out JsonNode? node)
    {
        node = root;
        foreach (var segment in Split(pointer))
        {
            if (!TryStep(node, segment, out node))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The node that the pointer names, or its nearest ancestor that exists and is not null.</summary>
    public static JsonNode ResolveNearest(JsonNode root, string pointer)
    {
        var node = root;
        foreach (var segment in Split(pointer))
        {
            if (!TryStep(node, segment, out var next) || next is null)
            {
                break;
            }

            node = next;
        }

        return node;
    }

    /// <summary>The pointer of a node from its root.</summary>
    public static string Of(JsonNode node)
    {
        var segments = new Stack<string>();
        for (var current = node; current.Parent is { } parent; current = parent)
        {
            segments.Push(parent is JsonArray
                ? current.GetElementIndex().ToString(CultureInfo.InvariantCulture)
                : Escape(current.GetPropertyName()));
        }

        return segments.Count == 0 ? "" : "/" + string.Join('/', segments);
    }

    /// <summary>The names that a pointer consists of, unescaped.</summary>
    public static IEnumerable<string> Split(string pointer)
    {
        var text = pointer;
        if (text.StartsWith('#'))
        {
            text = Uri.UnescapeDataString(text[1..]);
        }

        return text.Length == 0
            ? []
            : text.TrimStart('/').Split('/').Select(Unescape);
    }

    private static bool TryStep(JsonNode? node, string segment, out JsonNode? next)
    {
        next = null;
        switch (node)
        {
            case JsonObject map:
                return map.TryGetPropertyValue(segment, out next);
            case JsonArray list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count:
                next = list[index];
                return true;
            default:
                return false;
        }
    }
}
