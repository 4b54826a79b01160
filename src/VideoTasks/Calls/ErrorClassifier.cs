using System.Globalization;
using System.Net;
using VideoTasks.Vocabulary;
using static VideoTasks.VideoTaskErrorReason;

namespace VideoTasks.Calls;

/// <summary>
/// What an error answer means. The vendor's code counts most, since one status stands for many things (EZModel's 404 for not found, not ready,
/// expired and unauthorized; new-api's 400 for a task that does not exist); then its words; then the status.
/// </summary>
internal static class ErrorClassifier
{
    public static VideoTaskErrorReason Classify(HttpStatusCode status, ErrorBody body, VendorErrorContext context)
    {
        // HTTP 200 around an error, or 400 for every error (SkyEngine): the code is the status.
        if ((int)status is < 400 or 400
            && int.TryParse(body.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 400 and < 600
            && !body.IsMiniMax)
        {
            status = (HttpStatusCode)number;
        }

        return (body.IsMiniMax ? ErrorVocabulary.OfMiniMaxCode(body.Code) : null)
            ?? ErrorVocabulary.OfCode(body.Code)
            ?? ErrorVocabulary.OfMessage(body.Message, reason => IsPossible(reason, status, context))
            ?? OfType(body.Type)
            ?? OfStatus(status);
    }

    // Words prove little against a status that says something else: a 500 with "not found" in it is still a 500.
    private static bool IsPossible(VideoTaskErrorReason reason, HttpStatusCode status, VendorErrorContext context) => (int)status switch
    {
        // 402 and 410 mean one thing only.
        402 or 410 => false,
        401 => reason is QuotaExceeded,
        403 => reason is QuotaExceeded or Expired or RateLimited,
        404 => reason is NotReady or Expired or NotFound or Unauthorized && context.Operation != VideoOperation.Create,
        400 or 405 or 409 or 422 or 425 => reason is not (NotReady or NotFound or Expired) || context.Id is not null,
        429 => reason is QuotaExceeded,
        < 400 => true,
        _ => false,
    };

    // invalid_request_error is what the new-api family calls everything; these few say something.
    private static VideoTaskErrorReason? OfType(string? type) =>
        type is null || type.Contains("invalid_request", StringComparison.OrdinalIgnoreCase) ? null
        : ErrorVocabulary.OfCode(type) is { } reason and not (Unavailable or InvalidRequest) ? reason
        : null;

    private static VideoTaskErrorReason OfStatus(HttpStatusCode status) => (int)status switch
    {
        401 or 403 or 407 => Unauthorized,
        402 => QuotaExceeded,
        404 => NotFound,
        408 => Unavailable,
        410 => Expired,
        425 => NotReady,
        429 => RateLimited,
        >= 500 => Unavailable,
        _ => InvalidRequest,
    };
}
