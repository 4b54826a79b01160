using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace KiotaStandIns.Tests.Client;

/// <summary>An error model as Kiota generates one.</summary>
internal sealed class VideoError : ApiException, IParsable
{
    public string? Code { get; set; }

    public string? MessageEscaped { get; set; }

    public override string Message => MessageEscaped ?? string.Empty;

    public static VideoError CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new VideoError();
    }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "code", n => { Code = n.GetStringValue(); } },
        { "message", n => { MessageEscaped = n.GetStringValue(); } },
    };

    public void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("code", Code);
        writer.WriteStringValue("message", MessageEscaped);
    }
}
