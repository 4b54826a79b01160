using System.Text.Json;

namespace VideoTasks.Vocabulary;

/// <summary>What an item of a list of results says that it is.</summary>
internal static class MediaKind
{
    private static readonly string[] Others = ["image", "audio", "thumbnail", "cover", "text", "subtitle", "caption", "json"];

    /// <summary>Whether the item says by its type that it is no video.</summary>
    public static bool IsOther(JsonElement item)
    {
        foreach (var property in item.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String || !IsTypeName(property))
            {
                continue;
            }

            var type = property.Value.GetString()!;
            foreach (var other in Others)
            {
                if (type.StartsWith(other, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsTypeName(JsonProperty property) =>
        property.NameEquals("type"u8)
            || property.NameEquals("mime_type"u8)
            || property.NameEquals("mimeType"u8)
            || property.NameEquals("content_type"u8)
        || property.NameEquals("contentType"u8)
        || property.NameEquals("media_type"u8)
        || property.NameEquals("mediaType"u8)
        || property.NameEquals("kind"u8);
}
