namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A model that can be read and written.</summary>
public interface IParsable
{
    /// <summary>What to do with each property that is read, by its name on the wire.</summary>
    IDictionary<string, Action<IParseNode>> GetFieldDeserializers();

    /// <summary>Writes the model's properties.</summary>
    /// <param name="writer">Takes them.</param>
    void Serialize(ISerializationWriter writer);
}
