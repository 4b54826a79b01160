namespace Microsoft.Kiota.Abstractions.Store;

/// <summary>Makes stores in memory.</summary>
public class InMemoryBackingStoreFactory : IBackingStoreFactory
{
    /// <inheritdoc/>
    public IBackingStore CreateBackingStore() => new InMemoryBackingStore();
}
