using System.Text;
using VideoTasks.Requests;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Requests;

public sealed class MediaTypesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotasks-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("photo.tmp", "\u0089PNG\r\n\u001a\n....", "image/png")]
    [InlineData("photo", "\u00ff\u00d8\u00ff\u00e0", "image/jpeg")]
    [InlineData("photo.png", "\u00ff\u00d8\u00ff\u00e1....", "image/jpeg")]
    [InlineData("a.bin", "RIFF\0\0\0\0WEBPVP8 ", "image/webp")]
    [InlineData("a.bin", "GIF89a", "image/gif")]
    [InlineData("a.bin", "\0\0\0\u0018ftypisom\0\0", "video/mp4")]
    [InlineData("a.mp4", "\0\0\0\u0014ftypqt  \0\0", "video/quicktime")]
    [InlineData("a.jpg", "\0\0\0\u0018ftypavif\0\0", "image/avif")]
    [InlineData("a.jpg", "\0\0\0\u0018ftypheic\0\0", "image/heic")]
    [InlineData("a.bin", "\u001aE\u00df\u00a3....", "video/webm")]
    [InlineData("a.png", "who knows", "image/png")]
    [InlineData("A.JPEG", "x", "image/jpeg")]
    [InlineData("a.bin", "who knows", "application/octet-stream")]
    public void A_file_is_what_its_bytes_say_and_else_what_its_name_says(string name, string bytes, string mediaType) =>
        MediaTypes.Of(Write(name, Encoding.Latin1.GetBytes(bytes))).ShouldBe(mediaType);

    [Fact]
    public async Task Bytes_of_an_image_go_out_as_one_whatever_their_name_is()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));

        await CreateAsync(server.Address, Write("photo.tmp", [0x89, .. "PNG\r\n\u001a\n0123"u8]));

        Encoding.Latin1.GetString(server.Requests.ShouldHaveSingleItem().BodyAsBytes!).ShouldContain("Content-Type: image/png\r\n");
    }

    [Fact]
    public async Task Nothing_is_sent_of_a_file_that_is_empty_or_not_there_or_none()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));

        (await FailAsync(server.Address, Write("empty.png", []))).ShouldContain("empty.png can't be uploaded: nothing is in it. Nothing was sent.");
        (await FailAsync(server.Address, Path.Combine(_folder.FullName, "none.png"))).ShouldContain("there is no such file");
        (await FailAsync(server.Address, _folder.FullName)).ShouldContain("it is a directory");

        server.Requests.ShouldBeEmpty();
    }

    private static Task<VideoTask> CreateAsync(Uri url, string path) =>
        new VideoTaskClient("openai", new() { ApiKey = TestClients.Key, BaseUrl = url })
        .CreateAsync(new() { Prompt = "a", InputReferences = [VideoInputReference.FromFile(path)] }, Token);

    private static async Task<string> FailAsync(Uri url, string path)
    {
        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.InvalidRequest, () => CreateAsync(url, path));
        error.IsOutcomeUnknown.ShouldBeFalse();
        return error.Message;
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
