namespace VideoTasks.Http;

/// <summary>Why a request was not sent, or a redirect not followed.</summary>
internal enum Refusal
{
    /// <summary>The URL is neither http nor https.</summary>
    Scheme,

    /// <summary>A redirect leads from https to http.</summary>
    Downgrade,

    /// <summary>The URL leads to an address that is not public.</summary>
    Address,

    /// <summary>More than <see cref="VendorHttp.MaxRedirects"/> redirects.</summary>
    TooManyRedirects,

    /// <summary>A redirect leads back to where it came from.</summary>
    RedirectLoop,

    /// <summary>A redirect without a Location that can be read.</summary>
    BadLocation,

    /// <summary>A request that may be sent once only is led to another origin, whose answer says nothing about it.</summary>
    ForeignStart,

    /// <summary>A handler of the caller's followed a redirect to another origin before we saw it.</summary>
    FollowedRelocation,
}

/// <summary>A request that our own rules forbid. Asking again changes nothing.</summary>
internal sealed class RefusedRequestException(Refusal reason, string message) : HttpRequestException(message)
{
    public Refusal Reason { get; } = reason;

    /// <summary>The refusal in <paramref name="exception"/> or in what it wraps: a connect callback's exceptions arrive wrapped.</summary>
    public static RefusedRequestException? FindIn(Exception? exception)
    {
        while (exception is not null and not RefusedRequestException)
        {
            exception = exception.InnerException;
        }

        return (RefusedRequestException?)exception;
    }
}
