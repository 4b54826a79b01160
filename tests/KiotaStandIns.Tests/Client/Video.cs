using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace KiotaStandIns.Tests.Client;

/// <summary>A model as Kiota generates one with a backing store.</summary>
internal sealed class Video : IAdditionalDataHolder, IBackedModel, IParsable
{
    public Video()
    {
        BackingStore = BackingStoreFactorySingleton.Instance.CreateBackingStore();
        AdditionalData = new Dictionary<string, object>();
    }

    public IBackingStore BackingStore { get; }

    public IDictionary<string, object> AdditionalData
    {
        get => BackingStore.Get<IDictionary<string, object>>("AdditionalData") ?? new Dictionary<string, object>();
        set => BackingStore.Set("AdditionalData", value);
    }

    public string? Id
    {
        get => BackingStore.Get<string?>("id");
        set => BackingStore.Set("id", value);
    }

    public VideoStatus? Status
    {
        get => BackingStore.Get<VideoStatus?>("status");
        set => BackingStore.Set("status", value);
    }

    public DateTimeOffset? CreatedAt
    {
        get => BackingStore.Get<DateTimeOffset?>("created_at");
        set => BackingStore.Set("created_at", value);
    }

    public List<string>? Tags
    {
        get => BackingStore.Get<List<string>?>("tags");
        set => BackingStore.Set("tags", value);
    }

    public Video? Source
    {
        get => BackingStore.Get<Video?>("source");
        set => BackingStore.Set("source", value);
    }

    public List<Video>? Remixes
    {
        get => BackingStore.Get<List<Video>?>("remixes");
        set => BackingStore.Set("remixes", value);
    }

    public static Video CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new Video();
    }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "created_at", n => { CreatedAt = n.GetDateTimeOffsetValue(); } },
        { "id", n => { Id = n.GetStringValue(); } },
        { "remixes", n => { Remixes = n.GetCollectionOfObjectValues(CreateFromDiscriminatorValue)?.AsList(); } },
        { "source", n => { Source = n.GetObjectValue(CreateFromDiscriminatorValue); } },
        { "status", n => { Status = n.GetEnumValue<VideoStatus>(); } },
        { "tags", n => { Tags = n.GetCollectionOfPrimitiveValues<string>()?.AsList(); } },
    };

    public void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteDateTimeOffsetValue("created_at", CreatedAt);
        writer.WriteStringValue("id", Id);
        writer.WriteCollectionOfObjectValues("remixes", Remixes);
        writer.WriteObjectValue("source", Source);
        writer.WriteEnumValue("status", Status);
        writer.WriteCollectionOfPrimitiveValues("tags", Tags);
        writer.WriteAdditionalData(AdditionalData);
    }
}
