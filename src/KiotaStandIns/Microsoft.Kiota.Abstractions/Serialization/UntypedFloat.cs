namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is a single-precision number.</summary>
/// <param name="value">The value.</param>
public class UntypedFloat(float value) : UntypedNode
{
    private readonly float _value = value;

    /// <summary>The value.</summary>
    public new float GetValue() => _value;
}
