using System.Globalization;
using System.Net;
using System.Net.Sockets;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;

namespace VideoTasks.Tests.Calls;

public sealed class RetryTests
{
    private static IResponseBuilder Queued => JsonAnswer("""{"id":"v1","status":"queued"}""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(429)]
    public async Task A_read_is_sent_again_after_passing_trouble(int status)
    {
        using var server = StubServer.Start(JsonAnswer("{}", status), JsonAnswer("{}", status), Queued);

        var task = await TestClients.Of(server).GetAsync("v1", Token);

        task.Status.ShouldBe(VideoTaskStatus.Queued);
        server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(404)]
    public async Task A_read_is_not_sent_again_after_lasting_trouble(int status)
    {
        using var server = StubServer.Start(JsonAnswer("{}", status), Queued);

        await Should.ThrowAsync<VideoTaskException>(() => TestClients.Of(server).GetAsync("v1", Token));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_read_is_sent_again_when_the_connection_is_cut()
    {
        var count = 0;
        await using var server = new FaultServer(exchange =>
        {
            if (Interlocked.Increment(ref count) > 1)
            {
                return exchange.JsonAsync("""{"id":"v1","status":"queued"}""");
            }

            exchange.Reset();
            return Task.CompletedTask;
        });

        var task = await TestClients.Of(server.Url).GetAsync("v1", Token);

        task.Status.ShouldBe(VideoTaskStatus.Queued);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_create_whose_outcome_is_unknown_is_never_sent_again(int status)
    {
        using var server = StubServer.Start(JsonAnswer("{}", status), Queued);

        var error = await ShouldFail.WithAsync(
            VideoTaskErrorReason.Unavailable, () => TestClients.Of(server).CreateAsync(new() { Prompt = "a" }, Token));

        server.Requests.Count.ShouldBe(1);
        error.Message.ShouldContain("may have been created");
    }

    [Fact]
    public async Task A_create_that_is_cut_is_never_sent_again()
    {
        await using var server = new FaultServer(exchange =>
        {
            exchange.Reset();
            return Task.CompletedTask;
        });

        await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => TestClients.Of(server.Url).CreateAsync(new() { Prompt = "a" }, Token));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_create_that_was_refused_for_its_rate_is_sent_again()
    {
        using var server = StubServer.Start(JsonAnswer("{}", 429).WithHeader("Retry-After", "0"), Queued);

        await TestClients.Of(server).CreateAsync(new() { Prompt = "a" }, Token);

        server.Requests.Count.ShouldBe(2);
        server.Requests[1].Body.ShouldBe(server.Requests[0].Body);
    }

    [Fact]
    public async Task A_create_at_a_vendor_that_makes_one_of_two_is_sent_again()
    {
        using var server = StubServer.Start(JsonAnswer("{}", 503), Queued);
        var vendor = FlatVendor.Describe("idempotent") with { CreateIsIdempotent = true };

        await TestClients.Of(server, vendor: vendor).CreateAsync(new() { Prompt = "a" }, Token);

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_long_retry_after_is_left_to_the_caller()
    {
        using var server = StubServer.Start(JsonAnswer("{}", 429).WithHeader("Retry-After", "3600"), Queued);

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.RateLimited, () => TestClients.Of(server).GetAsync("v1", Token));

        error.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_refuses_connections_is_one_typed_error()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
        var client =
            new VideoTaskClient(new FlatVendor(), new() { ApiKey = TestClients.Key, BaseUrl = url, RetryDelay = TimeSpan.FromMilliseconds(1) });

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => client.GetAsync("v1", Token));

        error.Message.ShouldBe(
            $"flat at {url.Authority} can't be reached: the connection was refused or lost. Check the base URL and the network, or try again later.");
        error.IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("-00:00:00.0010000")]
    [InlineData("50.00:00:00")]
    [InlineData("10675199.02:48:05.4775807")]
    public async Task A_request_may_take_any_time(string limit)
    {
        using var server = StubServer.Start(JsonAnswer("{}", 503).WithHeader("Retry-After", "0"), Queued);
        var client = TestClients.Of(server, options => options.RequestTimeout = TimeSpan.Parse(limit, CultureInfo.InvariantCulture));

        (await client.GetAsync("v1", Token)).Status.ShouldBe(VideoTaskStatus.Queued);
    }

    [Theory]
    [InlineData("5000000")]
    [InlineData("99999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_retry_after_beyond_all_timers_is_left_to_the_caller(string retryAfter)
    {
        using var server = StubServer.Start(JsonAnswer("{}", 429).WithHeader("Retry-After", retryAfter), Queued);

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.RateLimited, () => TestClients.Of(server).GetAsync("v1", Token));

        error.RetryAfter!.Value.ShouldBeGreaterThan(TimeSpan.FromDays(50));
    }

    [Fact]
    public async Task A_vendor_that_does_not_answer_in_time_is_one_typed_error()
    {
        using var server = StubServer.Start(Response.Create().WithDelay(Timeout.InfiniteTimeSpan));
        var client = TestClients.Of(server, options => (options.RequestTimeout, options.MaxRetries) = (TimeSpan.FromMilliseconds(200), 0));

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => client.GetAsync("v1", Token));

        error.Message.ShouldContain("did not answer within 0.2 seconds");
    }

    [Fact]
    public async Task Cancelling_a_call_is_no_error_of_the_vendor()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        using var server = StubServer.Start(Response.Create().WithBody(async _ =>
        {
            arrived.SetResult();
            await release.Task;
            return "{}";
        }));
        var reading = TestClients.Of(server).GetAsync("v1", cancellation.Token);
        await arrived.Task;

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
        release.SetResult();
    }
}
