using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using VideoTasks.Generated;
using VideoTasks.Requests;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Requests;

/// <summary>Bytes and streams that a task starts from, as a vendor gets them.</summary>
public sealed class UploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_are_a_part_with_their_media_type_and_a_name_after_it()
    {
        using var server = StubServer.Start(StubServer.JsonAnswer("""{"id":"v1","status":"queued"}"""));

        await Create(server.Address, VideoInputReference.FromBytes("PNG"u8.ToArray(), "image/png"));

        Encoding.UTF8.GetString(server.Requests.ShouldHaveSingleItem().BodyAsBytes!).ShouldContain(
            "Content-Type: image/png\r\nContent-Disposition: form-data; name=\"input_reference\"; filename=\"input.png\"\r\n\r\nPNG\r\n");
    }

    [Fact]
    public async Task A_stream_is_opened_again_for_each_send_and_closed_after_it()
    {
        using var server = StubServer.Start(
            StubServer.JsonAnswer("""{"error":{"message":"slow down"}}""", 429), StubServer.JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var opened = new List<ForwardOnly>();

        await Create(server.Address, VideoInputReference.FromStream(Open, "video/mp4", "clip.mp4"));

        opened.Count.ShouldBe(2);
        opened.ShouldAllBe(stream => stream.IsDisposed);
        server.Requests.Count.ShouldBe(2);
        foreach (var request in server.Requests)
        {
            Encoding.UTF8.GetString(request.BodyAsBytes!).ShouldContain("Content-Type: video/mp4\r\nContent-Disposition: form-data; "
                + "name=\"input_reference\"; filename=\"clip.mp4\"\r\n\r\nMP4 bytes\r\n--");
            request.Header("Content-Length").ShouldBeNull();
        }

        ValueTask<Stream> Open(CancellationToken cancellationToken)
        {
            opened.Add(new("MP4 bytes"u8.ToArray()));
            return ValueTask.FromResult<Stream>(opened[^1]);
        }
    }

    [Fact]
    public async Task A_redirect_that_keeps_the_body_opens_the_stream_again()
    {
        using var server = StubServer.Start(
            WireMock.ResponseBuilders.Response.Create().WithStatusCode(307).WithHeader("Location", "/elsewhere"),
            StubServer.JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var count = 0;

        await Create(server.Address, VideoInputReference.FromStream(Open, "video/mp4"));

        count.ShouldBe(2);
        server.Requests.ShouldAllBe(request => Encoding.UTF8.GetString(request.BodyAsBytes!).Contains("\r\n\r\nMP4 bytes\r\n--"));

        ValueTask<Stream> Open(CancellationToken cancellationToken)
        {
            count++;
            return ValueTask.FromResult<Stream>(new ForwardOnly("MP4 bytes"u8.ToArray()));
        }
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_from_its_position_with_its_length()
    {
        using var server = StubServer.Start(StubServer.JsonAnswer("""{"id":"v1","status":"queued"}"""));

        await Create(server.Address, Of(() => new MemoryStream("..MP4"u8.ToArray()) { Position = 2 }));

        var request = server.Requests.ShouldHaveSingleItem();
        Encoding.UTF8.GetString(request.BodyAsBytes!).ShouldContain("\r\n\r\nMP4\r\n--");
        request.Header("Content-Length").ShouldBe(request.BodyAsBytes!.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_vendor_of_json_gets_bytes_and_streams_in_base64()
    {
        using var server = StubServer.Start(StubServer.JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var client = Client("json", server.Address);

        await client.CreateAsync(new() { Prompt = "a", InputReferences = [VideoInputReference.FromBytes("PNG"u8.ToArray(), "image/png")] }, Token);
        await client.CreateAsync(new() { Prompt = "a", InputReferences = [Of(() => new ForwardOnly("PNG"u8.ToArray()), "image/png")] }, Token);

        server.Requests.Count.ShouldBe(2);
        server.Requests.ShouldAllBe(request => JsonNode.Parse(request.Body!)!.ToJsonString()
            .Contains("{\"image_url\":\"data:image/png;base64,UE5H\"}"));
    }

    [Fact]
    public async Task What_a_stream_holds_is_never_in_memory_as_a_whole()
    {
        const long length = 200_000_000;
        await using var server = Counting(out var received);
        await server.StartAsync(Token);
        var before = GC.GetTotalAllocatedBytes();

        await Create(new(server.Urls.First()), Of(() => new Zeros(length)));

        (await received).ShouldBeGreaterThan(length);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(length / 2);
    }

    public static TheoryData<string, Func<CancellationToken, ValueTask<Stream>>, string> Unusable => new()
    {
        { "openai", _ => throw new UnauthorizedAccessException("no."), "The input reference clip.mp4 can't be uploaded: no. Nothing was sent." },
        { "openai", _ => ValueTask.FromResult<Stream>(null!), "the function that opens it returned null. Nothing was sent." },
        { "openai", _ => ValueTask.FromResult<Stream>(new MemoryStream()), "nothing is in it. Nothing was sent." },
        { "json", _ => ValueTask.FromResult<Stream>(new ForwardOnly([])), "nothing is in it. Nothing was sent." },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task A_stream_that_can_not_be_opened_is_an_error_before_the_call(
        string vendor, Func<CancellationToken, ValueTask<Stream>> open, string message)
    {
        using var server = StubServer.Start(StubServer.JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var client = Client(vendor, server.Address);
        var request = new VideoTaskRequest { Prompt = "a", InputReferences = [VideoInputReference.FromStream(open, "video/mp4", "clip.mp4")] };

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.InvalidRequest, () => client.CreateAsync(request, Token));

        error.Message.ShouldContain(message);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_is_refused_leaves_no_stream_open()
    {
        var stream = new ForwardOnly([1]);
        var client = new VideoTaskClient("openai", new() { ApiKey = TestClients.Key, BaseUrl = new("http://127.0.0.1:9/") });
        var request = new VideoTaskRequest { InputReferences = [Of(() => stream)] };

        await ShouldFail.WithAsync(VideoTaskErrorReason.InvalidRequest, () => client.CreateAsync(request, Token));

        stream.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public void What_is_no_media_type_and_what_is_empty_is_refused_at_once()
    {
        Should.Throw<ArgumentException>(() => VideoInputReference.FromBytes(new byte[] { 1 }, "png\r\nX: y"));
        Should.Throw<ArgumentException>(() => VideoInputReference.FromBytes(default, "image/png"));
        Should.Throw<ArgumentException>(() => VideoInputReference.FromStream(_ => ValueTask.FromResult(Stream.Null), ""));
    }

    private static Task<VideoTask> Create(Uri server, VideoInputReference reference) =>
        Client("openai", server).CreateAsync(new() { Prompt = "a", InputReferences = [reference] }, Token);

    private static VideoInputReference Of(Func<Stream> open, string mediaType = "video/mp4") =>
        VideoInputReference.FromStream(_ => ValueTask.FromResult(open()), mediaType);

    private static VideoTaskClient Client(string vendor, Uri server)
    {
        var options = new VideoTaskClientOptions { ApiKey = TestClients.Key, BaseUrl = server, RetryDelay = TimeSpan.FromMilliseconds(1) };
        return vendor == "json" ? new VideoTaskClient(new JsonVendor(), options) : new VideoTaskClient(vendor, options);
    }

    private static WebApplication Counting(out Task<long> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);
        var application = builder.Build();
        var count = new TaskCompletionSource<long>();
        received = count.Task;
        application.Run(async context =>
        {
            var buffer = new byte[64 * 1024];
            var total = 0L;
            for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0; total += read)
            {
            }

            count.SetResult(total);
            await context.Response.WriteAsync("""{"id":"v1","status":"queued"}""", context.RequestAborted);
        });
        return application;
    }

    /// <summary>A vendor of the plain shape that takes JSON and nothing else.</summary>
    private sealed class JsonVendor : VideoVendor
    {
        public override VideoVendorDescription Description { get; } = FlatVendor.Describe("json");

        public override RequestInformation? ToCreateRequest(
            VideoOperation operation, IRequestAdapter adapter, VideoRequestArguments arguments, VideoTaskRequest request)
        {
            var information = VideoRequestValues.Create(adapter, "POST", "/videos", "");
            VideoRequestBody.Create(Description, operation, request, arguments.Id).Write(information);
            return information;
        }
    }

    /// <summary>Bytes as a network brings them: once, and in one direction.</summary>
    private sealed class ForwardOnly(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public bool IsDisposed { get; private set; }

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer) => throw new NotSupportedException("It is read without blocking only.");

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Zeros(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
