using VideoTasks.Tests.Download;

namespace VideoTasks.Tests.Errors;

/// <summary>Whatever ends a download, in whichever form, is one type of error with a reason and with how far it had come.</summary>
public sealed class DownloadOutcomeTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4(1_000_000);

    private static readonly Dictionary<string, Func<FaultExchange, Task>> Failures = new()
    {
        ["a cut connection"] = exchange => exchange.ServeAsync(Video, new() { CutAfter = 0 }),
        ["503"] = exchange => exchange.HeadAsync(503, ("Content-Length", "0")),
        ["429"] = exchange => exchange.JsonAsync("""{"error":{"message":"slow down"}}""", 429),
        ["401"] = exchange => exchange.JsonAsync("""{"error":{"message":"invalid key","code":"unauthorized"}}""", 401),
        ["402"] = exchange => exchange.JsonAsync("""{"error":{"message":"pay"}}""", 402),
        ["not ready"] = exchange => exchange.JsonAsync("""{"error":{"code":"video_not_ready","message":"not ready"}}""", 404),
        ["expired"] = exchange => exchange.JsonAsync("""{"error":{"code":"video_expired","message":"expired"}}""", 410),
        ["a login page"] = exchange => exchange.RespondAsync(200, "text/html", "<html></html>"u8.ToArray()),
        ["too large"] = exchange => exchange.ServeAsync(DownloadFixture.Mp4(3_000_000)),
        ["a redirect to a file"] = exchange => exchange.RedirectAsync("file:///etc/passwd"),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, (string Failure, VideoTaskErrorReason Reason, bool IsTransient)> Cases { get; } = new(
        ["file", "directory", "stream", "open"],
        [
            ("a cut connection", VideoTaskErrorReason.Interrupted, true),
            ("503", VideoTaskErrorReason.Unavailable, true),
            ("429", VideoTaskErrorReason.RateLimited, true),
            ("401", VideoTaskErrorReason.Unauthorized, false),
            ("402", VideoTaskErrorReason.QuotaExceeded, false),
            ("not ready", VideoTaskErrorReason.NotReady, true),
            ("expired", VideoTaskErrorReason.Expired, false),
            ("a login page", VideoTaskErrorReason.ContentInvalid, false),
            ("too large", VideoTaskErrorReason.ContentTooLarge, false),
            ("a redirect to a file", VideoTaskErrorReason.RefusedUrl, false),
        ]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_download_that_fails_says_why_and_how_far_it_had_come(
        string form, (string Failure, VideoTaskErrorReason Reason, bool IsTransient) expected)
    {
        await using var fixture = new DownloadFixture(Failures[expected.Failure]);

        var error = await Should.ThrowAsync<VideoDownloadException>(() => DownloadAsync(fixture, form));

        (error.Reason, error.IsTransient, error.IsOutcomeUnknown).ShouldBe((expected.Reason, expected.IsTransient, false));
        (error.Vendor, error.Handle).ShouldBe(("test", new VideoTaskHandle("test", DownloadFixture.Id)));
        VideoDownloadState.TryGet(error, out var state).ShouldBeTrue();
        state!.Attempts.ShouldBe(1);
        error.StackTrace!.ShouldContain("VideoTasks.Download.Content", Case.Sensitive, "where it was thrown is told as well");
    }

    [Fact]
    public async Task The_state_of_a_canceled_download_is_found_in_the_same_way()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var fixture = new DownloadFixture(async _ => await cancellation.CancelAsync());

        // Shouldly makes an exception of its own of a canceled task.
        var error = await Record.ExceptionAsync(() => fixture.DownloadAsync(cancellationToken: cancellation.Token));

        VideoDownloadState.TryGet(error!, out var state).ShouldBeTrue();
        state!.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_task_that_failed_is_no_failed_download()
    {
        await using var fixture = new DownloadFixture(Failures["not ready"], status: "failed");

        var error = await Should.ThrowAsync<VideoTaskFailedException>(() => fixture.DownloadAsync());

        VideoDownloadState.TryGet(error, out _).ShouldBeFalse();
        error.Task!.Status.ShouldBe(VideoTaskStatus.Failed);
    }

    private static async Task DownloadAsync(DownloadFixture fixture, string form)
    {
        var file = DownloadFixture.Quick with { MaxFailuresInARow = 1, ReadyTimeout = TimeSpan.Zero, MaxBytes = 2_000_000 };
        var stream = DownloadFixture.QuickStream with { MaxFailuresInARow = 1, ReadyTimeout = TimeSpan.Zero, MaxBytes = 2_000_000 };
        switch (form)
        {
            case "stream":
                await fixture.Client.DownloadToAsync(DownloadFixture.Id, new MemoryStream(), stream, Token);
                break;
            case "open":
                await using (var content = await fixture.Client.OpenContentAsync(DownloadFixture.Id, stream, Token))
                {
                    await content.Stream.CopyToAsync(Stream.Null, Token);
                }

                break;
            default:
                await fixture.DownloadAsync(file, form == "directory" ? fixture.Folder : null);
                break;
        }
    }
}
