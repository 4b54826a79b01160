using System.IO.Pipelines;
using System.Security.Cryptography;

namespace VideoTasks.Tests.Download.Streams;

/// <summary>Bytes that can't be read back, as those of a blob: what was appended is kept with its checkpoint, and gone on with.</summary>
public sealed class ForwardStreamTests
{
    private const int Cut = 1_000_000;
    private static readonly byte[] Video = DownloadFixture.Mp4(3_000_000);
    private static readonly byte[] Other = DownloadFixture.Mp4(3_000_000, seed: 2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"v1\"", false, "bytes=1000000-")]
    [InlineData(null, false, "bytes=983616-")]
    [InlineData("\"v1\"", true, "bytes=1000000-")]
    [InlineData(null, true, "bytes=983616-")]
    public async Task A_blob_goes_on_at_the_same_byte(string? etag, bool ignoresRange, string range)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, new() { ETag = etag, IgnoresRange = ignoresRange, CutAfter = exchange.Request.Number == 1 ? Cut : null }));
        var blob = new MemoryStream();
        var error = await InterruptAsync(fixture, blob);
        var checkpoint = VideoDownloadCheckpoint.Parse(error.State!.Checkpoint.ShouldNotBeNull().ToString());
        (checkpoint.BytesKept, checkpoint.Origin).ShouldBe((Cut, 0));

        var result = await fixture.Client.DownloadToAsync(
            DownloadFixture.Id, Forward(blob), DownloadFixture.QuickStream with { ResumeFrom = checkpoint }, Token);

        Same(blob.ToArray(), Video);
        (result.Length, result.Sha256, result.MediaType).ShouldBe((Video.Length, null, "video/mp4"));
        fixture.Server.ContentRequests[1].Range.ShouldBe(range);
    }

    [Theory]
    [InlineData("\"v1\"", false)]
    [InlineData("\"v1\"", true)]
    [InlineData(null, false)]
    [InlineData(null, true)]
    public async Task A_file_that_changed_is_not_appended_to_the_old_one(string? etag, bool ignoresRange)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { ETag = etag, CutAfter = Cut })
            : exchange.ServeAsync(Other, new() { ETag = etag is null ? null : "\"v2\"", IgnoresRange = ignoresRange }));
        var blob = new MemoryStream();
        var error = await InterruptAsync(fixture, blob);
        var options = DownloadFixture.QuickStream with { ResumeFrom = error.State!.Checkpoint };

        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.ContentChanged, () => fixture.Client.DownloadToAsync(DownloadFixture.Id, Forward(blob), options, Token));
        await ShouldFail.DownloadAsync(VideoTaskErrorReason.ContentChanged, async () =>
        {
            await using var content = await fixture.Client.OpenContentAsync(DownloadFixture.Id, options, Token);
            await content.Stream.CopyToAsync(blob, Token);
        });

        Same(blob.ToArray(), Video[..Cut]);
    }

    [Theory]
    [InlineData("\"v1\"", false)]
    [InlineData(null, false)]
    [InlineData(null, true)]
    public async Task What_is_read_is_gone_on_with_read_by_read(string? etag, bool ignoresRange)
    {
        await using var fixture =
            new DownloadFixture(
                exchange => exchange.ServeAsync(Video, new() { ETag = etag, IgnoresRange = ignoresRange, CutAfter = ignoresRange ? null : 900_000 }));
        using var blob = new MemoryStream();
        VideoDownloadCheckpoint? checkpoint = null;
        var buffer = new byte[100_000];
        while (blob.Length < Video.Length)
        {
            // Each time as another process has it: the bytes that were appended, and the text that was saved with them.
            var resumed = checkpoint is null ? null : VideoDownloadCheckpoint.Parse(checkpoint.ToString());
            await using var content =
                await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream with { ResumeFrom = resumed }, Token);
            (content.Offset, content.Length, content.TotalLength).ShouldBe((blob.Length, Video.Length - blob.Length, Video.Length));
            for (var i = 0; i < 4; i++)
            {
                blob.Write(buffer, 0, await content.Stream.ReadAsync(buffer, Token));
            }

            checkpoint = content.GetCheckpoint().ShouldNotBeNull();
            checkpoint.BytesKept.ShouldBe(blob.Length);
        }

        Same(blob.ToArray(), Video);
        await using var rest =
            await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream with { ResumeFrom = checkpoint }, Token);
        (rest.Length, await rest.Stream.ReadAsync(buffer, Token)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_link_that_changes_with_each_process_costs_the_seam_and_not_the_whole()
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? Cut : null }));
        await using var fixture =
            new DownloadFixture(exchange => exchange.JsonAsync($$"""{"video_url":"{{cdn.Url}}/file.mp4?sig={{exchange.Request.Number}}"}"""));
        var blob = new MemoryStream();
        var error = await InterruptAsync(fixture, blob);
        var options = DownloadFixture.QuickStream with { ResumeFrom = error.State!.Checkpoint };

        await fixture.Client.DownloadToAsync(DownloadFixture.Id, Forward(blob), options, Token);

        Same(blob.ToArray(), Video);
        cdn.Requests.Last().Range.ShouldBe("bytes=983616-");
    }

    [Fact]
    public async Task Checkpoints_are_awaited_in_order_and_speak_of_flushed_bytes()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        using var blob = new MemoryStream();
        var kept = new List<long>();
        var running = 0;

        await fixture.Client.DownloadToAsync(DownloadFixture.Id, Forward(blob), DownloadFixture.QuickStream with
        {
            CheckpointInterval = TimeSpan.Zero,
            OnCheckpoint = async (checkpoint, _) =>
            {
                Interlocked.Increment(ref running).ShouldBe(1);
                await Task.Yield();
                checkpoint.BytesKept.ShouldBe(blob.Length);
                kept.Add(checkpoint.BytesKept);
                Interlocked.Decrement(ref running);
            },
        }, Token);

        kept.Count.ShouldBeGreaterThan(2);
        kept.ShouldBe(kept.Order());
        running.ShouldBe(0);
    }

    [Fact]
    public async Task A_checkpoint_that_can_not_be_kept_ends_the_download_with_its_state()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        var options = DownloadFixture.QuickStream with
        {
            CheckpointInterval = TimeSpan.Zero,
            OnCheckpoint = (_, _) => throw new InvalidOperationException("the database is away"),
        };

        var error = await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.InvalidTarget, () => fixture.Client.DownloadToAsync(DownloadFixture.Id, Forward(new()), options, Token));

        error.Message.ShouldContain("the database is away");
        error.InnerException.ShouldBeOfType<InvalidOperationException>();
        error.State!.Checkpoint.ShouldNotBeNull().BytesKept.ShouldBe(error.State.BytesKept);
    }

    [Fact]
    public async Task A_hash_of_what_is_not_read_is_refused()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? Cut : null }));
        var blob = new MemoryStream();
        var checkpoint = (await InterruptAsync(fixture, blob)).State!.Checkpoint!;
        var before = fixture.Server.Requests.Count;
        var options =
            DownloadFixture.QuickStream with { ResumeFrom = checkpoint, ExpectedSha256 = Convert.ToHexStringLower(SHA256.HashData(Video)) };

        await Should.ThrowAsync<ArgumentException>(() => fixture.Client.OpenContentAsync(DownloadFixture.Id, options, Token));
        await Should.ThrowAsync<ArgumentException>(() => fixture.Client.DownloadToAsync(DownloadFixture.Id, Forward(blob), options, Token));
        await Should.ThrowAsync<ArgumentException>(() => fixture.Client.OpenContentAsync(
            DownloadFixture.Id, new() { ResumeFrom = VideoTasksModelFactory.Checkpoint(checkpoint.Handle!.Value, 5, 10) }, Token));

        fixture.Server.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public void A_test_makes_the_checkpoint_and_the_content_that_it_needs()
    {
        var handle = new VideoTaskHandle("test", "video_1");
        var checkpoint = VideoTasksModelFactory.Checkpoint(handle, 100_000_000, 200_000_000);
        var read = VideoDownloadCheckpoint.Parse(checkpoint.ToString());
        (read.Handle, read.BytesKept, read.TotalBytes).ShouldBe((handle, 100_000_000, 200_000_000));

        using var content = new FakeContent(new MemoryStream(), checkpoint) { Length = 5, ETag = "\"v1\"" };
        (content.Length, content.GetCheckpoint()).ShouldBe((5, checkpoint));
        new VideoContent(new MemoryStream()).GetCheckpoint().ShouldBeNull();
    }

    private static Task<VideoDownloadException> InterruptAsync(DownloadFixture fixture, MemoryStream blob) => ShouldFail.DownloadAsync(
        VideoTaskErrorReason.Interrupted,
        () => fixture.Client.DownloadToAsync(
            DownloadFixture.Id, Forward(blob), DownloadFixture.QuickStream with { MaxFailuresInARow = 1 }, Token));

    /// <summary>A stream that neither seeks nor reads.</summary>
    private static Stream Forward(MemoryStream blob) => PipeWriter.Create(blob, new(leaveOpen: true)).AsStream();

    private static void Same(byte[] actual, byte[] expected) => actual.AsSpan().SequenceEqual(expected).ShouldBeTrue("the bytes differ");

    private sealed class FakeContent(Stream stream, VideoDownloadCheckpoint checkpoint) : VideoContent(stream)
    {
        public override VideoDownloadCheckpoint? GetCheckpoint() => checkpoint;
    }
}
