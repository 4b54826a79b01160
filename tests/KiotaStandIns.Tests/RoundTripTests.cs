using System.Text;
using KiotaStandIns.Tests.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Form;
using Microsoft.Kiota.Serialization.Json;
using Microsoft.Kiota.Serialization.Multipart;
using Microsoft.Kiota.Serialization.Text;

namespace KiotaStandIns.Tests;

/// <summary>The published adapter and serializers on the stand-ins, over a real socket.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private EchoServer _server = null!;
    private HttpClientRequestAdapter _adapter = null!;
    private VideosRequestBuilder _videos = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await EchoServer.StartAsync();
        var writers = new SerializationWriterFactoryRegistry();
        foreach (var writer in new ISerializationWriterFactory[]
            {
                new JsonSerializationWriterFactory(), new TextSerializationWriterFactory(),
                new FormSerializationWriterFactory(), new MultipartSerializationWriterFactory(),
            })
        {
            writers.ContentTypeAssociatedFactories[writer.ValidContentType] = writer;
        }

        var readers = new ParseNodeFactoryRegistry();
        foreach (var reader in new IParseNodeFactory[] { new JsonParseNodeFactory(), new TextParseNodeFactory(), new FormParseNodeFactory() })
        {
            readers.ContentTypeAssociatedFactories[reader.ValidContentType] = reader;
        }

        var key = new ApiKeyAuthenticationProvider("secret", "x-api-key", ApiKeyAuthenticationProvider.KeyLocation.Header);
        _adapter = new HttpClientRequestAdapter(key, readers, writers, _http) { BaseUrl = _server.BaseUrl };
        _videos = new VideosRequestBuilder(_adapter);
    }

    public async ValueTask DisposeAsync()
    {
        _adapter.Dispose();
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_get_reads_a_typed_model()
    {
        _server.Answering("""
            {"id":"v/1","status":"in_progress","created_at":"2025-11-10T15:50:02Z",
             "tags":["a","b"],"source":{"id":"v0"},"remixes":[{"id":"r1"}],"extra":{"n":[1]}}
            """);

        var video = (await _videos["v/1"].GetAsync(Cancellation)).ShouldNotBeNull();

        video.Id.ShouldBe("v/1");
        video.Status.ShouldBe(VideoStatus.InProgress);
        video.CreatedAt.ShouldBe(new DateTimeOffset(2025, 11, 10, 15, 50, 2, TimeSpan.Zero));
        video.Tags.ShouldBe(["a", "b"]);
        video.Source!.Id.ShouldBe("v0");
        video.Remixes!.Single().Id.ShouldBe("r1");
        video.AdditionalData["extra"].ShouldBeOfType<UntypedObject>().GetValue()["n"].ShouldBeOfType<UntypedArray>()
            .GetValue().Single().ShouldBeOfType<UntypedInteger>().GetValue().ShouldBe(1);
        _server.Method.ShouldBe("GET");
        _server.Target.ShouldBe("/videos/v%2F1");
        _server.Headers["x-api-key"].ToString().ShouldBe("secret");
        _server.Headers.Accept.ToString().ShouldBe("application/json");
    }

    [Fact]
    public async Task A_list_takes_query_parameters_headers_and_options()
    {
        _server.Answering("""[{"id":"a"},{"id":"b"}]""");

        var videos = await _videos.ListAsync(
            configuration =>
            {
                configuration.QueryParameters.After = "x y";
                configuration.QueryParameters.Statuses = [VideoStatus.Queued, VideoStatus.InProgress];
                configuration.Headers.Add("x-trace", "1", "2");
            },
            Cancellation);

        videos!.Select(static video => video.Id).ShouldBe(["a", "b"]);
        _server.Target.ShouldBe("/videos?after=x%20y&status=queued&status=in_progress");
        _server.Headers["x-trace"].ToString().ShouldBe("1, 2");
    }

    [Fact]
    public async Task A_post_writes_a_json_body()
    {
        _server.Answering("""{"id":"new"}""", StatusCodes.Status201Created);
        var body = new Video { Status = VideoStatus.Queued, Tags = ["a"], Source = new Video { Id = "v0" }, AdditionalData = { ["seed"] = 7 } };

        var video = await _videos.PostAsync(body, Cancellation);

        video!.Id.ShouldBe("new");
        _server.Body.ShouldBe("""{"source":{"id":"v0"},"status":"queued","tags":["a"],"seed":7}""");
        _server.Headers.ContentType.ToString().ShouldBe("application/json");
    }

    [Fact]
    public async Task A_post_writes_a_form_body()
    {
        _server.Answering("id=new&status=completed", contentType: "application/x-www-form-urlencoded");

        var video = await _videos.PostFormAsync(new VideoForm { Prompt = "a b&c", Seconds = 4 }, Cancellation);

        video!.Status.ShouldBe(VideoStatus.Completed);
        _server.Body.ShouldBe("prompt=a%20b%26c&seconds=4");
        _server.Headers.ContentType.ToString().ShouldBe("application/x-www-form-urlencoded");
    }

    [Fact]
    public async Task A_post_writes_a_multipart_body()
    {
        _server.Answering("accepted", contentType: "text/plain");
        var body = new MultipartBody();
        body.AddOrReplacePart("prompt", "text/plain", "replaced");
        body.AddOrReplacePart("prompt", "text/plain", "A cat\nin snow");
        body.AddOrReplacePart("options", "application/json", new Video { Id = "v0" });
        body.AddOrReplacePart("image", "image/png", new MemoryStream([0x41, 0x42]), "cat.png");
        body.AddOrReplacePart("mask", "image/png", "CD"u8.ToArray(), "mask.png");

        var answer = await _videos.PostMultipartAsync(body, Cancellation);

        answer.ShouldBe("accepted");
        _server.Headers.ContentType.ToString().ShouldBe($"multipart/form-data; boundary={body.Boundary}");
        _server.Body.ReplaceLineEndings("\n").Replace(body.Boundary, "B", StringComparison.Ordinal).ShouldBe("""
            --B
            Content-Type: text/plain
            Content-Disposition: form-data; name="prompt"

            A cat
            in snow
            --B
            Content-Type: application/json
            Content-Disposition: form-data; name="options"

            {"id":"v0"}
            --B
            Content-Type: image/png
            Content-Disposition: form-data; name="image"; filename="cat.png"

            AB
            --B
            Content-Type: image/png
            Content-Disposition: form-data; name="mask"; filename="mask.png"

            CD
            --B--

            """);
    }

    [Fact]
    public async Task Texts_are_sent_and_read()
    {
        _server.Answering("pong", contentType: "text/plain; charset=utf-8");

        (await _videos.PutTextAsync("ping", Cancellation)).ShouldBe("pong");

        _server.Body.ShouldBe("ping");
        _server.Headers.ContentType.ToString().ShouldBe("text/plain");
    }

    [Fact]
    public async Task A_stream_comes_as_it_is()
    {
        var bytes = Enumerable.Range(0, 300_000).Select(static index => (byte)index).ToArray();
        _server.Answer = bytes;
        _server.ContentType = "video/mp4";

        await using var stream = (await _videos["v"].GetContentAsync(Cancellation)).ShouldNotBeNull();

        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        copy.ToArray().ShouldBe(bytes);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(503)]
    public async Task A_mapped_status_throws_its_error_model(int status)
    {
        _server.Answering("""{"code":"video_not_found","message":"no such video"}""", status);
        var request = _videos["v"];

        var error = await Should.ThrowAsync<VideoError>(() => status == 404 ? request.GetAsync(Cancellation) : request.DeleteAsync(Cancellation));

        error.Code.ShouldBe("video_not_found");
        error.Message.ShouldBe("no such video");
        error.ResponseStatusCode.ShouldBe(status);
        error.ResponseHeaders.ShouldContainKey("server");
    }

    [Fact]
    public async Task Another_error_status_throws_an_api_exception()
    {
        _server.Answering("nope", StatusCodes.Status401Unauthorized, "text/plain");

        var error = await Should.ThrowAsync<ApiException>(() => _videos["v"].GetAsync(Cancellation));

        error.ResponseStatusCode.ShouldBe(StatusCodes.Status401Unauthorized);
    }

    [Fact]
    public async Task A_raw_url_replaces_the_template()
    {
        _server.Answering("[]");

        await new VideosRequestBuilder(_adapter, $"{_server.BaseUrl}/next?cursor=a%2Fb").ListAsync(null, Cancellation);

        _server.Target.ShouldBe("/next?cursor=a%2Fb");
    }

    [Fact]
    public async Task A_native_response_is_handed_over()
    {
        _server.Answering("""{"id":"v"}""", StatusCodes.Status404NotFound);
        var handler = new NativeResponseHandler();
        var request = new RequestInformation(Method.GET, "{+baseurl}/videos", new Dictionary<string, object>());
        request.SetResponseHandler(handler);
        var errors = new Dictionary<string, ParsableFactory<IParsable>> { ["XXX"] = VideoError.CreateFromDiscriminatorValue };

        (await _adapter.SendAsync(request, Video.CreateFromDiscriminatorValue, errors, Cancellation)).ShouldBeNull();

        using var response = handler.Value.ShouldBeOfType<HttpResponseMessage>();
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe("""{"id":"v"}""");
        handler.ErrorMappings.ShouldBeSameAs(errors);
    }

    [Fact]
    public async Task A_request_becomes_a_native_one()
    {
        var parameters = new Dictionary<string, object> { ["baseurl"] = _server.BaseUrl, ["id"] = "v" };
        var request = new RequestInformation(Method.PUT, "{+baseurl}/videos/{id}", parameters);
        request.SetStreamContent(new MemoryStream("abc"u8.ToArray()), "video/mp4");

        using var native = (await _adapter.ConvertToNativeRequestAsync<HttpRequestMessage>(request, Cancellation)).ShouldNotBeNull();

        native.Method.ShouldBe(HttpMethod.Put);
        native.RequestUri!.OriginalString.ShouldBe($"{_server.BaseUrl}/videos/v");
        native.Headers.GetValues("x-api-key").ShouldBe(["secret"]);
        native.Content!.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        Encoding.ASCII.GetString(await native.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe("abc");
    }
}
