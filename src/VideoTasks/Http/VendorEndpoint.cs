using System.Net;
using VideoTasks.Vendors;

namespace VideoTasks.Http;

/// <summary>One vendor as a place on the network: its origins, its key, and what may lead away from it.</summary>
internal sealed class VendorEndpoint
{
    private readonly VendorOrigin _origin;
    private AddressSpaces? _spaces;

    /// <param name="baseUrl">The base URL in use: the vendor's own, or the one that the caller gave instead.</param>
    /// <param name="authentication">How the key is sent.</param>
    /// <param name="key">The key; null or empty sends none.</param>
    public VendorEndpoint(Uri baseUrl, VideoVendorAuthentication authentication, string? key)
        : this(baseUrl, new VendorKeys(authentication, key))
    {
    }

    /// <param name="baseUrl">The base URL in use.</param>
    /// <param name="keys">The key, or where it is from.</param>
    public VendorEndpoint(Uri baseUrl, VendorKeys keys) => (BaseUrl, Keys, _origin) = (baseUrl, keys, VendorOrigin.Of(baseUrl));

    public Uri BaseUrl { get; }

    public VendorKeys Keys { get; }

    /// <summary>Takes the keys out of what comes back.</summary>
    public KeyMask Mask => Keys.Mask;

    /// <summary>Whether a URL that the vendor names in a body is fetched with the key, wherever it is.</summary>
    public bool ContentUrlNeedsKey { get; init; }

    /// <summary>Whether redirects and URLs in bodies may lead to private addresses.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>The query of the base URL, which each request below it has as well.</summary>
    public string BaseQuery { get; init; } = "";

    /// <summary>The most connections to one host.</summary>
    public int MaxConnections { get; init; } = VendorTransport.DefaultMaxConnections;

    /// <summary>The proxy that requests go through; null for the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>The URL of an operation with what the base URL adds to it.</summary>
    public Uri WithBaseQuery(Uri uri) => BaseQuery.Length == 0 ? uri : UrlQuery.WithMissing(uri, BaseQuery);

    public bool Owns(Uri uri) => _origin == VendorOrigin.Of(uri);

    /// <summary>The spaces that URLs of this vendor may lead to: public, and those where the vendor itself is.</summary>
    public async ValueTask<AddressSpaces> PermittedSpacesAsync(CancellationToken cancellationToken)
    {
        if (AllowPrivateAddresses)
        {
            return AddressSpaces.All;
        }

        return _spaces ??= await AddressGuard.SpacesOfAsync(BaseUrl.IdnHost, cancellationToken).ConfigureAwait(false);
    }
}
