using System.Net;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Http;

/// <summary>Handlers and proxies of the caller's, without a container: what the library promises holds with them too.</summary>
public sealed class HttpHandlerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_sends_everything_again_sends_a_create_once(bool hasInner)
    {
        using var server = StubServer.Start(JsonAnswer("""{"error":{"message":"try later"}}""", 503));
        using var handler = new Repeating();
        if (hasInner)
        {
            handler.InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
        }

        var client = TestClients.Of(server, options => (options.HttpHandler, options.MaxRetries) = (handler, 0));

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => client.CreateAsync(new() { Prompt = "a cat" }, Token));

        error.IsOutcomeUnknown.ShouldBeTrue();
        server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer " + TestClients.Key);
        await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => client.GetAsync("v1", Token));
        server.Requests.Count.ShouldBe(1 + Repeating.Times);
        handler.Seen.ShouldAllBe(text => !text.Contains(TestClients.Key));
    }

    [Fact]
    public async Task One_handler_serves_many_clients_and_is_never_disposed()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        using var handler = new Repeating();

        await TestClients.Of(server, options => options.HttpHandler = handler).GetAsync("v1", Token);
        await TestClients.Of(server, options => options.HttpHandler = handler).GetAsync("v2", Token);

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Handlers_that_were_in_use_before_are_refused_since_nothing_can_be_put_into_them()
    {
        using var server = StubServer.Start(JsonAnswer("{}"));
        using var handler = new Repeating { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        (await invoker.SendAsync(request, Token)).Dispose();

        ShouldFail.With(VideoTaskErrorReason.Configuration, () => TestClients.Of(server, options => options.HttpHandler = handler))
            .Message.ShouldContain("HttpHandler has sent requests before");
    }

    [Fact]
    public async Task A_proxy_is_asked_and_the_addresses_are_checked_all_the_same()
    {
        await using var proxy = new FaultServer(exchange => exchange.JsonAsync("""{"status":"completed","video_url":"http://127.0.0.1:9/x.mp4"}"""));
        var client = new VideoTaskClient(new ContentVendor(hasContent: false), new()
        {
            BaseUrl = new("http://8.8.8.8/v1"), ApiKey = DownloadFixture.Key, Proxy = new WebProxy($"http://127.0.0.1:{proxy.Port}"),
        });

        (await client.GetAsync("v1", Token)).Status.ShouldBe(VideoTaskStatus.Completed);
        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.RefusedUrl, () => client.DownloadToAsync("v1", new MemoryStream(), DownloadFixture.QuickStream, Token));

        proxy.Requests.ShouldAllBe(request => request.Target == "http://8.8.8.8/v1/videos/v1");
    }

    [Fact]
    public async Task A_proxy_goes_with_a_handler_around_the_librarys_own_connections_and_with_no_other()
    {
        await using var proxy = new FaultServer(exchange => exchange.JsonAsync("""{"status":"queued"}"""));
        var own = new WebProxy($"http://127.0.0.1:{proxy.Port}");
        var url = new Uri("http://8.8.8.8/v1");
        using var around = new Repeating();
        using var connecting = new SocketsHttpHandler { AllowAutoRedirect = false };

        await TestClients.Of(url, options => (options.HttpHandler, options.Proxy) = (around, own)).GetAsync("v1", Token);

        proxy.Requests.ShouldHaveSingleItem();
        ShouldFail.With(
            VideoTaskErrorReason.Configuration, () => TestClients.Of(url, options => (options.HttpHandler, options.Proxy) = (connecting, own)))
            .Message.ShouldContain("Proxy would have no effect");
    }

    private sealed class Repeating : DelegatingHandler
    {
        public const int Times = 3;

        public List<string> Seen { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var time = 1; ; time++)
            {
                Seen.Add(request.ToString());
                var response = await base.SendAsync(request, cancellationToken);
                if (time == Times || response.IsSuccessStatusCode)
                {
                    return response;
                }

                response.Dispose();
            }
        }
    }
}
