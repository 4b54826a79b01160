using System.Globalization;
using System.Net;
using VideoTasks.Vocabulary;

namespace VideoTasks.Calls;

/// <summary>
/// What an error answer means. The vendor's code counts most, since one status stands for many things (EZModel's 404 for not found, not ready,
/// expired and unauthorized; new-api's 400 for a task that does not exist); then its words; then the status.
/// </summary>
internal static class ErrorClassifier
{
    public static ErrorKind Classify(HttpStatusCode status, ErrorBody body, VendorErrorContext context)
    {
        // HTTP 200 around an error, or 400 for every error (SkyEngine): the code is the status.
        if ((int)status is < 400 or 400 && int.TryParse(body.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 400 and < 600 && !body.IsMiniMax)
        {
            status = (HttpStatusCode)number;
        }

        return (body.IsMiniMax ? ErrorVocabulary.OfMiniMaxCode(body.Code) : null)
            ?? ErrorVocabulary.OfCode(body.Code)
            ?? ErrorVocabulary.OfMessage(body.Message, kind => IsPossible(kind, status, context))
            ?? OfType(body.Type)
            ?? OfStatus(status);
    }

    // Words prove little against a status that says something else: a 500 with "not found" in it is still a 500.
    private static bool IsPossible(ErrorKind kind, HttpStatusCode status, VendorErrorContext context) => (int)status switch
    {
        // 402 and 410 mean one thing only.
        402 or 410 => false,
        401 => kind is ErrorKind.QuotaExceeded,
        403 => kind is ErrorKind.QuotaExceeded or ErrorKind.Expired or ErrorKind.RateLimited,
        404 => kind is ErrorKind.NotReady or ErrorKind.Expired or ErrorKind.NotFound or ErrorKind.Unauthorized && context.Operation != VideoOperation.Create,
        400 or 405 or 409 or 422 or 425 => kind is not (ErrorKind.NotReady or ErrorKind.NotFound or ErrorKind.Expired) || context.Id is not null,
        429 => kind is ErrorKind.QuotaExceeded,
        < 400 => true,
        _ => false,
    };

    // invalid_request_error is what the new-api family calls everything; these few say something.
    private static ErrorKind? OfType(string? type) => type is null || type.Contains("invalid_request", StringComparison.OrdinalIgnoreCase) ? null
        : ErrorVocabulary.OfCode(type) is { } kind and not (ErrorKind.Unavailable or ErrorKind.InvalidRequest) ? kind
        : null;

    private static ErrorKind OfStatus(HttpStatusCode status) => (int)status switch
    {
        401 or 403 or 407 => ErrorKind.Unauthorized,
        402 => ErrorKind.QuotaExceeded,
        404 => ErrorKind.NotFound,
        408 => ErrorKind.Unavailable,
        410 => ErrorKind.Expired,
        425 => ErrorKind.NotReady,
        429 => ErrorKind.RateLimited,
        >= 500 => ErrorKind.Unavailable,
        _ => ErrorKind.InvalidRequest,
    };
}
