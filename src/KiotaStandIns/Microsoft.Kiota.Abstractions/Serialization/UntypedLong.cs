namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is a 64-bit number.</summary>
/// <param name="value">The value.</param>
public class UntypedLong(long value) : UntypedNode
{
    private readonly long _value = value;

    /// <summary>The value.</summary>
    public new long GetValue() => _value;
}
