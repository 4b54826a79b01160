namespace Microsoft.Kiota.Abstractions.Authentication;

/// <summary>Sends an API key in a header or a query parameter.</summary>
public class ApiKeyAuthenticationProvider : IAuthenticationProvider
{
    private readonly string _apiKey;
    private readonly string _parameterName;
    private readonly KeyLocation _keyLocation;
    private readonly AllowedHostsValidator _allowedHosts;

    /// <summary>A provider for one key.</summary>
    /// <param name="apiKey">The key.</param>
    /// <param name="parameterName">The header's or the query parameter's name.</param>
    /// <param name="keyLocation">Where the key goes.</param>
    /// <param name="allowedHosts">The hosts that may get the key; none allows every host.</param>
    public ApiKeyAuthenticationProvider(string apiKey, string parameterName, KeyLocation keyLocation, params string[] allowedHosts)
    {
        ThrowIfNullOrEmpty(apiKey, nameof(apiKey));
        ThrowIfNullOrEmpty(parameterName, nameof(parameterName));
        ArgumentNullException.ThrowIfNull(allowedHosts);
        if (!Enum.IsDefined(keyLocation))
        {
            throw new ArgumentOutOfRangeException(nameof(keyLocation), keyLocation, "A key goes into a header or a query parameter.");
        }

        _apiKey = apiKey;
        _parameterName = parameterName;
        _keyLocation = keyLocation;
        _allowedHosts = new AllowedHostsValidator(allowedHosts);
    }

    /// <summary>Where a key goes.</summary>
    public enum KeyLocation
    {
        /// <summary>Into the query of the URL.</summary>
        QueryParameter,

        /// <summary>Into a header.</summary>
        Header,
    }

    /// <inheritdoc/>
    public Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var uri = request.URI;
        if (!_allowedHosts.IsUrlHostValid(uri))
        {
            return Task.CompletedTask;
        }

        if (_keyLocation == KeyLocation.Header)
        {
            request.Headers.Add(_parameterName, _apiKey);
        }
        else
        {
            var separator = uri.Query.Length == 0 ? '?' : '&';
            request.URI = new Uri($"{uri.OriginalString}{separator}{_parameterName}={Uri.EscapeDataString(_apiKey)}");
        }

        return Task.CompletedTask;
    }

    private static void ThrowIfNullOrEmpty(string value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(parameter);
        }
    }
}
