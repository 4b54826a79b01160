namespace Microsoft.Kiota.Abstractions.Authentication;

/// <summary>Says which hosts may get a credential.</summary>
public class AllowedHostsValidator
{
    private HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A validator for the hosts given.</summary>
    /// <param name="validHosts">Host names without a scheme; null or none allows every host.</param>
    /// <exception cref="ArgumentException">A host starts with <c>http://</c> or <c>https://</c>.</exception>
    public AllowedHostsValidator(IEnumerable<string>? validHosts = null) => AllowedHosts = validHosts ?? [];

    /// <summary>The hosts; none allows every host.</summary>
    /// <exception cref="ArgumentException">A host starts with <c>http://</c> or <c>https://</c>.</exception>
    public IEnumerable<string> AllowedHosts
    {
        get => [.. _hosts];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var hosts = value.Where(static host => !string.IsNullOrEmpty(host)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var host in hosts)
            {
                if (host.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || host.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                {
                    throw new ArgumentException("host should not contain http or https prefix");
                }
            }

            _hosts = hosts;
        }
    }

    /// <summary>Whether a URL's host may get a credential.</summary>
    /// <param name="uri">The URL.</param>
    public bool IsUrlHostValid(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return _hosts.Count == 0 || _hosts.Contains(uri.Host);
    }
}
