using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using VideoTasks.Calls;
using VideoTasks.Http;
using VideoTasks.Json;
using VideoTasks.Vendors;

namespace VideoTasks;

/// <summary>The tasks of one vendor. Safe for use by many threads; holds nothing that needs to be disposed.</summary>
public sealed partial class VideoTaskClient : IVideoTaskClient
{
    // One pool of connections for all clients outside a container.
    private static readonly VendorSender SharedSender = VendorSender.Standalone();

    private readonly VideoVendor _vendor;
    private readonly VideoTaskClientOptions _options;
    private readonly VendorHttp _http;
    private readonly VendorRequests _requests;
    private readonly VendorCallExecutor _exchange;
    private readonly ILogger _logger;
    private readonly VideoTaskClientMetadata _metadata;

    /// <summary>A client for a vendor of this library, without a container.</summary>
    /// <param name="vendor">The vendor's name, in any case: see <see cref="VideoVendors.All"/>.</param>
    /// <param name="options">The key and what else the client needs to know; null for the defaults. They are copied.</param>
    /// <remarks>
    /// Any vendor may be named, so a trimmed or natively compiled program keeps all of them. <c>new VideoTaskClient(new HingnetVendor(), …)</c>
    /// keeps the others out.
    /// </remarks>
    /// <exception cref="VideoTaskException">
    /// No vendor has that name, it has no base URL, no header can hold its key, or the HTTP client in the options would take it along redirects
    /// (<see cref="VideoTaskErrorReason.Configuration"/>).
    /// </exception>
    public VideoTaskClient(string vendor, VideoTaskClientOptions? options = null)
        : this(VideoVendors.Catalog.Get(vendor), options)
    {
    }

    /// <summary>A client for a vendor, without a container.</summary>
    /// <param name="vendor">The vendor, of this library or of an assembly of yours.</param>
    /// <param name="options">The key and what else the client needs to know; null for the defaults. They are copied.</param>
    /// <exception cref="VideoTaskException">
    /// The vendor has no base URL, no header can hold its key, or the HTTP client in the options would take it along redirects
    /// (<see cref="VideoTaskErrorReason.Configuration"/>).
    /// </exception>
    public VideoTaskClient(VideoVendor vendor, VideoTaskClientOptions? options = null)
        : this(vendor, options ?? new(), options?.HttpClient is { } client ? VendorSender.From(client) : SharedSender)
    {
    }

    internal VideoTaskClient(VideoVendor vendor, VideoTaskClientOptions options, VendorSender sender)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        _vendor = vendor;
        _options = options.Clone();
        var description = vendor.Description;
        _options.ApiKey = HeaderText.ToKey(options.ApiKey, description.Name);
        var baseUrl = VendorBaseUrl.Resolve(description, options.BaseUrl);
        _logger = options.LoggerFactory?.CreateLogger("VideoTasks." + description.Name) ?? NullLogger.Instance;
        var endpoint = new VendorEndpoint(baseUrl, description.Authentication, _options.ApiKey)
        {
            BaseQuery = VendorBaseUrl.QueryOf(description, options.BaseUrl),
            ContentUrlNeedsKey = description.ContentUrlNeedsKey,
            AllowPrivateAddresses = options.AllowPrivateAddresses,
            MaxConnections = Math.Max(1, options.MaxConnectionsPerServer),
        };
        if (endpoint.Credential.OutlivesRedirects)
        {
            sender.EnsureNoRedirects();
        }

        _http = new VendorHttp(endpoint, sender);
        _metadata = new()
        {
            Vendor = description.Name,
            BaseUrl = baseUrl,
            Operations = [.. description.Operations.Select(operation => operation.Operation).Distinct()],
            PollInterval = description.PollInterval,
        };
        _requests = new VendorRequests(vendor, CreateAdapter(), _options.PathParameters.AsReadOnly(), endpoint);
        _exchange = new VendorCallExecutor(_http, description, _options, _logger);
    }

    private VideoVendorDescription Vendor => _vendor.Description;

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(VideoTaskClientMetadata) ? _metadata
            : serviceType == typeof(TimeProvider) ? _options.TimeProvider
            : serviceType == typeof(VideoVendorDescription) ? Vendor
            : serviceType == typeof(IRequestAdapter) ? CreateAdapter()
            : null;
    }

    private HttpClientRequestAdapter CreateAdapter()
    {
        var client = new HttpClient(new VendorHttpHandler(_http), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        return new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), LenientParseNodeFactory.Instance, httpClient: client)
        {
            BaseUrl = _http.Endpoint.BaseUrl.AbsoluteUri.TrimEnd('/'),
        };
    }
}
