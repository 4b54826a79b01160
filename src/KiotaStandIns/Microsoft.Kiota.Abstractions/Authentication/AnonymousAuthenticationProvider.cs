namespace Microsoft.Kiota.Abstractions.Authentication;

/// <summary>Sends requests without a credential.</summary>
public class AnonymousAuthenticationProvider : IAuthenticationProvider
{
    /// <inheritdoc/>
    public Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default) => Task.CompletedTask;
}
