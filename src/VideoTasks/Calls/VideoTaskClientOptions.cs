using System.Net;
using Microsoft.Extensions.Logging;

namespace VideoTasks;

/// <summary>How a client talks to its vendor.</summary>
public sealed class VideoTaskClientOptions
{
    /// <summary>
    /// What <see cref="VideoTask.Vendor"/> and the handle of its tasks say, to tell two accounts of one vendor apart. Null, the default, is the
    /// vendor's name.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The vendor's API key, without a scheme such as <c>Bearer</c>. Null sends none. It goes to the vendor's own origins only. The line break that
    /// the file of a secret ends with is left out; what else no header can hold is refused with <see cref="VideoTaskErrorReason.Configuration"/>.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Gives the key where it changes: a vault, a token that is renewed. Asked before each request, so it keeps what it has as long as that is good;
    /// what it gives wins over <see cref="ApiKey"/>, and is checked and kept out of everything as that is. Where the vendor refuses a key (401), it
    /// is asked once more, and the request goes out again if it gives another one. What it throws is
    /// <see cref="VideoTaskErrorReason.Unavailable"/>, with nothing sent.
    /// </summary>
    public Func<CancellationToken, ValueTask<string?>>? ApiKeyProvider { get; set; }

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
    /// <see cref="HttpHandler"/> that connects by itself.
    /// </summary>
    public int MaxConnectionsPerServer { get; set; } = Http.VendorTransport.DefaultMaxConnections;

    /// <summary>The clock for waits, timeouts and retries.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where log events go; null logs nothing. No event holds a key or a signed URL.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Sends the requests in place of the library's own connections, and is never disposed here. Null, the default, takes those. A
    /// <see cref="DelegatingHandler"/> without an inner handler goes around the library's own connections. The library follows redirects itself: set
    /// <c>AllowAutoRedirect = false</c> on a handler of .NET's. One that follows them loses only <c>Authorization</c>, so for a vendor with its key
    /// in another header it is refused (<see cref="VideoTaskErrorReason.Configuration"/>). Handlers that send a request again are fine: the library
    /// puts itself before the last one, and lets a create through once. In a container the <c>IHttpClientFactory</c> has this part.
    /// </summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>
    /// The proxy of the library's own connections, which keep their rules about addresses and limits. Null, the default, is the system's.
    /// </summary>
    public IWebProxy? Proxy { get; set; }

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

    /// <summary>What a client checks when it is made, and a container when it starts.</summary>
    /// <exception cref="ArgumentException">A property has a value that can't be; it is named.</exception>
    internal static void Validate(VideoTaskClientOptions options)
    {
        OptionValue.EnsureTimeout(options.RequestTimeout, nameof(RequestTimeout));
        OptionValue.EnsureAtLeast(options.MaxRetries, 0, nameof(MaxRetries));
        OptionValue.EnsurePause(options.RetryDelay, nameof(RetryDelay));
        OptionValue.EnsureAtLeast(options.MaxResponseBytes, 1, nameof(MaxResponseBytes));
        OptionValue.EnsureAtLeast(options.MaxConnectionsPerServer, 1, nameof(MaxConnectionsPerServer));
        OptionValue.EnsureNotNull(options.TimeProvider, nameof(TimeProvider));
    }
}
