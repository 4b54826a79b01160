using System.Text;
using KiotaStandIns.Tests.Client;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace KiotaStandIns.Tests;

/// <summary>A request's body, options and configuration.</summary>
public sealed class RequestInformationTests : IDisposable
{
    private const string Json = "application/json";

    private readonly HttpClient _http = new();
    private readonly HttpClientRequestAdapter _adapter;
    private readonly RequestInformation _request = new(Method.POST, "http://host/videos", new Dictionary<string, object>());

    public RequestInformationTests()
    {
        var writers = new SerializationWriterFactoryRegistry { ContentTypeAssociatedFactories = { [Json] = new JsonSerializationWriterFactory() } };
        _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), serializationWriterFactory: writers, httpClient: _http);
    }

    public static TheoryData<object?, string> Scalars => new()
    {
        { "a b", "\"a b\"" },
        { true, "true" },
        { (byte)1, "1" },
        { (sbyte)-1, "-1" },
        { 4, "4" },
        { 5_000_000_000L, "5000000000" },
        { 0.5f, "0.5" },
        { 0.25d, "0.25" },
        { 1.10m, "1.10" },
        { Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
        { new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero), "\"2025-01-02T03:04:05+00:00\"" },
        { TimeSpan.FromSeconds(90), "\"PT1M30S\"" },
        { new Date(2025, 1, 2), "\"2025-01-02\"" },
        { new Time(3, 4, 5), "\"03:04:05\"" },
        { "AB"u8.ToArray(), "\"QUI=\"" },
        { null, "null" },
    };

    public void Dispose()
    {
        _adapter.Dispose();
        _http.Dispose();
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_becomes_the_body(object? value, string expected)
    {
        _request.SetContentFromScalar(_adapter, Json, value);

        Body().ShouldBe(expected);
        _request.Headers["Content-Type"].ShouldBe([Json]);
    }

    [Fact]
    public void Collections_become_the_body()
    {
        _request.SetContentFromScalarCollection(_adapter, Json, ["a", "b"]);
        Body().ShouldBe("""["a","b"]""");

        _request.SetContentFromEnum<VideoStatus>(_adapter, Json, VideoStatus.InProgress);
        Body().ShouldBe("\"in_progress\"");

        _request.SetContentFromEnumCollection<VideoStatus>(_adapter, Json, [VideoStatus.InProgress, VideoStatus.Queued]);
        Body().ShouldBe("""["in_progress","queued"]""");

        _request.SetContentFromParsable(_adapter, Json, [new VideoForm { Seconds = 1 }, new VideoForm { Seconds = 2 }]);
        Body().ShouldBe("""[{"seconds":1},{"seconds":2}]""");
    }

    [Fact]
    public void A_type_that_cannot_be_written_is_named()
    {
        var error = Should.Throw<InvalidOperationException>(() => _request.SetContentFromScalar(_adapter, Json, new Uri("http://host")));

        error.Message.ShouldContain("System.Uri");
    }

    [Fact]
    public void A_stream_becomes_the_body_and_a_content_type_that_is_there_stays()
    {
        _request.Headers.Add("Content-Type", "video/webm");

        _request.SetStreamContent(new MemoryStream("abc"u8.ToArray()), "video/mp4");

        Body().ShouldBe("abc");
        _request.Headers["Content-Type"].ShouldBe(["video/webm"]);
        Should.Throw<ArgumentNullException>(() => _request.SetStreamContent(Stream.Null, string.Empty));
    }

    [Fact]
    public void There_is_one_option_of_each_type()
    {
        var first = new ResponseHandlerOption();
        var second = new ResponseHandlerOption();
        _request.GetRequestOption<ResponseHandlerOption>().ShouldBeNull();

        _request.AddRequestOptions([first, second]);

        _request.RequestOptions.ShouldBe([second]);
        _request.GetRequestOption<ResponseHandlerOption>().ShouldBeSameAs(second);
        _request.RemoveRequestOptions(first);
        _request.RequestOptions.ShouldBeEmpty();
        _request.SetResponseHandler(new NativeResponseHandler());
        _request.GetRequestOption<ResponseHandlerOption>()!.ResponseHandler.ShouldBeOfType<NativeResponseHandler>();
    }

    [Fact]
    public void A_configuration_sets_headers_and_options()
    {
        _request.Configure<DefaultQueryParameters>(null);
        _request.Headers.ShouldBeEmpty();

        _request.Configure<DefaultQueryParameters>(static configuration =>
        {
            configuration.Headers.Add("x-a", "1");
            configuration.Options.Add(new ResponseHandlerOption());
        });

        _request.Headers["x-a"].ShouldBe(["1"]);
        _request.RequestOptions.ShouldHaveSingleItem();
    }

    private string Body()
    {
        using var reader = new StreamReader(_request.Content, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
