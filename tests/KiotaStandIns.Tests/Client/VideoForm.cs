using Microsoft.Kiota.Abstractions.Serialization;

namespace KiotaStandIns.Tests.Client;

/// <summary>A model as Kiota generates one for a form: forms hold no collections of models.</summary>
internal sealed class VideoForm : IParsable
{
    public string? Prompt { get; set; }

    public int? Seconds { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "prompt", n => { Prompt = n.GetStringValue(); } },
        { "seconds", n => { Seconds = n.GetIntValue(); } },
    };

    public void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("prompt", Prompt);
        writer.WriteIntValue("seconds", Seconds);
    }
}
