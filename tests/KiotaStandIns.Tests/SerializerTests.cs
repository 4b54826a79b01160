using System.Text;
using KiotaStandIns.Tests.Client;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;
using Microsoft.Kiota.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace KiotaStandIns.Tests;

/// <summary>The serializers, the registries and the backing store around the published JSON package. They share the default registries.</summary>
public class SerializerTests
{
    private const string Json = "application/json";
    private const string VideoJson = """{"id":"v","status":"queued"}""";

    public SerializerTests()
    {
        ApiClientBuilder.RegisterDefaultSerializer<JsonSerializationWriterFactory>();
        ApiClientBuilder.RegisterDefaultDeserializer<JsonParseNodeFactory>();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MemoryStream VideoStream => new(Encoding.UTF8.GetBytes(VideoJson));

    [Fact]
    public async Task A_model_is_read_from_a_text_or_a_stream_with_or_without_a_factory()
    {
        var videos = new IParsable?[]
        {
            await KiotaSerializer.DeserializeAsync(Json, VideoJson, Video.CreateFromDiscriminatorValue, Cancellation),
            await KiotaSerializer.DeserializeAsync(Json, VideoStream, Video.CreateFromDiscriminatorValue, Cancellation),
            await KiotaSerializer.DeserializeAsync<Video>(Json, VideoJson, Cancellation),
            await KiotaSerializer.DeserializeAsync<Video>(Json, VideoStream, Cancellation),
            await KiotaSerializer.DeserializeAsync(typeof(Video), Json, VideoJson, Cancellation),
            await KiotaSerializer.DeserializeAsync(typeof(Video), Json, VideoStream, Cancellation),
            await KiotaJsonSerializer.DeserializeAsync(VideoJson, Video.CreateFromDiscriminatorValue, Cancellation),
            await KiotaJsonSerializer.DeserializeAsync(VideoStream, Video.CreateFromDiscriminatorValue, Cancellation),
            await KiotaJsonSerializer.DeserializeAsync<Video>(VideoJson, Cancellation),
            await KiotaJsonSerializer.DeserializeAsync<Video>(VideoStream, Cancellation),
            await KiotaJsonSerializer.DeserializeAsync(typeof(Video), VideoJson, Cancellation),
            await KiotaJsonSerializer.DeserializeAsync(typeof(Video), VideoStream, Cancellation),
        };

        foreach (var video in videos)
        {
            video.ShouldBeOfType<Video>().Status.ShouldBe(VideoStatus.Queued);
        }
    }

    [Fact]
    public async Task A_collection_is_read_from_a_text_or_a_stream_with_or_without_a_factory()
    {
        const string text = $"[{VideoJson},{VideoJson}]";
        var collections = new IEnumerable<IParsable>[]
        {
            await KiotaSerializer.DeserializeCollectionAsync(Json, text, Video.CreateFromDiscriminatorValue, Cancellation),
            await KiotaSerializer.DeserializeCollectionAsync<Video>(Json, text, Cancellation),
            await KiotaSerializer.DeserializeCollectionAsync(typeof(Video), Json, text, Cancellation),
            await KiotaJsonSerializer.DeserializeCollectionAsync(text, Video.CreateFromDiscriminatorValue, Cancellation),
            await KiotaJsonSerializer.DeserializeCollectionAsync<Video>(text, Cancellation),
            await KiotaJsonSerializer.DeserializeCollectionAsync(typeof(Video), text, Cancellation),
        };

        foreach (var collection in collections)
        {
            collection.Cast<Video>().Select(static video => video.Id).ShouldBe(["v", "v"]);
        }
    }

    [Fact]
    public async Task An_untyped_node_is_read_as_what_it_is()
    {
        var node = await KiotaJsonSerializer.DeserializeAsync<UntypedNode>("""{"a":[1,null,"x"]}""", Cancellation);

        var items = node.ShouldBeOfType<UntypedObject>().GetValue()["a"].ShouldBeOfType<UntypedArray>().GetValue();
        items.Select(static item => item.GetType()).ShouldBe([typeof(UntypedInteger), typeof(UntypedNull), typeof(UntypedString)]);
    }

    [Fact]
    public async Task A_model_is_written()
    {
        (await KiotaSerializer.SerializeAsStringAsync(Json, NewVideo(), Cancellation)).ShouldBe(VideoJson);
        (await KiotaJsonSerializer.SerializeAsStringAsync(NewVideo(), Cancellation)).ShouldBe(VideoJson);
        (await KiotaJsonSerializer.SerializeAsStringAsync(new[] { NewVideo() }.AsEnumerable(), Cancellation)).ShouldBe($"[{VideoJson}]");
        (await NewVideo().SerializeAsStringAsync(Json, cancellationToken: Cancellation)).ShouldBe(VideoJson);
        (await new[] { NewVideo() }.SerializeAsStringAsync(Json, cancellationToken: Cancellation)).ShouldBe($"[{VideoJson}]");
        using var reader = new StreamReader(KiotaJsonSerializer.SerializeAsStream(NewVideo()));
        (await reader.ReadToEndAsync(Cancellation)).ShouldBe(VideoJson);
    }

    [Fact]
    public async Task A_long_text_is_written_whole()
    {
        var video = new Video { Id = new string('é', 100_000) };

        var read = await KiotaJsonSerializer.DeserializeAsync<Video>(KiotaJsonSerializer.SerializeAsStream(video), Cancellation);

        read!.Id.ShouldBe(video.Id);
    }

    [Fact]
    public void Nothing_cannot_be_written()
    {
        Should.Throw<ArgumentNullException>(() => KiotaSerializer.SerializeAsStream(string.Empty, new Video()));
        Should.Throw<ArgumentNullException>(() => KiotaSerializer.SerializeAsStream(Json, (Video)null!));
        Should.Throw<ArgumentNullException>(() => KiotaSerializer.SerializeAsStream(Json, (IEnumerable<Video>)null!));
    }

    [Fact]
    public async Task A_type_without_a_factory_method_is_refused()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() => KiotaJsonSerializer.DeserializeAsync<VideoForm>("{}", Cancellation));

        error.Message.ShouldContain(nameof(VideoForm));
    }

    [Fact]
    public async Task Only_changes_are_written_once_the_backing_store_is_enabled()
    {
        var writers = Registry();
        var readers = new ParseNodeFactoryRegistry { ContentTypeAssociatedFactories = { [Json] = new JsonParseNodeFactory() } };
        ApiClientBuilder.EnableBackingStoreForSerializationWriterFactory(writers).ShouldBeSameAs(writers);
        ApiClientBuilder.EnableBackingStoreForParseNodeFactory(readers).ShouldBeSameAs(readers);
        var body = """{"id":"v","status":"queued","tags":["a"],"source":{"id":"s","status":"completed"}}"""u8;
        using var stream = new MemoryStream(body.ToArray());
        var video = (await readers.GetRootParseNodeAsync(Json, stream, Cancellation)).GetObjectValue(Video.CreateFromDiscriminatorValue);

        Write(writers, video, changes: true).ShouldBe("{}");
        video.Tags!.Add("b");
        video.Status = null;
        Write(writers, video, changes: true).ShouldBe("""{"status":null,"tags":["a","b"]}""");
        Write(writers, video, changes: true).ShouldBe("{}");
        video.Source!.Status = VideoStatus.InProgress;
        Write(writers, video, changes: true).ShouldBe("""{"source":{"id":"s","status":"in_progress"}}""");
        Write(writers, video, changes: false).ShouldBe("""{"id":"v","source":{"id":"s","status":"in_progress"},"tags":["a","b"]}""");
    }

    [Fact]
    public void Enabling_the_backing_store_wraps_once()
    {
        var registry = Registry();
        ApiClientBuilder.EnableBackingStoreForSerializationWriterFactory(registry);
        var wrapped = registry.ContentTypeAssociatedFactories[Json];
        ApiClientBuilder.EnableBackingStoreForSerializationWriterFactory(registry);

        wrapped.ShouldBeOfType<BackingStoreSerializationWriterProxyFactory>().ValidContentType.ShouldBe(Json);
        registry.ContentTypeAssociatedFactories[Json].ShouldBeSameAs(wrapped);
        ApiClientBuilder.EnableBackingStoreForSerializationWriterFactory(new JsonSerializationWriterFactory())
            .ShouldBeOfType<BackingStoreSerializationWriterProxyFactory>();
        ApiClientBuilder.EnableBackingStoreForParseNodeFactory(new JsonParseNodeFactory()).ShouldBeOfType<BackingStoreParseNodeFactory>();
        ParseNodeFactoryRegistry.DefaultInstance.ContentTypeAssociatedFactories[Json].ShouldBeOfType<BackingStoreParseNodeFactory>();
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/vnd.vendor.v2+json")]
    [InlineData("application/problem+json;charset=utf-8")]
    public void A_content_type_finds_its_factory_by_type_and_by_suffix(string contentType)
    {
        var readers = new ParseNodeFactoryRegistry { ContentTypeAssociatedFactories = { [Json] = new JsonParseNodeFactory() } };

        readers.GetFactory(contentType).Factory.ShouldBeOfType<JsonParseNodeFactory>();
        Registry().GetSerializationWriter(contentType).ShouldBeOfType<JsonSerializationWriter>();
    }

    [Fact]
    public async Task An_unknown_content_type_is_named()
    {
        var readers = new ParseNodeFactoryRegistry();

        var error = await Should.ThrowAsync<InvalidOperationException>(
            () => readers.GetRootParseNodeAsync("image/svg+xml", Stream.Null, Cancellation));

        error.Message.ShouldContain("image/xml");
        Should.Throw<InvalidOperationException>(() => Registry().GetSerializationWriter("video/mp4")).Message.ShouldContain("video/mp4");
        Should.Throw<ArgumentNullException>(() => Registry().GetSerializationWriter(string.Empty));
        Should.Throw<InvalidOperationException>(() => readers.ValidContentType);
        Should.Throw<InvalidOperationException>(() => Registry().ValidContentType);
    }

    private static Video NewVideo() => new() { Id = "v", Status = VideoStatus.Queued };

    private static SerializationWriterFactoryRegistry Registry() =>
        new() { ContentTypeAssociatedFactories = { [Json] = new JsonSerializationWriterFactory() } };

    private static string Write(SerializationWriterFactoryRegistry writers, Video video, bool changes)
    {
        using var writer = writers.GetSerializationWriter(Json, changes);
        writer.WriteObjectValue(null, video);
        using var reader = new StreamReader(writer.GetSerializedContent());
        return reader.ReadToEnd();
    }
}
