using Microsoft.Extensions.DependencyInjection;
using VideoTasks.Tests.Download;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Http;

/// <summary>Callers' own handlers whose redirects we do not see: refused where it shows, found out where it does not.</summary>
public sealed class OwnHandlerTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();
    private static readonly VideoVendorAuthentication ApiKeyHeader = new() { Location = VideoKeyLocation.Header, Name = "x-api-key" };

    [Theory]
    [InlineData("plain")]
    [InlineData("client handler")]
    [InlineData("delegated")]
    public void A_handler_that_follows_redirects_is_refused_at_once_where_it_would_take_the_key_along(string kind)
    {
        using HttpMessageHandler handler = kind switch
        {
            "plain" => new SocketsHttpHandler(),
            "client handler" => new HttpClientHandler(),
            _ => new Passing(new Passing(new SocketsHttpHandler())),
        };

        var error = ShouldFail.With(VideoTaskErrorReason.Configuration, () =>
            new VideoTaskClient(new ContentVendor(ApiKeyHeader), new() { HttpHandler = handler, ApiKey = DownloadFixture.Key }));

        error.Message.ShouldContain("AllowAutoRedirect = false");
        error.Message.ShouldNotContain(DownloadFixture.Key);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_containers_handler_that_follows_redirects_is_refused_before_any_request(bool follows)
    {
        await using var fixture =
            new DownloadFixture(_ => throw new InvalidOperationException("The client of the container is the one that is used."));
        var cdn = fixture.Other(exchange => exchange.ServeAsync(Video));
        await using var vendor = new FaultServer(exchange => exchange.RedirectAsync($"{cdn.Url}/file.mp4"));
        var builder = new ServiceCollection().AddVideoTasks(options => options.AddVendors([new ContentVendor(ApiKeyHeader)])
            .Configure("test", client => (client.ApiKey, client.BaseUrl) = (DownloadFixture.Key, vendor.Url)));
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = follows });
        await using var provider = builder.Services.BuildServiceProvider();
        var client = provider.GetRequiredService<IVideoTaskClientFactory>().GetClient("test");

        var download = client.DownloadToFileAsync(DownloadFixture.Id, fixture.Target, DownloadFixture.Quick, TestContext.Current.CancellationToken);

        if (follows)
        {
            (await ShouldFail.WithAsync(VideoTaskErrorReason.Configuration, () => download)).Message.ShouldContain("AllowAutoRedirect = false");
            vendor.Requests.ShouldBeEmpty();
            cdn.Requests.ShouldBeEmpty();
            fixture.Files.ShouldBeEmpty();
            return;
        }

        await download;
        vendor.Requests.Single().Headers["x-api-key"].ShouldBe(DownloadFixture.Key);
        cdn.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_plain_handler_will_do_for_a_key_that_redirects_lose(bool isOpaque)
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        using HttpMessageHandler http = isOpaque ? new Opaque() : new HttpClientHandler();
        await using var fixture = new DownloadFixture(
            exchange => exchange.RedirectAsync($"{cdn.Url}/file.mp4?signature=secret"), options: new() { HttpHandler = http });

        var result = await fixture.DemandAsync(Video);

        result.FinalUrl!.AbsoluteUri.ShouldBe($"{cdn.Url}/file.mp4");
        fixture.Server.ContentRequests.Single().Headers["Authorization"].ShouldContain(DownloadFixture.Key);
        cdn.Requests.Single().Text.ShouldNotContain(DownloadFixture.Key);
    }

    [Fact]
    public async Task A_handler_that_takes_the_key_along_unseen_is_found_out()
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        using var http = new Opaque();
        await using var fixture = new DownloadFixture(
            exchange => exchange.RedirectAsync($"{cdn.Url}/file.mp4?signature=secret"), vendor: new ContentVendor(ApiKeyHeader),
            options: new() { HttpHandler = http });

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.RefusedUrl);

        error.Message.ShouldContain("AllowAutoRedirect = false");
        error.Message.ShouldContain("replace the key");
        error.Message.ShouldNotContain("secret");
        fixture.Server.ContentRequests.Count.ShouldBe(1);
        fixture.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_create_that_a_handler_made_a_GET_of_has_an_unknown_outcome()
    {
        await using var server = new FaultServer(exchange => exchange.Request.Method == "POST"
            ? exchange.RedirectAsync("/v1/videos/video_1")
            : exchange.JsonAsync("""{"id":"video_1","status":"queued"}"""));
        using var http = new HttpClientHandler();
        var client = new VideoTaskClient("openai", new() { HttpHandler = http, ApiKey = DownloadFixture.Key, BaseUrl = server.Url });

        var error =
            await Should.ThrowAsync<VideoTaskException>(() => client.CreateAsync(new() { Prompt = "a cat" }, TestContext.Current.CancellationToken));

        error.Message.ShouldContain("made a GET of the POST");
        server.Requests.Count(request => request.Method == "POST").ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_within_the_vendors_origin_harms_nobody()
    {
        using var http = new Opaque();
        await using var fixture = new DownloadFixture(
            exchange => exchange.Request.Number == 1
                ? exchange.RedirectAsync("/v1/files/content")
                : exchange.ServeAsync(Video), vendor: new ContentVendor(ApiKeyHeader), options: new() { HttpHandler = http });

        await fixture.DemandAsync(Video);
    }

    private sealed class Passing(HttpMessageHandler inner) : DelegatingHandler(inner);

    /// <summary>A handler that says nothing of what is within.</summary>
    private sealed class Opaque : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler());

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
