using System.Globalization;
using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Mapping;

/// <summary>
/// What the body of a delete says that was answered with success: whether it was one after all. A flag counts most, then an error, then a status, a
/// code and what a message says in words.
/// </summary>
internal static class DeletionReader
{
    private const int DeepestEnvelope = 3;

    private static readonly string[] Flags =
        ["deleted", "isdeleted", "success", "issuccess", "successful", "ok", "result", "data", "acknowledged", "removed", "done"];
    private static readonly string[] Words = ["status", "state", "result", "outcome"];
    private static readonly string[] Codes = ["code", "statuscode", "status", "errcode", "errorcode", "errno", "retcode", "resultcode"];

    // A message alone is good news unless it says otherwise.
    private static readonly string[] BadNews =
    [
        "fail", "error", "not ", "n't", "cannot", "unable", "denied", "invalid", "forbidden", "unauthorized", "refused", "rejected", "wrong",
        "missing", "unknown",
        "失败", "错误", "不存在", "无法", "不能", "未",
    ];

    /// <returns>True when the task was deleted or nothing speaks against it; false when it was not.</returns>
    public static bool Succeeded(JsonElement body, VideoVendorDescription vendor)
    {
        var reader = new BodyReader(vendor, VideoOperation.Delete);
        reader.Read(JsonBody.Readable(body), id: null);
        if (FlagIn(body, 0) is { } flag)
        {
            return flag;
        }

        if (ErrorReader.Certain(reader.Errors) is { } error && !ErrorReader.IsSuccess(error.Message ?? error.Code ?? ""))
        {
            // The task that was deleted may have failed before.
            return IsWholeTask(reader);
        }

        return WordIn(body, vendor, 0) is { } word ? word
            || IsWholeTask(reader) : CodeIn(body, 0) ?? !IsBadNews(ErrorReader.Likely(reader.Errors)?.Message);
    }

    private static bool? FlagIn(JsonElement body, int depth) =>
        Search(body, depth, FlagIn, (name, value) => Array.IndexOf(Flags, name) >= 0 && IsFlag(value) ? FlagReader.IsTrue(value) : null);

    // A number may be a code or a count.
    private static bool IsFlag(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.String;

    private static bool? WordIn(JsonElement body, VideoVendorDescription vendor, int depth) =>
        Search(body, depth, (inner, next) => WordIn(inner, vendor, next), (name, value) =>
            Array.IndexOf(Words, name) < 0 || value.ValueKind != JsonValueKind.String ? null
            : ErrorReader.IsSuccess(value.GetString()!) ? true
            : StatusReader.Meaning(value.GetString(), vendor) is { } status ? status is not VideoTaskStatus.Failed
            : null);

    private static bool? CodeIn(JsonElement body, int depth) => Search(body, depth, CodeIn, (name, value) =>
        Array.IndexOf(Codes, name) >= 0 && JsonText.AsText(value) is { } text
            ? ErrorReader.IsSuccess(text)
            || SaysSuccess(body)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code < 400)
            : null);

    private static bool SaysSuccess(JsonElement body) => body.EnumerateObject().Any(property =>
        BodyNames.Find(property).Field is VideoTaskField.PossibleMessage or VideoTaskField.ErrorMessage
        && JsonText.AsText(property.Value) is { } text && !IsBadNews(text)
        && (ErrorReader.IsSuccess(text)
        || text.Contains("success", StringComparison.OrdinalIgnoreCase)
        || text.Contains("delet", StringComparison.OrdinalIgnoreCase)
        || text.Contains("成功", StringComparison.Ordinal)));

    private static bool IsBadNews(string? text) => text is not null && BadNews.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsWholeTask(in BodyReader reader) =>
        reader.HasTaskId
            && (reader.Fields.CreatedAt is not null
            || reader.Fields.Model is not null
            || reader.Fields.Prompt is not null
            || reader.Fields.Progress is not null);

    /// <summary>The worst that an object, or an envelope in it, says; null when it says nothing.</summary>
    private static bool? Search(JsonElement body, int depth, Func<JsonElement, int, bool?> inner, Func<string, JsonElement, bool?> read)
    {
        if (body.ValueKind == JsonValueKind.Array && body.GetArrayLength() == 1)
        {
            body = body[0];
        }

        if (body.ValueKind != JsonValueKind.Object || depth == DeepestEnvelope)
        {
            return null;
        }

        bool? said = null;
        foreach (var property in body.EnumerateObject())
        {
            var found = read(NameComparer.Normalize(property.Name), property.Value)
                ?? (BodyNames.Find(property).Part == BodyPart.Envelope ? inner(property.Value, depth + 1) : null);
            said = found is false || said is false ? false : found ?? said;
        }

        return said;
    }
}
