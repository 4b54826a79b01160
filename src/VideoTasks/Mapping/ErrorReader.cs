using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Mapping;

/// <summary>Makes one error of what a body says about errors.</summary>
internal static class ErrorReader
{
    private const int DeepestNesting = 4;

    private static readonly string[] MessageNames =
        ["message", "msg", "error_message", "errorMessage", "detail", "details", "reason", "description", "text", "error", "Message", "message_zh"];
    private static readonly string[] CodeNames = ["code", "error_code", "errorCode", "err_code", "Code", "status"];
    private static readonly string[] TypeNames = ["type", "error_type", "kind"];

    /// <summary>What is said under names that are about errors and nothing else; null when nothing is.</summary>
    public static VideoTaskError? Certain(ErrorParts parts)
    {
        var error = parts.Find(VideoTaskField.Error) is { } value ? FromValue(value) : null;
        var code = error?.Code ?? CodeOf(parts.Find(VideoTaskField.ErrorCode));
        var message = error?.Message ?? MessageOf(parts.Find(VideoTaskField.ErrorMessage)) ?? FailReason(parts);
        var type = error?.Type ?? TextOf(parts.Find(VideoTaskField.ErrorType));

        // A code alone may be the number of an error or of none; only the words say which.
        return VideoTaskError.Create(code, message, type);
    }

    /// <summary>The same, and what is said under names that mean an error only when something else has gone wrong.</summary>
    public static VideoTaskError? Likely(ErrorParts parts)
    {
        var certain = Certain(parts);
        if (certain is { Message: not null, Code: not null })
        {
            return certain;
        }

        var message = certain?.Message
            ?? MessageOf(parts.Find(VideoTaskField.PossibleMessage))
            ?? MessageOf(parts.Find(VideoTaskField.Detail))
            ?? RefusalOf(parts);
        var code = certain?.Code ?? (SaysSuccess(parts) ? null : CodeOf(parts.Find(VideoTaskField.PossibleCode)));
        return VideoTaskError.Create(code, message, certain?.Type);
    }

    /// <summary>
    /// The same of a task that failed: the code of an envelope around it is about the query, unless the envelope says in words what went wrong.
    /// </summary>
    public static VideoTaskError? OfTask(ErrorParts parts)
    {
        var error = Likely(parts);
        var place = parts.PlaceOf(VideoTaskField.PossibleCode);
        var isTasks = place is 0
            || (place == parts.PlaceOf(VideoTaskField.PossibleMessage) && error?.Message == MessageOf(parts.Find(VideoTaskField.PossibleMessage)));
        return error?.Code is null
            || isTasks
            || Certain(parts)?.Code is not null ? error : VideoTaskError.Create(code: null, error.Message, error.Type);
    }

    /// <summary>Whether the words beside a code say that it is one of success: <c>{"code": 100, "message": "Success"}</c>.</summary>
    private static bool SaysSuccess(ErrorParts parts) =>
        parts.PlaceOf(VideoTaskField.PossibleCode) == parts.PlaceOf(VideoTaskField.PossibleMessage)
        && TextOf(parts.Find(VideoTaskField.PossibleMessage)) is { } text && IsSuccess(text);

    /// <summary>What says that an end without a result was no success: a detail beside it, or Google's filter.</summary>
    public static VideoTaskError? Refused(ErrorParts parts) =>
        RefusalOf(parts) is { Length: > 0 } refusal ? VideoTaskError.Create(CodeOf(parts.Find(VideoTaskField.PossibleCode)), refusal)
            : VideoTaskError.Create(code: null, MessageOf(parts.Find(VideoTaskField.Detail)));

    /// <summary>The URL that stands where the reason of a failure should.</summary>
    public static string? UrlInFailReason(ErrorParts parts) =>
        parts.Find(VideoTaskField.FailReason) is { ValueKind: JsonValueKind.String } reason
            && reason.GetString()!.Trim() is var text
            && VideoUrl.LooksLikeUrl(text) ? text : null;

    /// <summary>An error object, text, list, flag or number.</summary>
    public static VideoTaskError? FromValue(JsonElement value, int depth = 0) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim() is { Length: > 0 } text && !IsSuccess(text) ? new() { Message = text } : null,
        JsonValueKind.Number => VideoTaskError.Create(CodeOf(value), message: null),
        JsonValueKind.Array =>
            value.EnumerateArray()
                .Select(item => depth < DeepestNesting ? FromValue(item, depth + 1) : null)
                .FirstOrDefault(error => error is not null),
        JsonValueKind.Object => FromObject(value, depth),
        _ => null,
    };

    /// <summary>Whether a code or a message is the polite way to say that nothing is wrong.</summary>
    public static bool IsSuccess(string text) => text.Trim().TrimEnd('!', '.').ToLowerInvariant()
        is "" or "0" or "200" or "201" or "success" or "ok" or "succeed" or "succeeded" or "successful" or "successfully"
            or "none" or "null" or "no error" or "noerror"
        or "成功" or "操作成功" or "请求成功" or "query success" or "request success" or "completed" or "{}" or "[]" or "false";

    /// <summary>Whether a body has nothing in it but that the query went well: <c>null</c>, <c>{}</c>, <c>{"code": 0, "data": null}</c>.</summary>
    public static bool SaysNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(property => property.Value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => false,
            JsonValueKind.Number => IsSuccess(property.Value.GetRawText()),
            _ => SaysNothing(property.Value),
        }),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.String => IsSuccess(value.GetString()!),
        _ => true,
    };

    private static VideoTaskError? FromObject(JsonElement value, int depth)
    {
        if (!value.EnumerateObject().Any())
        {
            return null;
        }

        var (code, message, type) = (Code(value), Message(value, depth), First(value, TypeNames) is { } t ? TextOf(t) : null);
        if (code is not null || message is not null)
        {
            return new() { Code = code, Message = message, Type = type };
        }

        // {"code": 0, "message": ""} is there to say that there is none; {"foo": "bar"} says something that we have no name for.
        return type is not null ? new() { Type = type }
            : value.EnumerateObject().All(property => IsNothing(property.Value))
            || First(value, CodeNames) is not null
            || First(value, MessageNames) is not null ? null
            : new() { Message = value.GetRawText() };
    }

    private static string? Code(JsonElement value)
    {
        foreach (var name in CodeNames)
        {
            if (value.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                return CodeOf(found);
            }
        }

        return null;
    }

    private static string? Message(JsonElement value, int depth)
    {
        foreach (var name in MessageNames)
        {
            if (!value.TryGetProperty(name, out var found))
            {
                continue;
            }

            var text = found.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? depth < DeepestNesting ? FromValue(found, depth + 1)?.Message : null
                : TextOf(found);
            if (text is not null && !IsZeroCode(value))
            {
                return text;
            }
        }

        return null;
    }

    // The contract of lconai, and new-api's own sample, have an error object on success too; its code 0 is the whole news.
    private static bool IsZeroCode(JsonElement value) =>
        First(value, CodeNames) is { ValueKind: JsonValueKind.Number } code && code.GetRawText() == "0";

    private static JsonElement? First(JsonElement value, string[] names)
    {
        foreach (var name in names)
        {
            if (value.TryGetProperty(name, out var found) && !IsNothing(found))
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
            || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));

    private static string? CodeOf(JsonElement? value) => value is { } found && TextOf(found) is { } text && !IsSuccess(text) ? text : null;

    private static string? MessageOf(JsonElement? value)
    {
        var text = value is not { } found ? null
            : found.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? FromValue(found)?.Message
            : TextOf(found);
        return text is null || IsSuccess(text) ? null : text;
    }

    private static string? TextOf(JsonElement? value) => value is { } found ? JsonText.AsText(found) : null;

    private static string? FailReason(ErrorParts parts) => UrlInFailReason(parts) is null ? MessageOf(parts.Find(VideoTaskField.FailReason)) : null;

    private static string? RefusalOf(ErrorParts parts) => parts.Find(VideoTaskField.Refusal) switch
    {
        { ValueKind: JsonValueKind.Array } reasons =>
            string.Join(" ", reasons.EnumerateArray().Select(reason => JsonText.AsText(reason)).Where(reason => reason is not null)),
        { ValueKind: JsonValueKind.Number } count when count.GetRawText() != "0" => "The result was filtered for safety.",
        _ => null,
    };
}
