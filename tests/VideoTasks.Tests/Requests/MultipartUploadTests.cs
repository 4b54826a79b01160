using System.Text;
using VideoTasks.Requests;

namespace VideoTasks.Tests.Requests;

public sealed class MultipartUploadTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotasks-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Texts_and_files_are_parts_and_the_length_is_known_before_they_are_read()
    {
        var path = Write("cat \"1\".png", "PNG bytes"u8.ToArray());
        await using var upload = new MultipartUpload(
            [("prompt", "text/plain", "a cat, 猫")], [("input_reference", VideoInputReference.FromFile(path))]);
        using var content = new StreamContent(upload);
        content.Headers.ContentLength.ShouldBe(upload.Length);

        var bytes = await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        bytes.Length.ShouldBe((int)upload.Length);
        Encoding.UTF8.GetString(bytes).ShouldBe(
            $"--{upload.Boundary}\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na cat, 猫\r\n"
            + $"--{upload.Boundary}\r\nContent-Type: image/png\r\nContent-Disposition: form-data; name=\"input_reference\"; filename=\"cat "
                + $"%221%22.png\"\r\n\r\nPNG bytes\r\n"
            + $"--{upload.Boundary}--\r\n");
    }

    [Fact]
    public void A_large_file_is_never_in_memory()
    {
        var path = Path.Combine(_folder.FullName, "large.mp4");
        using (var file = File.Create(path))
        {
            file.SetLength(300_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        using var upload = new MultipartUpload([], [("video", VideoInputReference.FromFile(path))]);
        var buffer = new byte[64 * 1024];
        var total = 0L;
        for (int read; (read = upload.Read(buffer)) > 0; total += read)
        {
        }

        total.ShouldBe(upload.Length);
        total.ShouldBeGreaterThan(300_000_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void A_file_that_is_not_there_leaves_no_other_open()
    {
        var path = Write("a.png", [1]);

        var missing = VideoInputReference.FromFile(path + ".missing");

        Should.Throw<VideoTaskException>(() => new MultipartUpload([], [("a", VideoInputReference.FromFile(path)), ("b", missing)]));

        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        exclusive.Length.ShouldBe(1);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
