namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>The names under which a registry may know a content type.</summary>
internal static class ContentTypeName
{
    /// <summary>The content type without parameters, and the same with only the structured suffix as subtype.</summary>
    public static (string Exact, string Suffix) Candidates(string contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            throw new ArgumentNullException(nameof(contentType));
        }

        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        var exact = (end < 0 ? contentType : contentType[..end]).Trim();
        var slash = exact.IndexOf('/', StringComparison.Ordinal);
        var plus = exact.LastIndexOf('+');
        return (exact, slash >= 0 && plus > slash ? string.Concat(exact.AsSpan(0, slash + 1), exact.AsSpan(plus + 1)) : exact);
    }
}
