namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is a 32-bit number.</summary>
/// <param name="value">The value.</param>
public class UntypedInteger(int value) : UntypedNode
{
    private readonly int _value = value;

    /// <summary>The value.</summary>
    public new int GetValue() => _value;
}
