using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Client;

public sealed class OptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_keeps_the_options_that_it_was_called_with()
    {
        using var server = StubServer.Start(JsonAnswer("""{"data":[{"id":"a"},{"id":"b"}]}"""));
        var options = new VideoTaskListOptions { MaxCount = 1 };

        var list = TestClients.Of(server).ListAsync(options, Token);
        options.MaxCount = null;

        var ids = new List<string>();
        await foreach (var task in list)
        {
            ids.Add(task.Id);
        }

        ids.ShouldBe(["a"]);
    }

    [Fact]
    public async Task No_more_connections_are_opened_to_a_host_than_the_options_say()
    {
        const int most = 4;
        var (active, highest) = (0, 0);
        var full = new TaskCompletionSource();
        await using var server = new FaultServer(async exchange =>
        {
            var now = Interlocked.Increment(ref active);
            InterlockedMax(ref highest, now);
            if (now == most)
            {
                full.TrySetResult();
            }

            await full.Task;
            Interlocked.Decrement(ref active);
            await exchange.JsonAsync("""{"id":"v1","status":"queued"}""");
        });
        var client = TestClients.Of(server.Url, options => options.MaxConnectionsPerServer = most);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.GetAsync("v1", Token)));

        highest.ShouldBe(most);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        while (Volatile.Read(ref target) is var seen && value > seen && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    [Fact]
    public async Task A_wait_keeps_the_options_that_it_was_called_with()
    {
        var clock = new FakeClock();
        var failed = ScriptedClient.Task(VideoTaskStatus.Failed);
        var options = new VideoTaskWaitOptions { ThrowOnFailure = false };

        var waiting = new ScriptedClient(clock, ScriptedClient.Task(VideoTaskStatus.Queued), failed).WaitAsync("task-1", options, Token);
        options.ThrowOnFailure = true;

        (await clock.RunAsync(waiting)).ShouldBe(failed);
    }

    [Fact]
    public async Task A_download_keeps_the_options_that_it_was_called_with()
    {
        var video = DownloadFixture.Mp4();
        var release = new TaskCompletionSource();
        await using var fixture = new DownloadFixture(async exchange =>
        {
            await release.Task;
            await exchange.ServeAsync(video);
        });
        var options = DownloadFixture.Quick with { };

        var downloading = fixture.DownloadAsync(options);
        options.ExpectedSha256 = new('0', 64);
        release.SetResult();

        (await downloading).Length.ShouldBe(video.Length);
    }

    public static TheoryData<string, Action<VideoTaskClientOptions>> Impossible => new()
    {
        { "MaxRetries", options => options.MaxRetries = -1 },
        { "RequestTimeout", options => options.RequestTimeout = TimeSpan.Zero },
        { "RequestTimeout", options => options.RequestTimeout = TimeSpan.FromSeconds(-5) },
        { "RetryDelay", options => options.RetryDelay = TimeSpan.FromSeconds(-1) },
        { "MaxResponseBytes", options => options.MaxResponseBytes = -1 },
        { "MaxConnectionsPerServer", options => options.MaxConnectionsPerServer = 0 },
        { "TimeProvider", options => options.TimeProvider = null! },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_client_is_not_made_with_a_value_that_can_t_be(string property, Action<VideoTaskClientOptions> configure)
    {
        var error = Should.Throw<ArgumentException>(() => TestClients.Of(new Uri("http://127.0.0.1:1"), configure));

        error.ParamName.ShouldBe("options." + property);
        error.Message.ShouldStartWith(property + " is ");
    }

    [Theory]
    [InlineData("Timeout", -5, null, 1)]
    [InlineData("Timeout", 0, null, 1)]
    [InlineData("PollInterval", 5, 0, 1)]
    [InlineData("MaxPollInterval", 5, null, -1)]
    public void A_wait_is_not_begun_with_a_value_that_can_t_be(string property, int timeout, int? pollInterval, int maxPollInterval)
    {
        var client = new ScriptedClient(new FakeClock(), ScriptedClient.Task(VideoTaskStatus.Completed));
        var options = new VideoTaskWaitOptions
        {
            Timeout = TimeSpan.FromSeconds(timeout),
            PollInterval = pollInterval is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            MaxPollInterval = TimeSpan.FromSeconds(maxPollInterval),
        };

        Should.Throw<ArgumentOutOfRangeException>(() => { _ = client.WaitAsync("v1", options, Token); }).ParamName.ShouldBe("options." + property);
        Should.Throw<ArgumentOutOfRangeException>(() => { _ = client.WatchAsync("v1", options, Token); }).ParamName.ShouldBe("options." + property);
        client.ReadAt.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_may_take_for_ever()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));

        (await TestClients.Of(server, options => options.RequestTimeout = Timeout.InfiniteTimeSpan).GetAsync("v1", Token)).Id.ShouldBe("v1");
    }
}
