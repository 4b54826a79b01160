namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema that is null.</summary>
public class UntypedNull : UntypedNode
{
    /// <summary>Null.</summary>
    public new object? GetValue() => null;
}
