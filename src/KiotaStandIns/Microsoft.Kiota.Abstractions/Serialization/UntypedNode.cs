namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value without a schema. The derived types say what it is.</summary>
public class UntypedNode : IParsable
{
    /// <summary>Makes an untyped node; the reader chooses the derived type.</summary>
    /// <param name="parseNode">The node to read.</param>
    public static UntypedNode CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new UntypedNode();
    }

    /// <inheritdoc/>
    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
        new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public virtual void Serialize(ISerializationWriter writer) => ArgumentNullException.ThrowIfNull(writer);

    /// <summary>
    /// An untyped node itself has no value: cast it to what it is (<see cref="UntypedString"/>, <see cref="UntypedObject"/> …) first.
    /// </summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public object? GetValue() => throw new NotSupportedException(
        $"Cast the node to what it is ({GetType().Name}) before getting its value.");
}
