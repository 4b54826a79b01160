namespace VideoTasks.Http;

/// <summary>Code of the application ended a call with an exception of its own, such as a time limit or a circuit breaker that is open.</summary>
/// <param name="wasSent">Whether the request may have arrived.</param>
/// <param name="innerException">The application's exception.</param>
/// <param name="what">What happened, in words.</param>
internal sealed class ApplicationHandlerException(
    bool wasSent, Exception innerException, string what = "a handler of the application ended the call")
    : HttpRequestException(wasSent ? HttpRequestError.Unknown : HttpRequestError.ConnectionError, innerException.Message, innerException)
{
    /// <summary>The rest of a sentence after the vendor's name.</summary>
    public string Description => wasSent
        ? $"gave no answer before {what} ({InnerException!.GetType().Name})"
        : $"was not asked: {what} ({InnerException!.GetType().Name})";
}
