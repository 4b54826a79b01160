using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Abstractions.Store;

/// <summary>Writes only the properties that changed, and nulls where they changed to null.</summary>
/// <param name="concrete">The factory whose writers write.</param>
public class BackingStoreSerializationWriterProxyFactory(ISerializationWriterFactory concrete)
    : SerializationWriterProxyFactory(concrete, Before, After, Start)
{
    /// <summary>Makes a writer for all properties, or for the changed ones.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="serializeOnlyChangedValues">Whether only values that changed are written.</param>
    public ISerializationWriter GetSerializationWriter(string contentType, bool serializeOnlyChangedValues) =>
        serializeOnlyChangedValues ? GetSerializationWriter(contentType) : ProxiedSerializationWriterFactory.GetSerializationWriter(contentType);

    private static void Before(IParsable model)
    {
        if (model is IBackedModel { BackingStore: { } store })
        {
            store.ReturnOnlyChangedValues = true;
        }
    }

    private static void After(IParsable model)
    {
        if (model is IBackedModel { BackingStore: { } store })
        {
            store.ReturnOnlyChangedValues = false;
            store.InitializationCompleted = true;
        }
    }

    private static void Start(IParsable model, ISerializationWriter writer)
    {
        if (model is not IBackedModel { BackingStore: { } store })
        {
            return;
        }

        foreach (var key in store.EnumerateKeysForValuesChangedToNull())
        {
            writer.WriteNullValue(key);
        }
    }
}
