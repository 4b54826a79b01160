namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Reads documents of one content type.</summary>
public interface IParseNodeFactory
{
    /// <summary>The content type.</summary>
    string ValidContentType { get; }

    /// <summary>Reads a document.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="content">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The document's root.</returns>
    Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default);
}
