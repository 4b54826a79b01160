using VideoTasks.Vendors;

namespace VideoTasks.Http;

/// <summary>The key of one request, and where it goes. It prints as nothing.</summary>
/// <param name="authentication">How it is sent.</param>
/// <param name="key">The key; null or empty for none.</param>
/// <param name="mask">It and the keys before it, as they come back in URLs.</param>
internal sealed class VendorCredential(VideoVendorAuthentication authentication, string? key, KeyMask mask)
{
    private static readonly string[] Masks = [KeyMask.Replacement, Uri.EscapeDataString(KeyMask.Replacement)];

    /// <summary>A shorter key is found in innocent parameters too.</summary>
    private const int MinRecognisableLength = 8;

    /// <summary>What may be sent to an origin that is not the vendor's.</summary>
    public static readonly IReadOnlySet<string> HarmlessHeaders = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Accept-Language", "Cache-Control", "If-Match", "If-Range", "Range", "User-Agent",
    };

    /// <summary>
    /// Whether a handler that follows redirects takes the key along: .NET's own take off <c>Authorization</c>, and no other header.
    /// </summary>
    public bool OutlivesRedirects => !string.IsNullOrEmpty(key) && IsTakenAlong(authentication);

    /// <summary>The same of any key that is sent in this way.</summary>
    public static bool IsTakenAlong(VideoVendorAuthentication authentication) => authentication.Location == VideoKeyLocation.Header
        && !authentication.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether another one is the same key.</summary>
    public bool IsSameAs(VendorCredential other) => string.Equals(key, other.Value, StringComparison.Ordinal);

    /// <summary>Puts the key on a request to the vendor. A value that is there already stays.</summary>
    /// <returns>The name of the header that was added; null when none was.</returns>
    public string? Apply(HttpRequestMessage request)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        if (authentication.Location == VideoKeyLocation.Header)
        {
            return !request.Headers.Contains(authentication.Name)
                && request.Headers.TryAddWithoutValidation(authentication.Name, authentication.Scheme is { } scheme ? $"{scheme} {key}" : key)
                ? authentication.Name : null;
        }

        var uri = request.RequestUri!;
        if (!UrlQuery.Contains(uri, authentication.Name))
        {
            request.RequestUri = ExactUrl.Create(UrlQuery.With(uri, authentication.Name, key));
        }

        return null;
    }

    /// <summary>The URL with the key where it was taken out of a URL or an id that the vendor itself had put it into.</summary>
    public Uri Restore(Uri uri)
    {
        if (string.IsNullOrEmpty(key))
        {
            return uri;
        }

        var text = uri.OriginalString;
        foreach (var masked in Masks)
        {
            text = text.Replace(masked, Uri.EscapeDataString(key), StringComparison.Ordinal);
        }

        return ReferenceEquals(text, uri.OriginalString) ? uri : new Uri(text);
    }

    /// <summary>Takes everything off a request that could carry the key, also a key that a redirect or a body echoes into its URL.</summary>
    public void Remove(HttpRequestMessage request)
    {
        RemoveHeaders(request);
        request.RequestUri = RemoveFrom(request.RequestUri!);
    }

    /// <summary>Leaves a request the headers that anybody may see.</summary>
    public static void RemoveHeaders(HttpRequestMessage request)
    {
        foreach (var name in request.Headers.NonValidated.Select(header => header.Key).Where(name => !HarmlessHeaders.Contains(name)).ToList())
        {
            request.Headers.Remove(name);
        }
    }

    /// <summary>The URL without parameters that hold the key, and without user info.</summary>
    public Uri RemoveFrom(Uri uri)
    {
        if (uri.UserInfo.Length > 0)
        {
            uri = UrlQuery.WithoutUserInfo(uri);
        }

        return mask.HasKey ? UrlQuery.Without(uri, IsKey) : uri;
    }

    /// <inheritdoc/>
    public override string ToString() => "";

    private string? Value => key;

    private bool IsKey(string name, string value)
    {
        var isItsParameter = authentication.Location == VideoKeyLocation.Query && string.Equals(name, authentication.Name, StringComparison.Ordinal);
        return mask.Keys.Any(known => isItsParameter
            ? string.Equals(value, known.Key, StringComparison.Ordinal)
            : known.Key.Length >= MinRecognisableLength && value.Contains(known.Key, StringComparison.Ordinal));
    }
}
