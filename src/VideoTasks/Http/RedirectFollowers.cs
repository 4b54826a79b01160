using System.Runtime.CompilerServices;

namespace VideoTasks.Http;

/// <summary>
/// Callers' handlers that follow redirects by themselves. They repeat a request with all its headers wherever a redirect leads, but for
/// <c>Authorization</c>, and nobody checks the address: behind them our rules can't be kept.
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

    /// <summary>The handler of a client; null where it can't be seen.</summary>
    public static HttpMessageHandler? HandlerOf(HttpClient client)
    {
        try
        {
            return PrimaryOf(HandlerField(client));
        }
        catch (MissingFieldException)
        {
            // A runtime that keeps it elsewhere; then the answer's origin has to tell.
            return null;
        }
    }

    /// <exception cref="VideoConfigurationException">The handler is one that follows redirects.</exception>
    public static void Refuse(HttpMessageHandler? primary, string owner)
    {
        if (primary is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
        {
            throw new VideoConfigurationException($"{owner} follows redirects by itself. {Remedy}");
        }
    }

    /// <summary>The error for an answer that did not come from where it was asked for.</summary>
    public static RefusedRequestException Found(string from, string to, bool hadKey) => new(
        Refusal.FollowedElsewhere,
        $"The HTTP client followed a redirect from {from} to {to} by itself{(hadKey ? ", which has seen the key: replace the key" : "")}. {Remedy}");

    // No public member leads from a client to its handler, and afterwards is too late for the key.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref HttpMessageHandler HandlerField(HttpMessageInvoker invoker);
}
