namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is true or false.</summary>
/// <param name="value">The value.</param>
public class UntypedBoolean(bool value) : UntypedNode
{
    private readonly bool _value = value;

    /// <summary>The value.</summary>
    public new bool GetValue() => _value;
}
