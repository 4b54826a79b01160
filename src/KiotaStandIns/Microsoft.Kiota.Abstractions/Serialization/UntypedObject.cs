namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is an object.</summary>
/// <param name="properties">The properties by name.</param>
public class UntypedObject(IDictionary<string, UntypedNode> properties) : UntypedNode
{
    private readonly IDictionary<string, UntypedNode> _properties = properties;

    /// <summary>The properties by name.</summary>
    public new IDictionary<string, UntypedNode> GetValue() => _properties;
}
