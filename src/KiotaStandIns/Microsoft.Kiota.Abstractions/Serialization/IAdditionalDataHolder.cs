namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A model that keeps properties which its schema does not have.</summary>
public interface IAdditionalDataHolder
{
    /// <summary>Those properties, by their names on the wire.</summary>
    IDictionary<string, object> AdditionalData { get; set; }
}
