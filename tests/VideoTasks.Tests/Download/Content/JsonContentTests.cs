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
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync($$"""{"status":"processing","input_image":"data:image/png;base64,{{picture}}"}"""));

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
    [InlineData("#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:4,\na.ts\n", "an HLS playlist")]
    public async Task Other_files_than_videos_are_named_and_not_saved(string beginning, string what)
    {
        var padding = beginning[0] == '#' ? "" : new string('\0', 600);
        await using var fixture = new DownloadFixture(exchange => exchange.RespondAsync(200, "video/mp4", Encoding.Latin1.GetBytes(beginning + padding)));

        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.ContentInvalid, () => fixture.DownloadAsync());

        error.Message.ShouldContain(what);
        fixture.Files.ShouldBeEmpty();
    }
}
