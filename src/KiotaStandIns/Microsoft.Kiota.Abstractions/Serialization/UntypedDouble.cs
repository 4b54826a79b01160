namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is a double-precision number.</summary>
/// <param name="value">The value.</param>
public class UntypedDouble(double value) : UntypedNode
{
    private readonly double _value = value;

    /// <summary>The value.</summary>
    public new double GetValue() => _value;
}
