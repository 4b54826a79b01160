using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;

namespace VideoTasks.Mapping;

/// <summary>
/// Reads a value into a canonical field, for those whose value says all; for names that are known and for the pointers of hints alike.
/// </summary>
/// <param name="fields">What the value is written to.</param>
/// <param name="value">The value.</param>
/// <param name="unit">The unit that a hint gives; null to tell by the value.</param>
/// <returns>False for what is no value of the field, which stays as it is.</returns>
internal delegate bool TaskFieldParser(VideoTaskFields fields, JsonElement value, string? unit);

/// <summary>The parsers by field.</summary>
internal static class TaskFieldParsers
{
    private static readonly TaskFieldParser?[] Table = Build(new()
    {
        [BodyField.Model] = static (fields, value, _) => TextOrName(value) is { } text && (fields.Model = text) is not null,
        [BodyField.Prompt] = static (fields, value, _) => Text(value) is { } text && (fields.Prompt = text) is not null,
        [BodyField.CreatedAt] = static (fields, value, unit) => TimeValue.Read(value, unit) is { } time && (fields.CreatedAt = time) is not null,
        [BodyField.CompletedAt] = static (fields, value, unit) => TimeValue.Read(value, unit) is { } time && (fields.CompletedAt = time) is not null,
        [BodyField.Width] = static (fields, value, _) => Pixels(value) is { } width && (fields.Width = width) is not null,
        [BodyField.Height] = static (fields, value, _) => Pixels(value) is { } height && (fields.Height = height) is not null,
        [BodyField.Size] = static (fields, value, _) => Size(value) is { } size && ((fields.Width, fields.Height) = size) is not (null, null),
    });

    /// <summary>The parser of a field; null where a value alone does not say enough.</summary>
    public static TaskFieldParser? Find(BodyField field) => Table[(int)field];

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

    private static TaskFieldParser?[] Build(Dictionary<BodyField, TaskFieldParser> parsers)
    {
        var table = new TaskFieldParser?[(int)BodyField.Refusal + 1];
        foreach (var (field, parser) in parsers)
        {
            table[(int)field] = parser;
        }

        return table;
    }
}
