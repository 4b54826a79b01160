using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Tasks;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Mapping;

/// <summary>Reads the fields for which a hint says where they are.</summary>
internal static class PointedFields
{
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
                Set(fields, field, value, vendor.UnitOf(field), receivedAt);
            }
        }

        return fields;
    }

    // A hint says where a field is in the answer about one task; in a list the task is there without that answer's envelope.
    private static JsonElement? InItem(JsonElement item, string pointer) =>
        pointer.IndexOf('/', 1) is > 0 and var next ? JsonPointer.Find(item, pointer[next..]) : null;

    private static void Set(VideoTaskFields fields, VideoTaskField field, JsonElement value, FieldUnit unit, DateTimeOffset? receivedAt)
    {
        switch (field)
        {
            case VideoTaskField.Id:
                fields.Id = JsonText.AsText(value);
                break;
            case VideoTaskField.Status:
                fields.Status = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : JsonText.AsText(value);
                break;
            case VideoTaskField.Progress:
                fields.Progress = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
                    ? ProgressValue.FromNumber(number, VideoTaskValues.IsFraction(unit.Unit), value.TryGetInt64(out _))
                    : ProgressValue.FromText(JsonText.AsText(value), VideoTaskValues.IsFraction(unit.Unit));
                break;
            case VideoTaskField.ExpiresAt when unit.Unit == VideoFieldUnit.Relative:
                fields.ExpiresAt = DurationValue.FromText(JsonText.AsText(value)) is { } seconds ? receivedAt?.AddSeconds(seconds) : null;
                break;
            case VideoTaskField.Duration:
                fields.Duration = DurationValue.FromText(JsonText.AsText(value), unit.Unit);
                break;
            case VideoTaskField.VideoUrl:
                fields.VideoUrl = value.ValueKind == JsonValueKind.Array
                    && value.GetArrayLength() > 0 ? JsonText.AsText(value[0]) : JsonText.AsText(value);
                break;
            case VideoTaskField.Error:
                fields.Error ??= ErrorReader.FromValue(value);
                break;
            case VideoTaskField.ErrorCode when JsonText.AsText(value) is { } code && !ErrorReader.IsSuccess(code):
                fields.Error = VideoTaskError.Create(code, fields.Error?.Message, fields.Error?.Type);
                break;
            case VideoTaskField.ErrorMessage when JsonText.AsText(value) is { } message && !ErrorReader.IsSuccess(message):
                fields.Error = VideoTaskError.Create(fields.Error?.Code, message, fields.Error?.Type);
                break;
            default:
                TaskFieldParsers.Find(field)?.Invoke(fields, field, value, unit);
                break;
        }
    }
}
