using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Tasks;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Mapping;

/// <summary>
/// Reads a value into a canonical field, for those whose value says all; for names that are known and for the pointers of hints alike.
/// </summary>
/// <param name="fields">What the value is written to.</param>
/// <param name="field">The field.</param>
/// <param name="value">The value.</param>
/// <param name="unit">The unit that a hint gives.</param>
/// <returns>False for what is no value of the field, which stays as it is.</returns>
internal delegate bool TaskFieldParser(VideoTaskFields fields, VideoTaskField field, JsonElement value, FieldUnit unit);

/// <summary>The parsers by field.</summary>
internal static class TaskFieldParsers
{
    /// <summary>The parser of a field; null where a value alone does not say enough.</summary>
    public static TaskFieldParser? Find(VideoTaskField field) => field.KindOf() switch
    {
        VideoTaskFieldKind.Text => OfText,
        VideoTaskFieldKind.Time => OfTime,
        VideoTaskFieldKind.Pixels => OfPixels,
        VideoTaskFieldKind.Size => OfSize,
        _ => null,
    };

    private static bool OfText(VideoTaskFields fields, VideoTaskField field, JsonElement value, FieldUnit unit) =>
        (field == VideoTaskField.Prompt ? Text(value) : TextOrName(value)) is { } text && fields.Set(field, text);

    private static bool OfTime(VideoTaskFields fields, VideoTaskField field, JsonElement value, FieldUnit unit) =>
        TimeValue.Read(value, unit) is { } time && fields.Set(field, time);

    private static bool OfPixels(VideoTaskFields fields, VideoTaskField field, JsonElement value, FieldUnit unit) =>
        Pixels(value) is { } pixels && fields.Set(field, pixels);

    private static bool OfSize(VideoTaskFields fields, VideoTaskField field, JsonElement value, FieldUnit unit) =>
        Size(value) is { } size && ((fields.Width, fields.Height) = size) is not (null, null);

    /// <summary>A number of pixels; null for what is none.</summary>
    public static int? Pixels(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) => SizeValue.Pixels(number),
        JsonValueKind.String => SizeValue.Pixels(value.GetString().AsSpan()),
        _ => null,
    };

    private static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? TextOrName(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return JsonText.AsText(value);
        }

        return value.TryGetProperty("id", out var id) && JsonText.AsText(id) is { } text ? text
            : value.TryGetProperty("name", out var name) ? JsonText.AsText(name)
            : null;
    }

    /// <summary>Width and height, from a text, an object or a list of two; null for what is no size.</summary>
    public static (int Width, int Height)? Size(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => SizeValue.FromText(value.GetString()),
        JsonValueKind.Object when value.TryGetProperty("width", out var w) && value.TryGetProperty("height", out var h) => Size(w, h),
        JsonValueKind.Array when value.GetArrayLength() == 2 => Size(value[0], value[1]),
        _ => null,
    };

    private static (int Width, int Height)? Size(JsonElement width, JsonElement height) =>
        Pixels(width) is { } w && Pixels(height) is { } h ? (w, h) : null;
}
