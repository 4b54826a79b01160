namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is a decimal number.</summary>
/// <param name="value">The value.</param>
public class UntypedDecimal(decimal value) : UntypedNode
{
    private readonly decimal _value = value;

    /// <summary>The value.</summary>
    public new decimal GetValue() => _value;
}
