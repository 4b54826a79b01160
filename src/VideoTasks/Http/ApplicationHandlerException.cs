namespace VideoTasks.Http;

/// <summary>A handler of the application ended a call with an exception of its own, such as a time limit or a circuit breaker that is open.</summary>
internal sealed class ApplicationHandlerException(bool wasSent, Exception innerException)
    : HttpRequestException(wasSent ? HttpRequestError.Unknown : HttpRequestError.ConnectionError, innerException.Message, innerException)
{
    /// <summary>The rest of a sentence after the vendor's name.</summary>
    public string Description => wasSent
        ? $"gave no answer before a handler of the application ended the call ({InnerException!.GetType().Name})"
        : $"was not asked: a handler of the application ended the call ({InnerException!.GetType().Name})";
}
