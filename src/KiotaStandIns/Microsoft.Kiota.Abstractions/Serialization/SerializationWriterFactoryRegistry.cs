using System.Collections.Concurrent;
using Microsoft.Kiota.Abstractions.Store;

namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>The writer factories of every content type.</summary>
public class SerializationWriterFactoryRegistry : ISerializationWriterFactory
{
    /// <summary>The registry that clients register their factories in.</summary>
    public static readonly SerializationWriterFactoryRegistry DefaultInstance = new();

    /// <summary>The factories by content type.</summary>
    public ConcurrentDictionary<string, ISerializationWriterFactory> ContentTypeAssociatedFactories { get; set; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A registry has many content types.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public string ValidContentType =>
        throw new InvalidOperationException("The registry supports multiple content types. Get the registered factory instead.");

    /// <inheritdoc/>
    public ISerializationWriter GetSerializationWriter(string contentType) => GetSerializationWriter(contentType, true);

    /// <summary>Makes a writer that writes all values of a model with a backing store, or the changed ones.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="serializeOnlyChangedValues">Whether only values that changed are written.</param>
    /// <exception cref="InvalidOperationException">No factory is registered for the content type.</exception>
    public ISerializationWriter GetSerializationWriter(string contentType, bool serializeOnlyChangedValues)
    {
        var (factory, known) = GetFactory(contentType);
        return !serializeOnlyChangedValues && factory is BackingStoreSerializationWriterProxyFactory proxy
            ? proxy.GetSerializationWriter(known, serializeOnlyChangedValues: false)
            : factory.GetSerializationWriter(known);
    }

    private (ISerializationWriterFactory Factory, string ContentType) GetFactory(string contentType)
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
}
