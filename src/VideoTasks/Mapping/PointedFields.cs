using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;

namespace VideoTasks.Mapping;

/// <summary>Reads the fields for which a hint says where they are.</summary>
internal static class PointedFields
{
    private const string ErrorCode = "ErrorCode";
    private const string ErrorMessage = "ErrorMessage";
    private const string Relative = "relative";

    /// <returns>What the hints point at; null when there are none.</returns>
    public static VideoTaskFields? Read(VideoVendorDescription vendor, JsonElement body, DateTimeOffset? receivedAt, bool isItem = false)
    {
        if (vendor.FieldPointers.Count == 0)
        {
            return null;
        }

        var fields = new VideoTaskFields();
        foreach (var (field, pointer) in vendor.FieldPointers)
        {
            if ((JsonPointer.Find(body, pointer) ?? (isItem ? InItem(body, pointer) : null)) is { } value)
            {
                Set(fields, field, value, vendor.FieldUnits.GetValueOrDefault(field), receivedAt);
            }
        }

        return fields;
    }

    // A hint says where a field is in the answer about one task; in a list the task is there without that answer's envelope.
    private static JsonElement? InItem(JsonElement item, string pointer) =>
        pointer.IndexOf('/', 1) is > 0 and var next ? JsonPointer.Find(item, pointer[next..]) : null;

    private static void Set(VideoTaskFields fields, string field, JsonElement value, string? unit, DateTimeOffset? receivedAt)
    {
        if (Enum.TryParse<BodyField>(field, out var known) && TaskFieldParsers.Find(known) is { } parse)
        {
            parse(fields, value, unit);
            return;
        }

        switch (field)
        {
            case nameof(fields.Id):
                fields.Id = JsonText.AsText(value);
                break;
            case nameof(fields.Status):
                fields.Status = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : JsonText.AsText(value);
                break;
            case nameof(fields.Progress):
                fields.Progress = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
                    ? ProgressValue.FromNumber(number, VideoTaskValues.IsFraction(unit), value.TryGetInt64(out _))
                    : ProgressValue.FromText(JsonText.AsText(value), VideoTaskValues.IsFraction(unit));
                break;
            case nameof(fields.ExpiresAt) when unit == Relative:
                fields.ExpiresAt = DurationValue.FromText(JsonText.AsText(value)) is { } seconds ? receivedAt?.AddSeconds(seconds) : null;
                break;
            case nameof(fields.ExpiresAt):
                fields.ExpiresAt = TimeValue.Read(value, unit);
                break;
            case nameof(fields.Duration):
                fields.Duration = DurationValue.FromText(JsonText.AsText(value), unit);
                break;
            case nameof(fields.VideoUrl):
                fields.VideoUrl = value.ValueKind == JsonValueKind.Array
                    && value.GetArrayLength() > 0 ? JsonText.AsText(value[0]) : JsonText.AsText(value);
                break;
            case nameof(fields.Error):
                fields.Error ??= ErrorReader.FromValue(value);
                break;
            case ErrorCode when JsonText.AsText(value) is { } code && !ErrorReader.IsSuccess(code):
                fields.Error = VideoTaskError.Create(code, fields.Error?.Message, fields.Error?.Type);
                break;
            case ErrorMessage when JsonText.AsText(value) is { } message && !ErrorReader.IsSuccess(message):
                fields.Error = VideoTaskError.Create(fields.Error?.Code, message, fields.Error?.Type);
                break;
        }
    }
}
