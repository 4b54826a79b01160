namespace Microsoft.Kiota.Abstractions.Store;

/// <summary>A model that keeps its properties in a store.</summary>
public interface IBackedModel
{
    /// <summary>The store.</summary>
    IBackingStore BackingStore { get; }
}
