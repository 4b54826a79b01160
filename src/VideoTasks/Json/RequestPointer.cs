using System.Globalization;
using System.Text.Json.Nodes;

namespace VideoTasks.Json;

/// <summary>Writes into a body by JSON Pointer, making the objects and arrays on the way.</summary>
internal static class RequestPointer
{
    public static void Set(JsonObject body, string pointer, JsonNode? value)
    {
        var segments = pointer.Split('/').Skip(1).Select(JsonPointer.Unescape).ToArray();
        JsonNode current = body;
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            var next = isLast ? value : Child(current, segments[i]) ?? (IsIndex(segments[i + 1]) ? new JsonArray() : new JsonObject());
            if (isLast || next!.Parent is null)
            {
                Put(current, segments[i], next);
            }

            if (isLast || next is not (JsonObject or JsonArray))
            {
                return;
            }

            current = next;
        }
    }

    /// <summary>The value at a pointer; null when there is none, or null.</summary>
    public static JsonNode? Find(JsonObject body, string pointer)
    {
        JsonNode? current = body;
        foreach (var segment in pointer.Split('/').Skip(1))
        {
            current = current is null ? null : Child(current, JsonPointer.Unescape(segment));
        }

        return current;
    }

    private static bool IsIndex(string segment) => segment == "-" || segment.All(char.IsAsciiDigit);

    private static JsonNode? Child(JsonNode parent, string segment) => parent switch
    {
        JsonObject map => map[segment],
        JsonArray list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count =>
            list[index],
        _ => null,
    };

    private static void Put(JsonNode parent, string segment, JsonNode? value)
    {
        if (parent is JsonObject map)
        {
            map[segment] = value;
        }
        else if (parent is JsonArray list)
        {
            if (int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count)
            {
                list[index] = value;
            }
            else
            {
                list.Add(value);
            }
        }
    }
}
