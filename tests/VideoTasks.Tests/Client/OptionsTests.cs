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
}
