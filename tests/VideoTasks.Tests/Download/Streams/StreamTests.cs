using System.Security.Cryptography;

namespace VideoTasks.Tests.Download.Streams;

/// <summary>The forms without a file: a stream to read from, and a stream to write to.</summary>
public sealed class StreamTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4(3_000_000);
    private static readonly byte[] Other = DownloadFixture.Mp4(3_000_000, seed: 2);

    [Fact]
    public async Task Headers_come_before_the_body()
    {
        var goOn = new TaskCompletionSource();
        await using var fixture = new DownloadFixture(async exchange =>
        {
            await exchange.HeadAsync(
                200,
                ("Content-Type", "video/mp4"),
                ("Content-Length", $"{Video.Length}"),
                ("ETag", "\"v1\""),
                ("Content-Disposition", "attachment; filename=x.mp4"));
            await exchange.SendAsync(Video.AsMemory(0, 1000));
            await goOn.Task;
            await exchange.SendAsync(Video.AsMemory(1000));
        });

        await using var content =
            await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);
        content.Length.ShouldBe(Video.Length);
        content.MediaType.ShouldBe("video/mp4");
        content.Container.ShouldBe("mp4");
        content.FileName.ShouldBe("x.mp4");
        content.ETag.ShouldBe("\"v1\"");
        goOn.SetResult();

        (await ReadAsync(content)).ShouldBe(Video);
    }

    [Theory]
    [InlineData("\"v1\"", false)]
    [InlineData(null, false)]
    [InlineData("\"v1\"", true)]
    [InlineData(null, true)]
    public async Task Cuts_are_not_noticed_by_the_reader(string? etag, bool ignoresRange)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, new() { ETag = etag, IgnoresRange = ignoresRange, CutAfter = exchange.Request.Number < 4
                ? 700_000 * exchange.Request.Number
                : null }));

        await using var content =
            await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);

        (await ReadAsync(content)).ShouldBe(Video);
    }

    [Theory]
    [InlineData("\"v2\"", true)]
    [InlineData("\"v2\"", false)]
    [InlineData(null, true)]
    [InlineData(null, false)]
    public async Task A_file_that_changes_is_an_error_for_a_reader_who_has_its_beginning(string? etag, bool ignoresRange)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { ETag = etag is null ? null : "\"v1\"", CutAfter = 1_000_000 })
            : exchange.ServeAsync(Other, new() { ETag = etag, IgnoresRange = ignoresRange }));

        await using var content =
            await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);

        await ShouldFail.DownloadAsync(VideoTaskErrorReason.ContentChanged, () => ReadAsync(content));
    }

    [Fact]
    public async Task A_reader_learns_of_a_truncated_container_at_the_end()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video[..2_000_000]));

        await using var content =
            await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);

        await ShouldFail.DownloadAsync(VideoTaskErrorReason.ContentInvalid, () => ReadAsync(content));
    }

    [Fact]
    public async Task Disposing_gives_up_the_connection()
    {
        var gone = new TaskCompletionSource();
        await using var fixture = new DownloadFixture(async exchange =>
        {
            await exchange.ServeAsync(Video, new() { CutAfter = 1_000_000 });
            await exchange.StallAsync();
            gone.SetResult();
        });

        var content = await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);
        await content.DisposeAsync();

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await Should.ThrowAsync<ObjectDisposedException>(() => content.Stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_read_can_be_cancelled()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = 1_000, ThenStall = true }));
        await using var content =
            await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => content.Stream.CopyToAsync(Stream.Null, cancel.Token));
    }

    [Fact]
    public async Task A_stream_is_written_and_flushed_and_stays_open()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 1_000_000 : null }));
        using var destination = new MemoryStream();
        destination.Write("before"u8);

        var result =
            await fixture.Client.DownloadToAsync(DownloadFixture.Id, destination, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);

        result.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Video)));
        result.Path.ShouldBeNull();
        destination.ToArray()[6..].ShouldBe(Video);
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_written_anew_when_the_file_changes()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { CutAfter = 1_000_000 })
            : exchange.ServeAsync(Other, new() { ETag = "\"v2\"" }));
        using var destination = new MemoryStream();
        destination.Write("before"u8);

        var result =
            await fixture.Client.DownloadToAsync(DownloadFixture.Id, destination, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);

        destination.ToArray()[6..].ShouldBe(Other);
        result.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Other)));
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(ObjectDisposedException))]
    public async Task Whatever_a_stream_throws_the_caller_is_told_what_it_was_and_where_to_go_on(Type thrown)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        using var destination = new FailingStream((Exception)Activator.CreateInstance(thrown, "the cupboard\nis full.")!, 1_000_000);

        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.InvalidTarget,
            () => fixture.Client.DownloadToAsync(
                DownloadFixture.Id, destination, DownloadFixture.QuickStream, TestContext.Current.CancellationToken));

        error.InnerException.ShouldBeOfType(thrown);
        error.Message.ShouldContain("the cupboard");
        error.Message.ShouldNotContain('\n');
        error.State!.Checkpoint!.BytesKept.ShouldBe(destination.Length);
    }

    private sealed class FailingStream(Exception error, long limit) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Length + buffer.Length > limit ? throw error : base.WriteAsync(buffer, cancellationToken);
    }

    [Fact]
    public async Task Progress_is_throttled_and_ends_with_the_whole()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { Pause = TimeSpan.FromMilliseconds(1), ChunkLength = 16 * 1024 }));
        var reports = new List<VideoDownloadProgress>();

        await fixture.DownloadAsync(
            DownloadFixture.Quick with { ProgressInterval = TimeSpan.FromSeconds(30), Progress = new Reporter<VideoDownloadProgress>(reports.Add) });

        reports.Count.ShouldBe(2);
        reports[1].ShouldBe(reports[1] with { BytesReceived = Video.Length, TotalBytes = Video.Length });
        reports[1].Percent.ShouldBe(100);
    }

    private static async Task<byte[]> ReadAsync(VideoContent content)
    {
        using var bytes = new MemoryStream();
        await content.Stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
