namespace VideoTasks.Tests.Download.Streams;

/// <summary>Who ends an opening, and who ends a read; and what a caller's progress can't end.</summary>
public sealed class OpeningTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4(3_000_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_token_of_the_opening_does_not_end_the_reading()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 1_000_000 : null }));
        using var opening = new CancellationTokenSource();
        await using var content = await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, opening.Token);
        await opening.CancelAsync();
        using var read = new MemoryStream();

        await content.Stream.CopyToAsync(read, CancellationToken.None);

        read.ToArray().AsSpan().SequenceEqual(Video).ShouldBeTrue("the bytes differ");
    }

    [Fact]
    public async Task A_canceled_opening_has_the_callers_token_and_its_state()
    {
        using var opening = new CancellationTokenSource();
        await using var fixture = new DownloadFixture(async exchange =>
        {
            await opening.CancelAsync();
            await exchange.StallAsync();
        });

        var error = await Record.ExceptionAsync(
            () => fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, opening.Token));

        var canceled = error.ShouldBeOfType<VideoDownloadCanceledException>();
        canceled.CancellationToken.ShouldBe(opening.Token);
        canceled.State!.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Disposing_ends_a_read_without_a_token()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = 1_000, ThenStall = true }));
        var content = await fixture.Client.OpenContentAsync(
            DownloadFixture.Id, DownloadFixture.QuickStream with { StallTimeout = Timeout.InfiniteTimeSpan }, Token);
        var buffer = new byte[1_000];
        await content.Stream.ReadExactlyAsync(buffer, CancellationToken.None);
        var waiting = content.Stream.ReadAsync(buffer, CancellationToken.None).AsTask();

        await content.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(60), Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Progress_that_throws_ends_nothing_and_comes_in_order(int connections)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        var reports = new List<long>();
        var running = 0;

        await fixture.DemandAsync(Video, DownloadFixture.Quick with
        {
            Connections = connections,
            ProgressInterval = TimeSpan.Zero,
            Progress = new Reporter<VideoDownloadProgress>(progress =>
            {
                Interlocked.Increment(ref running).ShouldBe(1);
                reports.Add(progress.BytesReceived);
                Interlocked.Decrement(ref running);
                throw new InvalidOperationException("the window is closed");
            }),
        });

        reports[^1].ShouldBe(Video.Length);
        reports.ShouldBe(reports.Order());
    }
}
