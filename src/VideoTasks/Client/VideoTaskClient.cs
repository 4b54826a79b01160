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
    /// <param name="vendor">The vendor's name, in any case: see <see cref="VideoVendors.Known"/>.</param>
    /// <param name="options">The key and what else the client needs to know; null for the defaults. They are copied.</param>
    /// <remarks>
    /// Any vendor may be named, so a trimmed or natively compiled program keeps all of them. <c>new VideoTaskClient(new HingnetVendor(), …)</c>
    /// keeps the others out.
    /// </remarks>
    /// <exception cref="VideoTaskException">
    /// No vendor has that name, it has no base URL, no header can hold its key, or the HTTP handler in the options can't be used
    /// (<see cref="VideoTaskErrorReason.Configuration"/>).
    /// </exception>
    /// <exception cref="ArgumentException">A property of the options has a value that can't be.</exception>
    public VideoTaskClient(string vendor, VideoTaskClientOptions? options = null)
        : this(VideoVendors.Catalog.Get(vendor), options)
    {
    }

    /// <summary>A client for a vendor, without a container.</summary>
    /// <param name="vendor">The vendor, of this library or of an assembly of yours.</param>
    /// <param name="options">The key and what else the client needs to know; null for the defaults. They are copied.</param>
    /// <exception cref="VideoTaskException">
    /// The vendor has no base URL, no header can hold its key, or the HTTP handler in the options can't be used
    /// (<see cref="VideoTaskErrorReason.Configuration"/>).
    /// </exception>
    /// <exception cref="ArgumentException">A property of the options has a value that can't be.</exception>
    public VideoTaskClient(VideoVendor vendor, VideoTaskClientOptions? options = null)
        : this(vendor, options ?? new(), SharedSender)
    {
    }

    internal VideoTaskClient(VideoVendor vendor, VideoTaskClientOptions options, VendorSender sender)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        VideoTaskClientOptions.Validate(options);
        _vendor = vendor.Supported();
        _options = options.Clone();
        var name = options.Name ?? vendor.Description.Name;
        if (string.IsNullOrWhiteSpace(name) || name.Any(letter => letter == '/' || char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            throw new VideoTaskException(ErrorMessages.ClientNameInvalid(name));
        }

        Vendor = vendor.Description with { Name = name };
        var baseUrl = VendorBaseUrl.Resolve(Vendor, options.BaseUrl);
        _logger = options.LoggerFactory?.CreateLogger("VideoTasks." + vendor.Description.Name) ?? NullLogger.Instance;
        var endpoint = new VendorEndpoint(baseUrl, KeysOf(Vendor, _options))
        {
            BaseQuery = VendorBaseUrl.QueryOf(Vendor, options.BaseUrl),
            ContentUrlNeedsKey = Vendor.ContentUrlNeedsKey,
            AllowPrivateAddresses = options.AllowPrivateAddresses,
            MaxConnections = options.MaxConnectionsPerServer,
            Proxy = options.Proxy,
        };
        if (options.HttpHandler is { } handler)
        {
            sender = VendorSender.From(handler);
            sender.Ensure(endpoint);
        }

        _http = new VendorHttp(endpoint, sender);
        _metadata = new()
        {
            Vendor = vendor.Description.Name,
            Name = name,
            BaseUrl = baseUrl,
            Operations = [.. Vendor.Operations.Select(operation => operation.Operation).Distinct()],
            PollInterval = Vendor.PollInterval,
        };
        _requests = new VendorRequests(vendor, name, CreateAdapter(), _options.PathParameters.AsReadOnly(), endpoint);
        _exchange = new VendorCallExecutor(_http, Vendor, _options, _logger, vendor.Description.Name);
    }

    // With the client's own name, which its tasks and errors have.
    private VideoVendorDescription Vendor { get; }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(VideoTaskClientMetadata) ? _metadata
            : serviceType == typeof(TimeProvider) ? _options.TimeProvider
            : serviceType == typeof(ILogger) ? _logger
            : serviceType == typeof(VideoVendorDescription) ? _vendor.Description
            : serviceType == typeof(IRequestAdapter) ? CreateAdapter()
            : null;
    }

    private static VendorKeys KeysOf(VideoVendorDescription vendor, VideoTaskClientOptions options) => options.ApiKeyProvider is { } provider
        ? new(vendor.Authentication, provider, text => HeaderText.ToKey(text, vendor.Name))
        : new(vendor.Authentication, HeaderText.ToKey(options.ApiKey, vendor.Name));

    private HttpClientRequestAdapter CreateAdapter()
    {
        var client = new HttpClient(new VendorHttpHandler(_http), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        return new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), LenientParseNodeFactory.Instance, httpClient: client)
        {
            BaseUrl = _http.Endpoint.BaseUrl.AbsoluteUri.TrimEnd('/'),
        };
    }
}
