namespace Microsoft.Kiota.Abstractions.Authentication;

/// <summary>Gives the tokens that <see cref="BaseBearerTokenAuthenticationProvider"/> sends.</summary>
public interface IAccessTokenProvider
{
    /// <summary>The hosts that may get a token.</summary>
    AllowedHostsValidator AllowedHostsValidator { get; }

    /// <summary>Gives a token for a URL.</summary>
    /// <param name="uri">The URL of the request.</param>
    /// <param name="additionalAuthenticationContext">What a challenge of the server added, such as <c>claims</c>.</param>
    /// <param name="cancellationToken">Cancels getting the token.</param>
    /// <returns>The token; empty when the URL must not get one.</returns>
    Task<string> GetAuthorizationTokenAsync(
        Uri uri,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default);
}
