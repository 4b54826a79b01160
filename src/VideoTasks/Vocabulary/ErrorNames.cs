using VideoTasks.Generated;
using static VideoTasks.Generated.VideoTaskField;
using static VideoTasks.Vocabulary.Certainty;

namespace VideoTasks.Vocabulary;

/// <summary>What vendors call errors.</summary>
internal static class ErrorNames
{
    public static IReadOnlyList<FieldRow> Rows { get; } =
    [
        // An object, a text, a list, a code: whatever stands there is about an error.
        new("error", Error, 0, Certain, "skyengine"),
        new("errors", Error, 1, ByValue, "siliconflow"),
        new("failure", Error, 2, ByValue, "runway"),
        new("failure_reason", Error, 3, ByValue, "luma"),
        new("failedReason", Error, 4, ByValue, "leonardo"),
        new("error_info", Error, 5, ByValue),
        new("error_detail", Error, 6, ByValue),
        new("error_details", Error, 7, ByValue),
        new("task_error", Error, 8, ByValue),
        new("exception", Error, 9, ByValue),
        new("last_error", Error, 10, ByValue, "openai"),

        new("error_message", VideoTaskField.ErrorMessage, 0, ByValue, "hedra"),
        new("errorMsg", VideoTaskField.ErrorMessage, 1, ByValue),
        new("ErrMsg", VideoTaskField.ErrorMessage, 2, ByValue),
        new("error_messages", VideoTaskField.ErrorMessage, 3, ByValue),
        new("failMsg", VideoTaskField.ErrorMessage, 4, ByValue, "kie"),
        new("fail_message", VideoTaskField.ErrorMessage, 5, ByValue),
        new("failure_message", VideoTaskField.ErrorMessage, 6, ByValue),
        new("failure_msg", VideoTaskField.ErrorMessage, 7, ByValue),
        new("failed_msg", VideoTaskField.ErrorMessage, 8, ByValue),
        new("error_description", VideoTaskField.ErrorMessage, 9, ByValue),
        new("err_str", VideoTaskField.ErrorMessage, 10, ByValue),
        new("error_reason", VideoTaskField.ErrorMessage, 11, ByValue),
        new("error_string", VideoTaskField.ErrorMessage, 12, ByValue),
        new("failed_message", VideoTaskField.ErrorMessage, 13, ByValue),
        new("message_error", VideoTaskField.ErrorMessage, 14, ByValue),

        new("ErrorCode", ErrorCode, 0, ByValue, "tencent"),
        new("err_code", ErrorCode, 1, ByValue, "powertokens"),
        new("failCode", ErrorCode, 2, ByValue, "kie"),
        new("failureCode", ErrorCode, 3, ByValue, "runway"),
        new("failed_code", ErrorCode, 4, ByValue),
        new("errno", ErrorCode, 5, ByValue),
        new("error_no", ErrorCode, 6, ByValue),
        new("error_num", ErrorCode, 7, ByValue),

        new("error_type", ErrorType, 0, ByValue, "openrouter"),
        new("failure_type", ErrorType, 1, ByValue),
        new("err_type", ErrorType, 2, ByValue),

        // A message on failure, and the result's URL on success: AnyFast and older new-api.
        new("fail_reason", FailReason, 0, ByValue, "anyfast"),

        // About an error only when something else says that there is one; message: "success" is no error.
        new("task_status_msg", PossibleMessage, 0, ByValue, "kling"),
        new("message", PossibleMessage, 1, ByValue, "powertokens"),
        new("msg", PossibleMessage, 2, ByValue, "kie"),
        new("messege", PossibleMessage, 3, ByValue, "modelslab"),
        new("reason", PossibleMessage, 4, ByValue, "skyengine"),
        new("status_msg", PossibleMessage, 5, ByValue, "minimax"),
        new("status_message", PossibleMessage, 6, ByValue),
        new("status_reason", PossibleMessage, 7, ByValue),
        new("status_detail", PossibleMessage, 8, ByValue),
        new("description", PossibleMessage, 9, ByValue, "skyengine"),
        new("info", PossibleMessage, 10, ByValue, "together"),

        // What went wrong, at FastAPI servers, and where a queue is "completed" with a failure (Qiniu).
        new("detail", Detail, 0, ByValue, "luma"),
        new("details", Detail, 1, ByValue, "skyengine"),

        new("code", PossibleCode, 0, ByValue, "powertokens"),
        new("status_code", PossibleCode, 1, ByValue, "minimax"),
        new("ret_code", PossibleCode, 2, ByValue),
        new("result_code", PossibleCode, 3, ByValue),

        // Google's way to say that a finished operation made nothing.
        new("raiMediaFilteredReasons", Refusal, 0, ByValue, "vertex"),
        new("raiMediaFilteredCount", Refusal, 1, ByValue, "vertex"),
    ];
}
