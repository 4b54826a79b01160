using Microsoft.Extensions.Logging;

namespace VideoTasks;

/// <summary>How a client talks to its vendor.</summary>
public sealed class VideoTaskClientOptions
{
    /// <summary>
    /// The vendor's API key, without a scheme such as <c>Bearer</c>. Null sends none. It goes to the vendor's own origins only. The line break that
    /// the
    /// file of a secret ends with is left out; what else no header can hold is refused with <see cref="VideoTaskErrorReason.Configuration"/>.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// The URL to use in place of the one in the vendor's document: a gateway, a proxy, an emulator. With or without the version
    /// (<c>https://host</c> and <c>https://host/v1</c> both work). Null takes the document's. Its query, such as
    /// <c>?api-version=preview</c>, is kept on every request.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// Values of path parameters besides the task's id, by name, such as a project: they win over what the vendor's document says. Most vendors have
    /// none;
    /// <c>vendors --explain</c> tells.
    /// </summary>
    public IDictionary<string, string> PathParameters { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long one request for JSON may take, headers and body, before it counts as failed. 100 seconds by default.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How often a read that failed for a passing reason is sent again. 3 by default; 0 never. Each call has a count of its own, which nothing
    /// resets.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The pause before the first repetition of a read; it doubles each time, up to 30 seconds, and is varied a little. A longer Retry-After wins.
    /// Half a second by default.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The most bytes of a JSON answer that are read. 16 MiB by default.</summary>
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// The most connections to one host at a time, over HTTP/1.1; what would need one more waits for one. 256 by default. Of no effect with an
    /// <see cref="HttpClient"/> of your own.
    /// </summary>
    public int MaxConnectionsPerServer { get; set; } = Http.VendorTransport.DefaultMaxConnections;

    /// <summary>The clock for waits, timeouts and retries.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where log events go; null logs nothing. No event holds a key or a signed URL.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// The client to send through, in place of the library's own connections. Null, the default, takes those. Best is one that leaves redirects to
    /// the library: <c>new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })</c>. One that follows them itself, as .NET's do by
    /// default,
    /// takes <c>Authorization</c> off first, so it will do for a key in that header, and the address is looked at only when the answer is there; for
    /// a
    /// vendor with its key in another header it is refused with <see cref="VideoTaskErrorReason.Configuration"/>. In a container,
    /// <c>IHttpClientFactory</c>
    /// has that part.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Whether redirects and URLs in bodies may lead to private, loopback and link-local addresses although the vendor itself is not there.
    /// False by default.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }

    internal VideoTaskClientOptions Clone()
    {
        var clone = (VideoTaskClientOptions)MemberwiseClone();
        clone.PathParameters = new Dictionary<string, string>(PathParameters, StringComparer.Ordinal);
        return clone;
    }
}
