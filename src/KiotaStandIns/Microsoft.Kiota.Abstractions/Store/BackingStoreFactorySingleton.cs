namespace Microsoft.Kiota.Abstractions.Store;

/// <summary>The factory that models get their stores from.</summary>
public class BackingStoreFactorySingleton
{
    /// <summary>The factory; stores in memory unless another one is set.</summary>
    public static IBackingStoreFactory Instance { get; set; } = new InMemoryBackingStoreFactory();
}
