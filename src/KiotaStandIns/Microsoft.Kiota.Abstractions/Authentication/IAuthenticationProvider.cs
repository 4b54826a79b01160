namespace Microsoft.Kiota.Abstractions.Authentication;

/// <summary>Puts a credential on a request.</summary>
public interface IAuthenticationProvider
{
    /// <summary>Puts the credential on the request.</summary>
    /// <param name="request">The request; changed in place.</param>
    /// <param name="additionalAuthenticationContext">What a challenge of the server added, such as <c>claims</c>.</param>
    /// <param name="cancellationToken">Cancels getting the credential.</param>
    Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default);
}
