using System.Globalization;
using System.Net;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Client;

public sealed class WaitTests
{
    private static readonly VideoTask Queued = ScriptedClient.Task(VideoTaskStatus.Queued, 0);
    private static readonly VideoTask Half = ScriptedClient.Task(VideoTaskStatus.InProgress, 50);
    private static readonly VideoTask Completed = ScriptedClient.Task(VideoTaskStatus.Completed, 100);

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Waiting_ends_with_the_completed_task()
    {
        var client = new ScriptedClient(_clock, Queued, Half, Half, Completed);

        var task = await WaitAsync(client);

        task.ShouldBe(Completed);
        client.ReadAt.Count.ShouldBe(4);
        client.ReadAt[1].ShouldBeInRange(TimeSpan.FromSeconds(1.8), TimeSpan.FromSeconds(2.2), "the first pause is 2 seconds, give or take a tenth");
        (client.ReadAt[3] - client.ReadAt[2]).ShouldBeInRange(TimeSpan.FromSeconds(1.8), TimeSpan.FromSeconds(3.3));
    }

    [Fact]
    public async Task A_completed_task_is_read_once()
    {
        var client = new ScriptedClient(_clock, Completed);

        await WaitAsync(client);

        client.ReadAt.ShouldBe([TimeSpan.Zero]);
    }

    [Fact]
    public async Task Pauses_grow_while_nothing_changes_up_to_the_limit()
    {
        var client = new ScriptedClient(_clock, [.. Enumerable.Repeat<object>(Half, 30), Completed]);

        await WaitAsync(client, new() { PollInterval = TimeSpan.FromSeconds(1), MaxPollInterval = TimeSpan.FromSeconds(8) });

        var pauses = client.ReadAt.Zip(client.ReadAt.Skip(1), (from, to) => to - from).ToList();
        pauses[0].ShouldBeInRange(TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(1.1));
        pauses[^1].ShouldBeInRange(TimeSpan.FromSeconds(7.2), TimeSpan.FromSeconds(8.8));
    }

    [Fact]
    public async Task Retry_after_is_honoured_when_it_is_longer()
    {
        var client = new ScriptedClient(_clock, ScriptedClient.Task(VideoTaskStatus.Queued, retryAfter: TimeSpan.FromSeconds(40)), Completed);

        await WaitAsync(client);

        client.ReadAt[1].ShouldBe(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task The_vendors_poll_interval_counts_when_the_caller_gives_none()
    {
        var client =
            new ScriptedClient(_clock, Half, Completed)
            {
                PollInterval = TimeSpan.FromSeconds(30),
            };

        await WaitAsync(client);

        client.ReadAt[1].ShouldBeInRange(TimeSpan.FromSeconds(27), TimeSpan.FromSeconds(33));
    }

    [Fact]
    public async Task A_failed_task_throws_what_the_vendor_says()
    {
        var failed = ScriptedClient.Task(VideoTaskStatus.Failed, error: new() { Code = "moderation_blocked", Message = "The prompt was refused." });
        var client = new ScriptedClient(_clock, Half, failed);

        var error = await Should.ThrowAsync<VideoTaskFailedException>(() => WaitAsync(client));

        (error.Error?.Code).ShouldBe("moderation_blocked");
        (error.Error?.Message).ShouldBe("The prompt was refused.");
        error.Handle.ShouldBe(new VideoTaskHandle("scripted", "task-1"));
        error.Reason.ShouldBe(VideoTaskErrorReason.TaskFailed);
        error.Task.ShouldBe(failed);
        error.Message.ShouldContain("scripted/task-1 failed: The prompt was refused. (moderation_blocked)");
    }

    [Theory]
    [InlineData(VideoTaskStatus.Canceled, typeof(VideoTaskFailedException), VideoTaskErrorReason.TaskCanceled)]
    [InlineData(VideoTaskStatus.Expired, typeof(VideoTaskException), VideoTaskErrorReason.Expired)]
    public async Task Other_ends_without_a_video_throw_too(VideoTaskStatus status, Type exception, VideoTaskErrorReason reason)
    {
        var client = new ScriptedClient(_clock, ScriptedClient.Task(status));

        var error = await ShouldFail.WithAsync(reason, () => WaitAsync(client));

        error.ShouldBeOfType(exception);
        error.Task!.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_failed_task_is_returned_to_who_asks_for_it()
    {
        var failed = ScriptedClient.Task(VideoTaskStatus.Failed);
        var client = new ScriptedClient(_clock, failed);

        var task = await WaitAsync(client, new() { ThrowOnFailure = false });

        task.ShouldBe(failed);
    }

    [Fact]
    public async Task An_unknown_status_is_waited_out_until_the_limit_and_the_exception_has_the_handle()
    {
        var client = new ScriptedClient(_clock, ScriptedClient.Task(VideoTaskStatus.Unknown));

        var error = await Should.ThrowAsync<VideoTaskTimeoutException>(
            () => WaitAsync(client, new() { Timeout = TimeSpan.FromMinutes(5) }));

        _clock.Elapsed.ShouldBeInRange(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        error.Handle!.Value.ToString().ShouldBe("scripted/task-1");
        error.Task!.RawStatus.ShouldBe("unknown");
    }

    [Fact]
    public async Task Passing_trouble_does_not_end_a_wait()
    {
        var trouble = new VideoTaskException(VideoTaskErrorReason.Unavailable, "502") { StatusCode = HttpStatusCode.BadGateway };
        var limited =
            new VideoTaskException(VideoTaskErrorReason.RateLimited, "429")
            {
                StatusCode = HttpStatusCode.TooManyRequests,
                RetryAfter = TimeSpan.FromSeconds(60),
            };
        var client = new ScriptedClient(_clock, Half, trouble, limited, trouble, Completed);

        var task = await WaitAsync(client);

        task.ShouldBe(Completed);
        (client.ReadAt[3] - client.ReadAt[2]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("-00:00:00.0010000")]
    [InlineData("24855.03:14:07")]
    [InlineData("10675199.02:48:05.4775807")]
    public async Task Any_limit_and_any_retry_after_is_waited_for(string limit)
    {
        var asked = ScriptedClient.Task(VideoTaskStatus.Queued, retryAfter: TimeSpan.FromSeconds(5_000_000));
        var client = new ScriptedClient(_clock, asked, Completed);

        var task = await WaitAsync(client, new() { Timeout = TimeSpan.Parse(limit, CultureInfo.InvariantCulture) });

        task.ShouldBe(Completed);
        client.ReadAt[1].ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task A_vendor_that_always_asks_to_be_read_again_at_once_is_read_at_our_own_pace()
    {
        var client = new ScriptedClient(_clock, ScriptedClient.Task(VideoTaskStatus.Queued, retryAfter: TimeSpan.Zero));

        await Should.ThrowAsync<VideoTaskTimeoutException>(() => WaitAsync(client, new() { Timeout = TimeSpan.FromSeconds(30) }));

        client.ReadAt.Count.ShouldBeLessThan(12);
    }

    [Theory]
    [InlineData(VideoTaskErrorReason.Unauthorized)]
    [InlineData(VideoTaskErrorReason.NotFound)]
    [InlineData(VideoTaskErrorReason.QuotaExceeded)]
    public async Task Lasting_trouble_ends_a_wait(VideoTaskErrorReason reason)
    {
        var client = new ScriptedClient(_clock, Half, new VideoTaskException(reason), Completed);

        await ShouldFail.WithAsync(reason, () => WaitAsync(client));

        client.ReadAt.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_vendor_that_never_answered_is_not_waited_for()
    {
        var client = new ScriptedClient(_clock, new VideoTaskException(VideoTaskErrorReason.Unavailable, "refused"), Completed);

        await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => WaitAsync(client));
    }

    [Theory]
    [InlineData(202, "", true)]
    [InlineData(204, "", true)]
    [InlineData(200, "", true)]
    [InlineData(200, " \n", true)]
    [InlineData(202, "Accepted", true)]
    [InlineData(200, "{\"id\":\"v1\",\"stat", true)]
    [InlineData(200, "null", true)]
    [InlineData(200, "{}", true)]
    [InlineData(200, "[]", true)]
    [InlineData(203, "5", true)]
    [InlineData(200, "<html>be right back</html>", false)]
    public async Task An_answer_that_cant_be_read_is_waited_out(int status, string body, bool alsoAtFirst)
    {
        var odd = Text(body, "text/plain", status);
        var queued = JsonAnswer("""{"id":"v1","status":"queued"}""");
        var completed = JsonAnswer("""{"id":"v1","status":"completed"}""");
        var options = new VideoTaskWaitOptions { PollInterval = TimeSpan.FromMilliseconds(1) };
        using var server = StubServer.Start(queued, odd, odd, completed);
        using var odder = StubServer.Start(odd, completed);

        (await TestClients.Of(server).WaitAsync("v1", options, TestContext.Current.CancellationToken)).Status.ShouldBe(VideoTaskStatus.Completed);

        server.Requests.Count.ShouldBe(4);
        var waiting = TestClients.Of(odder).WaitAsync("v1", options, TestContext.Current.CancellationToken);
        if (alsoAtFirst)
        {
            (await waiting).Status.ShouldBe(VideoTaskStatus.Completed);
        }
        else
        {
            (await ShouldFail.WithAsync(VideoTaskErrorReason.InvalidResponse, () => waiting)).Handle.ShouldBe(new VideoTaskHandle("flat", "v1"));
        }
    }

    [Fact]
    public async Task A_wait_that_never_reads_anything_ends_with_the_handle_and_the_trouble()
    {
        var trouble = new VideoTaskException(VideoTaskErrorReason.InvalidResponse, "empty") { StatusCode = HttpStatusCode.Accepted };
        var client = new ScriptedClient(_clock, trouble);

        var error = await Should.ThrowAsync<VideoTaskTimeoutException>(() => WaitAsync(client, new() { Timeout = TimeSpan.FromMinutes(1) }));

        error.Handle.ShouldBe(new VideoTaskHandle("scripted", "task-1"));
        error.InnerException.ShouldBe(trouble);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        var client = new ScriptedClient(_clock, Half);
        var waiting = client.WaitAsync("task-1", cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        client.ReadAt.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Progress_is_told_after_each_reading()
    {
        var told = new List<VideoTask>();
        var client = new ScriptedClient(_clock, Queued, Half, Completed);

        await WaitAsync(client, new() { Progress = new Telling(told.Add) });

        told.ShouldBe([Queued, Half, Completed]);
    }

    [Fact]
    public async Task Progress_that_throws_does_not_end_a_wait_and_watching_does_not_report()
    {
        var told = 0;
        var options = new VideoTaskWaitOptions
        {
            Progress = new Telling(_ =>
            {
                told++;
                throw new InvalidOperationException("the window is closed");
            }),
        };

        (await WaitAsync(new(_clock, Queued, Half, Completed), options)).Status.ShouldBe(VideoTaskStatus.Completed);
        told.ShouldBe(3);
        var client = new ScriptedClient(_clock, Queued, Completed);
        await _clock.RunAsync(CollectAsync(client.WatchAsync("task-1", options, TestContext.Current.CancellationToken)));
        told.ShouldBe(3);
    }

    [Fact]
    public async Task Watching_yields_each_change_once_and_ends_at_the_end()
    {
        var failed = ScriptedClient.Task(VideoTaskStatus.Failed);
        var client = new ScriptedClient(_clock, Queued, Queued, Half, Half, Half, failed, Completed);

        var seen = await _clock.RunAsync(CollectAsync(client.WatchAsync("task-1", cancellationToken: TestContext.Current.CancellationToken)));

        seen.ShouldBe([Queued, Half, failed]);
    }

    private Task<VideoTask> WaitAsync(ScriptedClient client, VideoTaskWaitOptions? options = null) =>
        _clock.RunAsync(client.WaitAsync("task-1", options, TestContext.Current.CancellationToken));

    private static async Task<List<VideoTask>> CollectAsync(IAsyncEnumerable<VideoTask> tasks)
    {
        var seen = new List<VideoTask>();
        await foreach (var task in tasks)
        {
            seen.Add(task);
        }

        return seen;
    }

    private sealed class Telling(Action<VideoTask> tell) : IProgress<VideoTask>
    {
        public void Report(VideoTask value) => tell(value);
    }
}
