namespace VideoTasks;

/// <summary>The kinds of error that callers tell apart.</summary>
internal enum ErrorKind
{
    InvalidRequest,
    Unauthorized,
    QuotaExceeded,
    RateLimited,
    NotFound,
    NotReady,
    Expired,
    Unavailable,
}
