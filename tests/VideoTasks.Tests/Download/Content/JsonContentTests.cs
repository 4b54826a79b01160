using System.Text;

namespace VideoTasks.Tests.Download.Content;

/// <summary>JSON in place of the video that holds more than one thing, or is not quite JSON.</summary>
public sealed class JsonContentTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();
    private static readonly byte[] LargeVideo = DownloadFixture.Mp4(3_000_000);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_byte_order_mark_is_no_reason_to_drop_the_answer(bool isUtf16)
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        Encoding encoding = isUtf16 ? Encoding.Unicode : Encoding.UTF8;
        await using var fixture = new DownloadFixture(exchange => exchange.RespondAsync(
            200, "application/json", (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes($$"""{"video_url":"{{cdn.Url}}/file.mp4"}""")]));

        await fixture.DemandAsync(Video);
    }

    [Theory]
    [InlineData("""{"thumbnail_data":"PICTURE","video":{"data":"VIDEO"}}""", false)]
    [InlineData("""{"input_reference":"data:image/png;base64,PICTURE","video":"VIDEO"}""", false)]
    [InlineData("""{"data":"NOISE","result":{"b64_json":"VIDEO"}}""", false)]
    [InlineData("""{"thumbnail_data":"PICTURE","video":{"data":"VIDEO"}}""", true)]
    [InlineData("""{"cover":"data:image/png;base64,PICTURE","video":"VIDEO"}""", true)]
    [InlineData("""{"signature":"NOISE","output":["VIDEO"]}""", true)]
    [InlineData("""{"prompt":"says \"data\":","signature":"NOISE","result":"VIDEO"}""", true)]
    public async Task Of_several_base64_texts_the_video_is_taken(string json, bool isLarge)
    {
        var video = isLarge ? LargeVideo : Video;
        byte[] picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[6000]];
        var noise = new byte[6000];
        new Random(5).NextBytes(noise);
        json = json.Replace("PICTURE", Convert.ToBase64String(picture), StringComparison.Ordinal)
            .Replace("NOISE", Convert.ToBase64String(noise), StringComparison.Ordinal)
            .Replace("VIDEO", Convert.ToBase64String(video), StringComparison.Ordinal);
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync(json));

        await fixture.DemandAsync(video);
    }

    [Fact]
    public async Task A_picture_that_the_video_was_made_from_is_no_video()
    {
        var picture = Convert.ToBase64String((byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[1000]]);
        await using var fixture =
            new DownloadFixture(exchange => exchange.JsonAsync($$"""{"status":"processing","input_image":"data:image/png;base64,{{picture}}"}"""));

        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.NotReady, () => fixture.DownloadAsync(DownloadFixture.Quick with { ReadyTimeout = TimeSpan.Zero }));

        fixture.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://127.0.0.1:99999/x.mp4")]
    [InlineData("https://")]
    [InlineData("http:///x.mp4")]
    public async Task A_url_that_is_none_is_an_error_at_once(string url)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync($$"""{"status":"completed","video_url":"{{url}}"}"""));

        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.ContentInvalid, () => fixture.DownloadAsync());

        error.Message.ShouldContain("URL that can't be read");
        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("pending")]
    [InlineData("N/A")]
    public async Task A_word_where_the_url_will_stand_later_is_waited_out(string word)
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync(
            $$"""{"video_url":"{{(exchange.Request.Number < 3 ? word : $"{cdn.Url}/file.mp4")}}"}"""));

        await fixture.DemandAsync(Video);
    }

    [Theory]
    [InlineData("%PDF-1.7 ", "a PDF document")]
    [InlineData("RIFF\u0001\u0002\u0003\u0004WAVEfmt ", "sound without a picture")]
    [InlineData("ID3\u0003\u0000", "sound without a picture")]
    [InlineData("\u007fELF\u0002\u0001\u0001", "a program")]
    [InlineData("MZ\u0090\u0000\u0003", "a program")]
    [InlineData("PK\u0003\u0004\u0014\u0000", "a compressed archive")]
    [InlineData("PK\u0005\u0006\u0000\u0000", "a compressed archive")]
    [InlineData("\u0000\u0000\u0000", "zero bytes")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005", "bytes of an unknown kind")]
    [InlineData("<!DOCTYPE html><html>", "an HTML or XML page")]
    [InlineData("#!/bin/sh\necho hello\n", "text")]
    [InlineData("#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:4,\na.ts\n", "an HLS playlist")]
    public async Task Other_files_than_videos_are_named_and_not_saved(string beginning, string what)
    {
        var padding = beginning[0] is '#' or '<' ? "" : new string('\0', 600);
        var body = Encoding.Latin1.GetBytes(beginning + padding);
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Bytes is null
            ? exchange.RespondAsync(200, "video/mp4", body)
            : exchange.ServeAsync(body));

        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.ContentInvalid, () => fixture.DownloadAsync());
        var parallel = await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.ContentInvalid, () => fixture.DownloadAsync(DownloadFixture.Quick with { Connections = 4 }));
        var streamed = await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.ContentInvalid, () => fixture.Client.DownloadToAsync(
                DownloadFixture.Id, new MemoryStream(), DownloadFixture.QuickStream, TestContext.Current.CancellationToken));

        error.Message.ShouldContain(what);
        parallel.Message.ShouldContain(what);
        streamed.Message.ShouldContain(what);
        fixture.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task A_video_whose_first_bytes_come_a_few_at_a_time_is_known_all_the_same(int chunk)
    {
        // Three packets of a transport stream tell what it is; the first bytes alone could be anything.
        var video = new byte[188 * 40];
        new Random(4).NextBytes(video);
        for (var packet = 0; packet < video.Length; packet += 188)
        {
            video[packet] = 0x47;
        }

        await using var fixture = new DownloadFixture(async exchange =>
        {
            await exchange.HeadAsync(200, ("Content-Type", "video/mp2t"), ("Content-Length", $"{video.Length}"));
            await exchange.SendAsync(video.AsMemory(0, 150));
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await exchange.SendAsync(video.AsMemory(150));
        });
        await using var content =
            await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);
        using var read = new MemoryStream();
        var buffer = new byte[chunk];
        while (await content.Stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
        {
            read.Write(buffer, 0, count);
        }

        content.Container.ShouldBe("mpegts");
        read.ToArray().ShouldBe(video);
    }
}
