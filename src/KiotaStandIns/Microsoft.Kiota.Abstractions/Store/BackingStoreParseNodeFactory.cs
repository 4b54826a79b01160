using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Abstractions.Store;

/// <summary>Reads models so that what is read does not count as changed.</summary>
/// <param name="concrete">The factory that reads.</param>
public class BackingStoreParseNodeFactory(IParseNodeFactory concrete)
    : ParseNodeProxyFactory(concrete, static model => SetInitialized(model, false), static model => SetInitialized(model, true))
{
    private static void SetInitialized(IParsable model, bool initialized)
    {
        if (model is IBackedModel { BackingStore: { } store })
        {
            store.InitializationCompleted = initialized;
        }
    }
}
