namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is an array.</summary>
/// <param name="value">The items.</param>
public class UntypedArray(IEnumerable<UntypedNode> value) : UntypedNode
{
    private readonly IEnumerable<UntypedNode> _value = value;

    /// <summary>The items.</summary>
    public new IEnumerable<UntypedNode> GetValue() => _value;
}
