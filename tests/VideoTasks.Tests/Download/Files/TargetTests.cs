namespace VideoTasks.Tests.Download.Files;

/// <summary>Faults 32 and 39: targets that can't be written, cancellation.</summary>
public sealed class TargetTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)]
    public async Task A_file_that_is_replaced_leaves_its_permissions_to_the_new_one(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        await File.WriteAllTextAsync(fixture.Target, "old", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(fixture.Target, mode);

        await fixture.DemandAsync(Video);

        File.GetUnixFileMode(fixture.Target).ShouldBe(mode);
    }

    [Fact]
    public async Task A_missing_directory_is_an_error_before_any_request()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.InvalidTarget, path: Path.Combine(fixture.Folder, "missing", "out.mp4"));
        await fixture.DemandErrorAsync(
            VideoTaskErrorReason.InvalidTarget, path: Path.Combine(fixture.Folder, "missing") + Path.DirectorySeparatorChar);

        fixture.Server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/proc/out.mp4")]
    [InlineData("/dev/null/out.mp4")]
    public async Task An_unwritable_directory_is_an_error_before_any_request(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            path = "Z:\\missing\\out.mp4";
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.InvalidTarget, path: path);

        fixture.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_existing_file_is_replaced_at_the_end_or_not_at_all()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number <= 2 ? 0 : null }));
        await File.WriteAllTextAsync(fixture.Target, "old", TestContext.Current.CancellationToken);

        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.Interrupted, () => fixture.DownloadAsync(DownloadFixture.Quick with { MaxFailuresInARow = 2 }));
        (await File.ReadAllTextAsync(fixture.Target, TestContext.Current.CancellationToken)).ShouldBe("old");
        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.InvalidTarget, () => fixture.DownloadAsync(DownloadFixture.Quick with { Overwrite = false }));
        (await File.ReadAllTextAsync(fixture.Target, TestContext.Current.CancellationToken)).ShouldBe("old");
        await fixture.DemandAsync(Video);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_download_leaves_what_was_asked_for(bool keep)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = 150_000, ThenStall = true }));
        using var cancel = new CancellationTokenSource();
        var options = DownloadFixture.Quick with
        {
            KeepPartial = keep,
            ProgressInterval = TimeSpan.Zero,
            Progress = new Reporter<VideoDownloadProgress>(progress => { if (progress.BytesReceived >= 150_000) { cancel.Cancel(); } }),
        };

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.DownloadAsync(options, cancellationToken: cancel.Token));

        fixture.Files.ShouldBe(keep ? ["out.mp4.part", "out.mp4.part.json"] : []);
    }

    [Fact]
    public async Task A_download_that_was_cancelled_before_it_began_leaves_nothing()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.DownloadAsync(cancellationToken: new CancellationToken(canceled: true)));

        fixture.Files.ShouldBeEmpty();
    }
}
