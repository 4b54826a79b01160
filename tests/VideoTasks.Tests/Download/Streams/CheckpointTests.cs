using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using VideoTasks.Tests.Download.Files;

namespace VideoTasks.Tests.Download.Streams;

/// <summary>Downloads into a stream that break off and are gone on with, by their checkpoint.</summary>
public sealed class CheckpointTests
{
    private const int Cut = 1_000_000;
    private static readonly byte[] Video = DownloadFixture.Mp4(3_000_000);
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Video));

    [Theory]
    [InlineData("\"v1\"", "bytes=1000000-")]
    [InlineData(null, "bytes=983616-")]
    [InlineData("W/\"v1\"", "bytes=983616-")]
    public async Task A_checkpoint_goes_on_at_the_same_byte(string? etag, string range)
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { ETag = etag, CutAfter = exchange.Request.Number == 1 ? Cut : null }));
        using var stream = Begun();
        var error = await InterruptAsync(fixture, stream);
        error.State.ShouldNotBeNull().BytesKept.ShouldBe(Cut);
        var checkpoint = VideoDownloadCheckpoint.Parse(error.State.Checkpoint.ShouldNotBeNull().ToString());
        checkpoint.ShouldSatisfyAllConditions(
            c => c.Handle.ShouldBe(error.Handle),
            c => c.Origin.ShouldBe(6),
            c => c.BytesKept.ShouldBe(Cut),
            c => c.TotalBytes.ShouldBe(Video.Length));

        // As another process has it: a stream over the same bytes, at its beginning.
        using var reopened = new MemoryStream();
        reopened.Write(stream.ToArray());
        reopened.Position = 0;
        var result = await ResumeAsync(fixture, reopened, checkpoint);

        Demand(reopened, Video, result);
        result.ResumedBytes.ShouldBe(Cut);
        var request = fixture.Server.ContentRequests[^1];
        request.Range.ShouldBe(range);
        request.IfRange.ShouldBe(etag == "\"v1\"" ? etag : null);
    }

    [Theory]
    [InlineData("edited", 0)]
    [InlineData("truncated", 0)]
    [InlineData("emptied", 0)]
    [InlineData("replaced", 0)]
    [InlineData("extended", Cut)]
    public async Task A_stream_that_no_longer_holds_the_bytes_is_written_anew(string tampering, long resumed)
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? Cut : null }));
        using var stream = Begun();
        var error = await InterruptAsync(fixture, stream);
        switch (tampering)
        {
            case "edited":
                stream.GetBuffer()[500_000] ^= 1;
                break;
            case "truncated":
                stream.SetLength(900_000);
                break;
            case "emptied":
                stream.SetLength(0);
                break;
            case "replaced":
                DownloadFixture.Mp4(5_000_000, seed: 5).CopyTo(Grown(stream, 6 + 5_000_000), 6);
                break;
            case "extended":
                stream.Position = stream.Length;
                stream.Write(new byte[300_000]);
                break;
        }

        var result = await ResumeAsync(fixture, stream, error.State!.Checkpoint!);

        Demand(stream, Video, result, origin: tampering == "emptied" ? 0 : 6);
        result.ResumedBytes.ShouldBe(resumed);
    }

    [Theory]
    [InlineData("\"v2\"", false)]
    [InlineData("\"v2\"", true)]
    [InlineData(null, false)]
    [InlineData(null, true)]
    public async Task A_file_that_changed_at_the_server_is_written_anew_and_leaves_nothing_of_the_old_one(string? etag, bool ignoresRange)
    {
        var other = DownloadFixture.Mp4(700_000, seed: 3);
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { ETag = etag is null ? null : "\"v1\"", CutAfter = Cut })
            : exchange.ServeAsync(other, new() { ETag = etag, IgnoresRange = ignoresRange }));
        using var stream = Begun();
        var error = await InterruptAsync(fixture, stream);

        var result = await ResumeAsync(fixture, stream, error.State!.Checkpoint!);

        Demand(stream, other, result);
        result.ResumedBytes.ShouldBe(0);
    }

    [Fact]
    public async Task What_lies_before_the_first_damaged_block_is_kept()
    {
        const int block = 64 * 1024 * 1024;
        var video = DownloadFixture.Mp4(block + 2_000_000);
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(video, new() { CutAfter = exchange.Request.Number == 1 ? block + 1_000_000 : null }));
        using var stream = new MemoryStream(video.Length);
        var error = await InterruptAsync(fixture, stream);
        stream.GetBuffer()[block + 500_000] ^= 1;

        var result = await ResumeAsync(fixture, stream, error.State!.Checkpoint!);

        result.ResumedBytes.ShouldBe(block);
        result.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(video)));
        stream.GetBuffer().AsSpan(0, (int)stream.Length).SequenceEqual(video).ShouldBeTrue();
        error.State.Checkpoint!.ToString().Length.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_cancelled_download_hands_out_its_checkpoint()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, new() { CutAfter = exchange.Request.Number == 1 ? Cut : null, ThenStall = exchange.Request.Number == 1 }));
        using var stream = Begun();
        using var cancel = new CancellationTokenSource();
        var options =
            DownloadFixture.QuickStream with { ProgressInterval = TimeSpan.Zero, Progress = new Reporter<VideoDownloadProgress>(
                p => { if (p.BytesReceived >= Cut) { cancel.Cancel(); } }) };

        var canceled =
            await Assert.ThrowsAsync<VideoDownloadCanceledException>(
                () => fixture.Client.DownloadToAsync(DownloadFixture.Id, stream, options, cancel.Token));
        canceled.CancellationToken.IsCancellationRequested.ShouldBeTrue();
        canceled.State.ShouldNotBeNull().Attempts.ShouldBe(1);
        var result = await ResumeAsync(fixture, stream, canceled.State.Checkpoint.ShouldNotBeNull());

        Demand(stream, Video, result);
        result.ResumedBytes.ShouldBe(Cut);
    }

    [Fact]
    public async Task A_cancelled_download_to_a_file_says_what_was_kept()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = Cut, ThenStall = true }));
        using var cancel = new CancellationTokenSource();
        var options =
            DownloadFixture.Quick with { ProgressInterval = TimeSpan.Zero, Progress = new Reporter<VideoDownloadProgress>(
                p => { if (p.BytesReceived >= Cut) { cancel.Cancel(); } }) };

        var canceled =
            await Assert.ThrowsAsync<VideoDownloadCanceledException>(() => fixture.DownloadAsync(options, cancellationToken: cancel.Token));

        canceled.Handle.ShouldBe(new VideoTaskHandle("test", DownloadFixture.Id));
        canceled.State.ShouldBe(new VideoDownloadState { Attempts = 1, BytesKept = Cut, PartialPath = fixture.Target + ".part" });
    }

    [Fact]
    public async Task A_killed_process_is_gone_on_with_from_its_last_checkpoint()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { Pause = TimeSpan.FromMilliseconds(10), ChunkLength = 32 * 1024 }));
        var checkpoint = fixture.Target + ".checkpoint";
        using (var process = ProcessTests.Start(fixture, [fixture.Target, "--stream"]))
        {
            while (!File.Exists(checkpoint) && !process.HasExited)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await Task.Delay(Random.Shared.Next(50, 300), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var kept = VideoDownloadCheckpoint.Parse(await File.ReadAllTextAsync(checkpoint, TestContext.Current.CancellationToken)).BytesKept;
        var (exitCode, output) = await ProcessTests.RunAsync(ProcessTests.Start(fixture, [fixture.Target, "--stream"]));

        exitCode.ShouldBe(0, output);
        output.Trim().ShouldBe($"done {Video.Length} {Hash} {kept}");
        (await File.ReadAllBytesAsync(fixture.Target, TestContext.Current.CancellationToken)).AsSpan().SequenceEqual(Video).ShouldBeTrue();
        fixture.Server.ContentRequests[1].Range.ShouldBe($"bytes={kept}-");
    }

    [Fact]
    public async Task A_checkpoint_holds_no_key_and_no_link_and_asks_for_a_fresh_one()
    {
        FaultServer? cdn = null;
        await using var fixture =
            new DownloadFixture(
                exchange => exchange.JsonAsync($$"""{"video_url":"{{cdn!.Url}}/file.mp4?signature=secret{{exchange.Request.Number}}"}"""));
        cdn = fixture.Other(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? Cut : null }));
        using var stream = Begun();

        var text = (await InterruptAsync(fixture, stream)).State!.Checkpoint!.ToString();
        var result = await ResumeAsync(fixture, stream, VideoDownloadCheckpoint.Parse(text));

        text.ShouldNotContain(DownloadFixture.Key);
        text.ShouldNotContain("secret");
        text.ShouldNotContain("://");
        Demand(stream, Video, result);
        result.ResumedBytes.ShouldBe(Cut);
        fixture.Server.ContentRequests.ShouldAllBe(request => request.Range == null);
        cdn.Requests.Last().Range.ShouldBe("bytes=983616-");
        cdn.Requests.Last().Target.ShouldEndWith("secret2");
    }

    [Fact]
    public async Task A_checkpoint_of_something_else_and_a_stream_without_a_way_back_are_refused_before_any_request()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = Cut }));
        using var stream = Begun();
        var checkpoint = (await InterruptAsync(fixture, stream)).State!.Checkpoint!;
        var before = fixture.Server.Requests.Count;
        var options = DownloadFixture.QuickStream with { ResumeFrom = checkpoint };
        var path = Path.Combine(fixture.Folder, "one-way");
        await using var oneWay = new FileStream(path, FileMode.Create, FileAccess.Write);

        await Should.ThrowAsync<ArgumentException>(
            () => fixture.Client.DownloadToAsync("video_2", stream, options, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ArgumentException>(
            () => fixture.Client.DownloadToAsync(
                DownloadFixture.Id, stream, options with { Variant = "thumbnail" }, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ArgumentException>(
            () => fixture.Client.DownloadToAsync(DownloadFixture.Id, oneWay, options, TestContext.Current.CancellationToken));

        fixture.Server.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_checkpoint_is_a_part_of_a_callers_own_json()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = Cut }));
        using var stream = Begun();
        var checkpoint = (await InterruptAsync(fixture, stream)).State!.Checkpoint!;

        var json = JsonSerializer.Serialize(new Dictionary<string, VideoDownloadCheckpoint> { ["mine"] = checkpoint });

        JsonSerializer.Deserialize<Dictionary<string, VideoDownloadCheckpoint>>(json)!["mine"].ToString().ShouldBe(checkpoint.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("""{"format":2,"identity":{},"origin":0,"length":1,"checksums":[1]}""")]
    [InlineData("""{"format":1,"identity":{"hasStrongDate":false},"origin":-1,"length":1,"checksums":[1]}""")]
    [InlineData("""{"format":1,"identity":{"hasStrongDate":false},"origin":0,"length":0,"checksums":[]}""")]
    [InlineData("""{"format":1,"identity":{"hasStrongDate":false},"origin":0,"length":1,"checksums":[]}""")]
    [InlineData("""{"format":1,"identity":{"hasStrongDate":false,"length":5},"origin":0,"length":6,"checksums":[1]}""")]
    [InlineData("""{"format":1,"identity":null,"origin":0,"length":6,"checksums":[1]}""")]
    public void Text_that_is_no_checkpoint_is_refused(string text)
    {
        VideoDownloadCheckpoint.TryParse(text, CultureInfo.InvariantCulture, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => VideoDownloadCheckpoint.Parse(text));
    }

    private static MemoryStream Begun()
    {
        var stream = new MemoryStream();
        stream.Write("before"u8);
        return stream;
    }

    private static byte[] Grown(MemoryStream stream, int length)
    {
        stream.SetLength(length);
        return stream.GetBuffer();
    }

    private static Task<VideoDownloadException> InterruptAsync(DownloadFixture fixture, Stream stream) => ShouldFail.DownloadAsync(
        VideoTaskErrorReason.Interrupted,
        () => fixture.Client.DownloadToAsync(
            DownloadFixture.Id, stream, DownloadFixture.QuickStream with { MaxFailuresInARow = 1 }, TestContext.Current.CancellationToken));

    private static Task<VideoDownloadResult> ResumeAsync(DownloadFixture fixture, Stream stream, VideoDownloadCheckpoint checkpoint) =>
        fixture.Client.DownloadToAsync(
            DownloadFixture.Id, stream, DownloadFixture.QuickStream with { ResumeFrom = checkpoint }, TestContext.Current.CancellationToken);

    private static void Demand(MemoryStream stream, byte[] video, VideoDownloadResult result, int origin = 6)
    {
        stream.ToArray().AsSpan(origin).SequenceEqual(video).ShouldBeTrue("the bytes differ");
        result.Length.ShouldBe(video.Length);
        result.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(video)));
        result.Container.ShouldBe("mp4");
    }
}
