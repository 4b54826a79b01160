namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is a text.</summary>
/// <param name="value">The value.</param>
public class UntypedString(string? value) : UntypedNode
{
    private readonly string? _value = value;

    /// <summary>The value.</summary>
    public new string? GetValue() => _value;
}
