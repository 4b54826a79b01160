using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Http;

/// <summary>
/// An application whose defaults send every request again, as Aspire's service defaults do: what costs money goes out once all the same.
/// </summary>
public sealed class SingleSendTests
{
    private static readonly VideoTaskRequest Request = new() { Prompt = "A cat", Model = "sora-2" };
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, VideoOperation.Create, 500)]
    [InlineData(false, VideoOperation.Create, 503)]
    [InlineData(false, VideoOperation.Remix, 500)]
    [InlineData(false, VideoOperation.Edit, 500)]
    [InlineData(false, VideoOperation.Extend, 500)]
    [InlineData(true, VideoOperation.Create, 500)]
    [InlineData(true, VideoOperation.Remix, 503)]
    public async Task A_billable_request_goes_out_once_and_a_failed_answer_is_the_outcome(bool isHedging, VideoOperation operation, int status)
    {
        using var server = StubServer.Start(JsonAnswer("""{"error":{"message":"try later"}}""", status));

        var exception = await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => StartAsync(Client(server.Address, isHedging), operation));

        server.Requests.ShouldHaveSingleItem();
        ((int?)exception.StatusCode).ShouldBe(status);
        exception.Error!.Message.ShouldBe("try later");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_that_was_made_is_the_answer_with_an_image_too(bool isHedging)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"video_1","status":"queued"}"""));
        var image = Path.Combine(Directory.CreateTempSubdirectory("videotasks-").FullName, "image.png");
        await File.WriteAllBytesAsync(image, [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. new byte[100_000]], Token);

        var task =
            await Client(server.Address, isHedging).CreateAsync(Request with { InputReferences = [VideoInputReference.FromFile(image)] }, Token);

        task.Id.ShouldBe("video_1");
        server.Requests.ShouldHaveSingleItem().BodyAsBytes!.Length.ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public async Task A_rate_limit_is_told_by_the_first_answer_and_repeated_by_nobody_but_us()
    {
        using var server = StubServer.Start(JsonAnswer("{}", 429), JsonAnswer("""{"id":"video_1"}"""));

        (await Client(server.Address).CreateAsync(Request, Token)).Id.ShouldBe("video_1");

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_time_limit_for_one_try_ends_no_send_that_is_under_way()
    {
        await using var server = new FaultServer(async exchange =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3), Token);
            await exchange.HeadAsync(200, ("Content-Type", "application/json"), ("Content-Length", "11"));
            await exchange.SendAsync("""{"id":"v1"}"""u8.ToArray());
        });

        (await Client(server.Url, attemptTimeout: TimeSpan.FromSeconds(2)).CreateAsync(Request, Token)).Id.ShouldBe("v1");

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cut_connection_leaves_the_outcome_unknown_after_one_send()
    {
        await using var server = new FaultServer(exchange => Task.CompletedTask);

        var exception = await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => Client(server.Url).CreateAsync(Request, Token));

        server.Requests.Count.ShouldBe(1);
        exception.Message.ShouldContain("may have been created");
    }

    [Fact]
    public async Task Reads_are_sent_again()
    {
        using var server = StubServer.Start(JsonAnswer("{}", 500), JsonAnswer("{}", 500), JsonAnswer("""{"id":"video_1","status":"queued"}"""));

        (await Client(server.Address, maxRetries: 0).GetAsync("video_1", Token)).Id.ShouldBe("video_1");

        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_exception_of_a_handler_of_the_application_is_an_error_of_ours()
    {
        using var server = StubServer.Start(JsonAnswer("{}"));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(b => b.AddHttpMessageHandler(() => new RefusingHandler()));

        var exception =
            await ShouldFail.WithAsync(
                VideoTaskErrorReason.Unavailable, () => Client(services, server.Address, maxRetries: 0).CreateAsync(Request, Token));

        server.Requests.ShouldBeEmpty();
        exception.Message.ShouldContain("was not asked: a handler of the application ended the call (InvalidTimeZoneException)");
        exception.IsTransient.ShouldBeTrue();
    }

    private static Task<VideoTask> StartAsync(IVideoTaskClient client, VideoOperation operation) => operation switch
    {
        VideoOperation.Create => client.CreateAsync(Request, Token),
        VideoOperation.Remix => client.RemixAsync("video_0", Request with { Model = null }, Token),
        VideoOperation.Edit => client.EditAsync("video_0", Request with { Model = null }, Token),
        _ => client.ExtendAsync("video_0", Request with { Model = null, Seconds = 4 }, Token),
    };

    private static IVideoTaskClient Client(Uri url, bool isHedging = false, TimeSpan? attemptTimeout = null, int maxRetries = 2)
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(builder =>
        {
            if (isHedging)
            {
                builder.AddStandardHedgingHandler().Configure(o =>
                {
                    o.Hedging.Delay = TimeSpan.FromMilliseconds(50);
                    o.Endpoint.Timeout.Timeout = attemptTimeout ?? o.Endpoint.Timeout.Timeout;
                });
            }
            else
            {
                builder.AddStandardResilienceHandler(o =>
                {
                    o.Retry.Delay = TimeSpan.FromMilliseconds(1);
                    o.AttemptTimeout.Timeout = attemptTimeout ?? o.AttemptTimeout.Timeout;
                });
            }
        });
        return Client(services, url, maxRetries);
    }

    private static IVideoTaskClient Client(IServiceCollection services, Uri url, int maxRetries = 2) =>
        services.AddVideoTasks(options => options.ConfigureAll(client =>
        {
            client.ApiKey = "sk-test-0123456789";
            client.BaseUrl = url;
            client.RetryDelay = TimeSpan.FromMilliseconds(1);
            client.MaxRetries = maxRetries;
        })).Services.BuildServiceProvider().GetRequiredService<IVideoTaskClientFactory>().GetClient("openai");

    private sealed class RefusingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidTimeZoneException("closed");
    }
}
