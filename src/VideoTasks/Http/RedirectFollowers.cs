namespace VideoTasks.Http;

/// <summary>
/// Callers' handlers that follow redirects by themselves. .NET's repeat a request with all its headers wherever a redirect leads, but for
/// <c>Authorization</c>: no key may go through them that is sent in another header.
/// </summary>
internal static class RedirectFollowers
{
    private const string Remedy = "The library follows redirects itself and keeps the key at home: set AllowAutoRedirect = false on the handler.";

    /// <summary>The handler at the end of a chain.</summary>
    public static HttpMessageHandler? PrimaryOf(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }

        return handler;
    }

    /// <exception cref="VideoTaskException">The handler is one that follows redirects.</exception>
    public static void Refuse(HttpMessageHandler? primary, string owner)
    {
        if (primary is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
        {
            throw new VideoTaskException(ErrorMessages.FollowsRedirects(owner, Remedy));
        }
    }

    /// <summary>The error for an answer that came from an origin which has seen the key.</summary>
    public static RefusedRequestException Found(string from, string to) => new(
        Refusal.FollowedRelocation,
        $"A handler followed a redirect from {from} to {to} by itself, which has seen the key: replace the key. {Remedy}");

    /// <summary>
    /// The error for an answer to another request than was sent: handlers turn what a redirect repeats into a GET without its body.
    /// </summary>
    public static RefusedRequestException Changed(HttpMethod from, HttpMethod to) => new(
        Refusal.FollowedRelocation,
        $"A handler followed a redirect by itself and made a {to} of the {from}: what became of it is not known. {Remedy}");
}
