using System.Collections.Concurrent;

namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>The parse node factories of every content type.</summary>
public class ParseNodeFactoryRegistry : IParseNodeFactory
{
    /// <summary>The registry that clients register their factories in.</summary>
    public static readonly ParseNodeFactoryRegistry DefaultInstance = new();

    /// <summary>The factories by content type.</summary>
    public ConcurrentDictionary<string, IParseNodeFactory> ContentTypeAssociatedFactories { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A registry has many content types.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public string ValidContentType =>
        throw new InvalidOperationException("The registry supports multiple content types. Get the registered factory instead.");

    /// <summary>The factory for a content type: for the type itself, else for its suffix (<c>application/vnd.x+json</c> is JSON).</summary>
    /// <param name="contentType">The content type; parameters are ignored.</param>
    /// <returns>The factory, and the content type that it knows.</returns>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public (IParseNodeFactory Factory, string ContentType) GetFactory(string contentType)
    {
        var (exact, suffix) = ContentTypeName.Candidates(contentType);
        if (ContentTypeAssociatedFactories.TryGetValue(exact, out var factory))
        {
            return (factory, exact);
        }

        return ContentTypeAssociatedFactories.TryGetValue(suffix, out factory)
            ? (factory, suffix)
            : throw new InvalidOperationException($"Content type {suffix} does not have a factory registered to be parsed");
    }

    /// <inheritdoc/>
    public Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default)
    {
        var (factory, known) = GetFactory(contentType);
        return factory.GetRootParseNodeAsync(known, content, cancellationToken);
    }
}
