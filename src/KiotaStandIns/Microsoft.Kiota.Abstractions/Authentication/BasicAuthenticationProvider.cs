using System.Text;

namespace Microsoft.Kiota.Abstractions.Authentication;

/// <summary>Sends a user name and a password (RFC 7617).</summary>
public class BasicAuthenticationProvider : IAuthenticationProvider
{
    private const string AuthorizationHeader = "Authorization";

    private readonly string _credential;

    /// <summary>A provider for one user.</summary>
    /// <param name="username">The user's name.</param>
    /// <param name="password">The password.</param>
    public BasicAuthenticationProvider(string username, string password)
    {
        ThrowIfNullOrEmpty(username, nameof(username));
        ThrowIfNullOrEmpty(password, nameof(password));
        _credential = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
    }

    /// <inheritdoc/>
    public Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.TryAdd(AuthorizationHeader, $"Basic {_credential}");
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
