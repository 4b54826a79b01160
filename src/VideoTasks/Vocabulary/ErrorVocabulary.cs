using System.Collections.Frozen;
using static VideoTasks.VideoTaskErrorReason;

namespace VideoTasks.Vocabulary;

/// <summary>The codes and phrases that vendors use for errors. Codes are compared by <see cref="NameComparer"/>.</summary>
internal static class ErrorVocabulary
{
    private static readonly FrozenDictionary<string, VideoTaskErrorReason> Codes = Build(
        (NotFound,
            "video_not_found task_not_found task_not_exist task_not_exists not_found resource_not_found job_not_found generation_not_found "
                + "record_not_found "
            + "invalid_task_id video_not_exist task_id_not_found not_found_error task_does_not_exist resource_not_exist TaskNotExist"),
        (NotReady,
            "video_not_ready not_ready task_not_ready content_not_ready task_not_completed not_completed video_not_completed task_not_finished "
                + "not_finished "
            + "video_processing task_processing task_in_progress generation_in_progress still_processing video_not_generated"),
        (Expired, "video_expired expired task_expired content_expired url_expired file_expired result_expired asset_expired gone video_deleted"),
        (Unauthorized,
            "unauthorized invalid_api_key invalid_token invalid_access_token access_denied authentication_error invalid_authentication forbidden "
            + "permission_denied permission_error missing_api_key api_key_invalid invalid_apikey InvalidApiKey unauthenticated token_invalid "
                + "token_expired "
            + "AuthFailure UnauthorizedOperation auth_error auth_failed no_permission authentication_failed incorrect_api_key AuthenticationError "
                + "AccessDenied InvalidCredential"),
        (QuotaExceeded,
            "insufficient_user_quota insufficient_quota insufficient_balance insufficient_credits insufficient_credit quota_exceeded arrearage "
            + "billing_hard_limit_reached payment_required balance_not_enough not_enough_credits pre_consume_token_quota_failed quota_not_enough "
                + "out_of_credits "
            + "account_overdue insufficient_funds no_balance token_quota_exceeded credit_not_enough AccountOverdueError"),
        (RateLimited,
            "rate_limit_exceeded rate_limited rate_limit rate_limit_error too_many_requests throttling throttling_ratequota throttling_rate_quota "
            + "concurrency_limit_exceeded resource_exhausted requests_limit_exceeded rate_limit_reached RequestLimitExceeded"),
        (InvalidRequest,
            "invalid_parameter invalid_parameters bad_request_body invalid_request bad_request invalid_argument invalid_prompt "
                + "content_policy_violation "
            + "moderation_blocked model_not_found unsupported_model InvalidParameter DataInspectionFailed read_request_body_failed validation_error"),
        (Unavailable,
            "internal_error internal_server_error server_error service_unavailable overloaded overloaded_error system_error upstream_error timeout "
            + "get_channel_failed bad_response_status_code gen_relay_info_failed do_request_failed bad_gateway"));

    // MiniMax answers HTTP 200 to everything and says what it means in base_resp.status_code.
    private static readonly FrozenDictionary<string, VideoTaskErrorReason> MiniMaxCodes = new Dictionary<string, VideoTaskErrorReason>
    {
        ["1000"] = Unavailable,
        ["1001"] = Unavailable,
        ["1002"] = RateLimited,
        ["1004"] = Unauthorized,
        ["1008"] = QuotaExceeded,
        ["1013"] = Unavailable,
        ["1026"] = InvalidRequest,
        ["1027"] = InvalidRequest,
        ["1039"] = RateLimited,
        ["2013"] = InvalidRequest,
        ["2049"] = Unauthorized,
        ["2056"] = QuotaExceeded,
    }.ToFrozenDictionary();

    private static readonly (VideoTaskErrorReason Reason, string[] Phrases)[] Phrases =
    [
        (Unauthorized,
            [
                "invalid token", "invalid api key", "invalid api-key", "incorrect api key", "api key is invalid", "api key not valid",
                "missing api key", "no api key",
             "missing authentication", "unauthorized", "authentication fail", "invalid credential", "令牌无效", "无效的令牌", "token expired",
             "key has expired"]),
        (QuotaExceeded,
            [
                "insufficient",
                "quota has been used",
                "out of credit",
                "no credit",
                "not enough credit",
                "exceeded your current quota",
                "余额不足",
                "额度不足",
                "欠费"]),
        (NotReady,
            [
                "not ready", "not completed yet", "not complete", "not yet completed", "still processing", "still being", "is being processed",
                "is processing",
             "being generated", "not finished", "has not finished", "in progress", "未完成", "生成中", "处理中", "尚未"]),
        (NotFound, ["not found", "not exist", "no such", "does not exist", "不存在"]),
        (Expired, ["expired", "no longer available", "已过期"]),
        (RateLimited, ["rate limit", "too many requests", "请求过于频繁"]),
    ];

    /// <summary>What a vendor's code means; null when no rule knows it.</summary>
    public static VideoTaskErrorReason? OfCode(string? code)
    {
        if (code is null)
        {
            return null;
        }

        // AuthFailure.SignatureFailure: the first word is the family.
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        return Codes.TryGetValue(code, out var reason)
            || (dot > 0 && Codes.TryGetValue(code[..dot], out reason)) ? reason : null;
    }

    public static VideoTaskErrorReason? OfMiniMaxCode(string? code) =>
        code is not null && MiniMaxCodes.TryGetValue(code, out var reason) ? reason : null;

    /// <summary>What a vendor's message means, as far as <paramref name="isPossible"/> admits it; null when no phrase is known.</summary>
    public static VideoTaskErrorReason? OfMessage(string? message, Func<VideoTaskErrorReason, bool> isPossible)
    {
        if (string.IsNullOrEmpty(message))
        {
            return null;
        }

        foreach (var (reason, phrases) in Phrases)
        {
            if (isPossible(reason) && phrases.Any(phrase => message.Contains(phrase, StringComparison.OrdinalIgnoreCase)))
            {
                return reason;
            }
        }

        return null;
    }

    private static FrozenDictionary<string, VideoTaskErrorReason> Build(params (VideoTaskErrorReason Reason, string Words)[] groups)
    {
        var table = new Dictionary<string, VideoTaskErrorReason>(NameComparer.Instance);
        foreach (var (reason, words) in groups)
        {
            foreach (var word in words.Split(' '))
            {
                table[word] = reason;
            }
        }

        return table.ToFrozenDictionary(NameComparer.Instance);
    }
}
