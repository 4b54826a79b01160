using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Generated;
using VideoTasks.Vendors;

namespace VideoTasks.Requests;

/// <summary>The values of canonical fields as vendors want them.</summary>
internal static class RequestValue
{
    // A second in each unit that a hint or a name may say.
    private static readonly Dictionary<VideoFieldUnit, double> Units = new()
    {
        [VideoFieldUnit.Seconds] = 1, [VideoFieldUnit.Milliseconds] = 1e3, [VideoFieldUnit.Microseconds] = 1e6,
        [VideoFieldUnit.Nanoseconds] = 1e9, [VideoFieldUnit.Minutes] = 1d / 60,
    };

    public static JsonValue? Of(VideoRequestField field, VideoTaskRequest request, string? sourceId) => field.Name switch
    {
        VideoRequestFieldName.Prompt => Text(request.Prompt),
        VideoRequestFieldName.Model => Text(request.Model),
        VideoRequestFieldName.Seconds => request.Seconds is { } seconds
            ? Number(seconds * Units.GetValueOrDefault(field.Unit ?? VideoFieldUnit.Seconds, 1), field)
            : null,
        VideoRequestFieldName.Size => request.Size is { } size
            ? JsonValue.Create(field.Separator is null || FrameSize(size) is not (var width, var height)
            ? size : string.Create(CultureInfo.InvariantCulture, $"{width}{field.Separator}{height}")) : null,
        VideoRequestFieldName.Width => FrameSize(request.Size) is (var width, _) ? Number(width, field) : null,
        VideoRequestFieldName.Height => FrameSize(request.Size) is (_, var height) ? Number(height, field) : null,
        VideoRequestFieldName.IdempotencyKey => Text(request.IdempotencyKey),
        VideoRequestFieldName.SourceId => sourceId is { } id ? Id(id, field.Type) : null,
        _ => null,
    };

    /// <summary>An id as a number, where the vendor wants one and it is one.</summary>
    public static JsonValue Id(string id, VideoFieldType type) =>
        type is VideoFieldType.Integer or VideoFieldType.Number
            && long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(id);

    public static (int Width, int Height)? FrameSize(string? size) =>
        size?.Split('x', 'X', '*') is [var first, var second]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
        && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var height) ? (width, height) : null;

    /// <summary>A value as the text of a query or a form.</summary>
    public static string TextOf(JsonNode? value) =>
        value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String ? scalar.GetValue<string>() : value?.ToJsonString() ?? "null";

    private static JsonValue? Text(string? text) => text is null ? null : JsonValue.Create(text);

    private static JsonValue Number(double number, VideoRequestField field) =>
        field.Type == VideoFieldType.String ? JsonValue.Create(number.ToString(CultureInfo.InvariantCulture) + field.Suffix)
        : number == Math.Floor(number) && Math.Abs(number) < long.MaxValue ? JsonValue.Create((long)number)
        : JsonValue.Create(number);
}
