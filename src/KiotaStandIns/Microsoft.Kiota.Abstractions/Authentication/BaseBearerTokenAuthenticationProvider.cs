namespace Microsoft.Kiota.Abstractions.Authentication;

/// <summary>Sends a bearer token (RFC 6750) that an <see cref="IAccessTokenProvider"/> gives.</summary>
public class BaseBearerTokenAuthenticationProvider : IAuthenticationProvider
{
    private const string AuthorizationHeader = "Authorization";
    private const string ClaimsKey = "claims";

    /// <summary>A provider that asks for a token for every request.</summary>
    /// <param name="accessTokenProvider">Gives the tokens.</param>
    public BaseBearerTokenAuthenticationProvider(IAccessTokenProvider accessTokenProvider)
    {
        ArgumentNullException.ThrowIfNull(accessTokenProvider);
        AccessTokenProvider = accessTokenProvider;
    }

    /// <summary>Gives the tokens.</summary>
    public IAccessTokenProvider AccessTokenProvider { get; }

    /// <inheritdoc/>
    public async Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        // With claims the server has refused the token that is there.
        if (additionalAuthenticationContext?.ContainsKey(ClaimsKey) == true)
        {
            request.Headers.Remove(AuthorizationHeader);
        }

        if (request.Headers.ContainsKey(AuthorizationHeader))
        {
            return;
        }

        var token = await AccessTokenProvider
            .GetAuthorizationTokenAsync(request.URI, additionalAuthenticationContext, cancellationToken).ConfigureAwait(false);
        if (!string.IsNullOrEmpty(token))
        {
            request.Headers.Add(AuthorizationHeader, $"Bearer {token}");
        }
    }
}
