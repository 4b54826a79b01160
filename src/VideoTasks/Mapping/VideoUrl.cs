using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Mapping;

/// <summary>A URL that may be the video's.</summary>
/// <param name="Text">The URL as it came.</param>
/// <param name="Doubt">How much speaks against it.</param>
internal readonly record struct FoundUrl(string Text, int Doubt);

/// <summary>Finds the video's URL in the value of a property: a text, a list of texts, or JSON inside a text.</summary>
internal static class VideoUrl
{
    private const int DoubtOfImage = 60;
    private const int MostItems = 16;

    private static readonly string[] VideoEndings = [".mp4", ".webm", ".mov", ".mkv", ".m4v", ".avi"];
    private static readonly string[] ImageEndings = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".mp3", ".wav", ".srt", ".vtt", ".json", ".txt"];

    /// <summary>Names that say by themselves that a URL follows; any other text must look like one.</summary>
    private static bool SaysUrl(BodyName name, JsonProperty property) =>
        name.Field == VideoTaskField.VideoUrl
            && name.Part is null
            && (property.Name.EndsWith("rl", StringComparison.OrdinalIgnoreCase) || property.NameEquals("uri"u8));

    public static FoundUrl? Find(JsonProperty property, BodyName name)
    {
        var value = property.Value;
        if (value.ValueKind == JsonValueKind.String)
        {
            return OfText(value.GetString()!.Trim(), SaysUrl(name, property));
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        FoundUrl? best = null;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String
                && OfText(item.GetString()!.Trim(), saysUrl: false) is { } found
                && (best is not { } known || found.Doubt < known.Doubt))
            {
                best = found;
            }

            if (++index == MostItems)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Whether a text is a URL by its looks alone.</summary>
    public static bool LooksLikeUrl(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("gs://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("s3://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("oss://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("data:video/", StringComparison.OrdinalIgnoreCase)
        || (text.Length > 1 && text[0] == '/' && !text.Contains(' ', StringComparison.Ordinal));

    private static FoundUrl? OfText(string text, bool saysUrl)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] is '{' or '[')
        {
            return OfJson(text);
        }

        if (!LooksLikeUrl(text) && !(saysUrl && !text.Contains(' ', StringComparison.Ordinal)))
        {
            return null;
        }

        return new(text, IsImage(text) ? DoubtOfImage : 0);
    }

    /// <summary>Some vendors put their result into a string of JSON (kie's <c>resultJson</c>).</summary>
    private static FoundUrl? OfJson(string text)
    {
        if (!JsonBody.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out var json))
        {
            return null;
        }

        json = JsonBody.Readable(json);
        if (json.ValueKind == JsonValueKind.Array)
        {
            return json.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String && item.GetString() is { Length: > 0 } first && first[0] is not ('{' or '['))
                .Select(item => OfText(item.GetString()!.Trim(), saysUrl: false)).FirstOrDefault(found => found is not null);
        }

        return json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().Where(property => BodyNames.Find(property) is { Field: VideoTaskField.VideoUrl } && !IsNested(property.Value))
                .Select(property => Find(property, BodyNames.Find(property))).FirstOrDefault(found => found is not null)
            : null;
    }

    // JSON in a string of JSON in a string: somebody plays with us.
    private static bool IsNested(JsonElement value) =>
        (value.ValueKind == JsonValueKind.String && value.GetString()!.TrimStart() is ['{' or '[', ..])
        || (value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.GetString()!.TrimStart() is ['{' or '[', ..]));

    /// <summary>Whether a URL ends as the name of a video's file does.</summary>
    public static bool IsVideoFile(string text) =>
        HasEnding(text, VideoEndings) || text.StartsWith("data:video/", StringComparison.OrdinalIgnoreCase);

    private static bool IsImage(string text) => HasEnding(text, ImageEndings);

    private static bool HasEnding(string text, string[] endings)
    {
        var end = text.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        foreach (var ending in endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
