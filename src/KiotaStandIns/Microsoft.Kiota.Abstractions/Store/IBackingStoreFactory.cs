namespace Microsoft.Kiota.Abstractions.Store;

/// <summary>Makes stores for models.</summary>
public interface IBackingStoreFactory
{
    /// <summary>Makes an empty store.</summary>
    IBackingStore CreateBackingStore();
}
