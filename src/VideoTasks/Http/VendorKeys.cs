using VideoTasks.Vendors;

namespace VideoTasks.Http;

/// <summary>
/// A client's key: one for good, or one that the application is asked for before each request. Each that was used is taken out of what comes back.
/// </summary>
internal sealed class VendorKeys
{
    private readonly VideoVendorAuthentication _authentication;
    private readonly VendorCredential _fixed;
    private readonly Func<CancellationToken, ValueTask<string?>>? _provider;
    private readonly Func<string?, string?> _check;

    /// <param name="authentication">How the key is sent.</param>
    /// <param name="key">The key; null or empty sends none.</param>
    public VendorKeys(VideoVendorAuthentication authentication, string? key)
    {
        _authentication = authentication;
        Mask = new(key);
        _fixed = new(authentication, key, Mask);
        _check = static text => text;
    }

    /// <param name="authentication">How the key is sent.</param>
    /// <param name="provider">Gives the key of a request; null or empty sends none.</param>
    /// <param name="check">Turns what it gives into what is sent, or throws where no header can hold it.</param>
    public VendorKeys(
        VideoVendorAuthentication authentication, Func<CancellationToken, ValueTask<string?>> provider, Func<string?, string?> check)
        : this(authentication, key: null) => (_provider, _check) = (provider, check);

    /// <summary>Takes the keys out of what comes back.</summary>
    public KeyMask Mask { get; }

    /// <summary>Whether another key may be had by asking again.</summary>
    public bool MayChange => _provider is not null;

    /// <summary>Whether a handler that follows redirects would take a key along.</summary>
    public bool OutliveRedirects => MayChange ? VendorCredential.IsTakenAlong(_authentication) : _fixed.OutlivesRedirects;

    /// <summary>The key for one request.</summary>
    /// <exception cref="ApplicationHandlerException">The application's function failed; nothing was sent.</exception>
    public async ValueTask<VendorCredential> GetAsync(CancellationToken cancellationToken)
    {
        if (_provider is null)
        {
            return _fixed;
        }

        string? text;
        try
        {
            text = await _provider(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new ApplicationHandlerException(wasSent: false, exception, "the application's ApiKeyProvider failed");
        }

        var key = _check(text);
        Mask.Add(key);
        return new(_authentication, key, Mask);
    }

    /// <summary>The URL without parameters that hold a key, and without user info.</summary>
    public Uri RemoveFrom(Uri uri) => _fixed.RemoveFrom(uri);
}
