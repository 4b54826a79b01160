using System.Text.Json;

namespace VideoTasks.Json;

/// <summary>Values of JSON as text.</summary>
internal static class JsonText
{
    /// <summary>A string or a number as text, trimmed; null for everything else, and for text that is empty.</summary>
    public static string? AsText(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
