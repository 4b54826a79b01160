using System.Buffers.Binary;
using System.Security.Cryptography;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Download;

/// <summary>A vendor on a fault server, a client for it, and a directory of its own.</summary>
internal sealed class DownloadFixture : IAsyncDisposable
{
    public const string Key = "sk-test-key-0123456789";
    public const string Id = "video_1";

    private readonly List<FaultServer> _others = [];

    public DownloadFixture(Func<FaultExchange, Task> content, string status = "completed", string? taskFields = null, VideoVendor? vendor = null,
        VideoTaskClientOptions? options = null)
    {
        Server = new(exchange => exchange.Request.IsTask
            ? exchange.JsonAsync($$"""{"id":"{{Id}}","status":"{{status}}"{{taskFields}}}""")
            : content(exchange));
        options ??= new();
        options.BaseUrl = Server.Url;
        options.ApiKey = Key;
        Client = new VideoTaskClient(vendor ?? new ContentVendor(), options);
        Directory.CreateDirectory(Folder);
    }

    /// <summary>Options for servers that answer at once: no test waits for a pause.</summary>
    public static VideoFileDownloadOptions Quick { get; } = new()
    {
        RetryDelay = TimeSpan.FromMilliseconds(5),
        ReadyTimeout = TimeSpan.FromSeconds(10),
        StallTimeout = TimeSpan.FromSeconds(20),
        FlushToDisk = false,
    };

    /// <summary>The same, for the forms without a file.</summary>
    public static VideoStreamDownloadOptions QuickStream { get; } = new()
    {
        RetryDelay = TimeSpan.FromMilliseconds(5),
        ReadyTimeout = TimeSpan.FromSeconds(10),
        StallTimeout = TimeSpan.FromSeconds(20),
    };

    public static VideoFileDownloadOptions Impatient { get; } = Quick with { StallTimeout = TimeSpan.FromMilliseconds(1500) };

    public FaultServer Server { get; }

    public VideoTaskClient Client { get; }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "videotasks-" + Guid.NewGuid().ToString("n"));

    public string Target => Path.Combine(Folder, "out.mp4");

    /// <summary>The names of the files in the directory.</summary>
    public List<string> Files => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    /// <summary>A file that begins and ends as an MP4 does: the moov box is the last one, so no cut goes unnoticed.</summary>
    public static byte[] Mp4(int length = 300_000, int seed = 1)
    {
        const int fileTypeLength = 24;
        const int movieLength = 108;
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        Box(bytes, 0, fileTypeLength, "ftypmp42"u8);
        Box(bytes, fileTypeLength, length - fileTypeLength - movieLength, "mdat"u8);
        Box(bytes, length - movieLength, movieLength, "moov"u8);
        return bytes;
    }

    public FaultServer Other(Func<FaultExchange, Task> handler)
    {
        var server = new FaultServer(handler);
        _others.Add(server);
        return server;
    }

    public Task<VideoDownloadResult> DownloadAsync(
        VideoFileDownloadOptions? options = null, string? path = null, CancellationToken? cancellationToken = null) =>
        Client.DownloadToFileAsync(Id, path ?? Target, options ?? Quick, cancellationToken ?? TestContext.Current.CancellationToken);

    /// <summary>Downloads, and demands the exact bytes and nothing beside them.</summary>
    public async Task<VideoDownloadResult> DemandAsync(byte[] file, VideoFileDownloadOptions? options = null)
    {
        var result = await DownloadAsync(options);
        (await File.ReadAllBytesAsync(result.Path!, TestContext.Current.CancellationToken)).AsSpan()
            .SequenceEqual(file)
            .ShouldBeTrue("the bytes differ");
        result.Length.ShouldBe(file.Length);
        if (result.Sha256 is not null)
        {
            result.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file)));
        }

        Files.ShouldBe([Path.GetFileName(result.Path)!]);
        return result;
    }

    /// <summary>Downloads, and demands an error for a reason with nothing at the final path.</summary>
    public async Task<VideoDownloadException> DemandErrorAsync(
        VideoTaskErrorReason reason, VideoFileDownloadOptions? options = null, string? path = null)
    {
        var error = await DemandErrorAsync<VideoDownloadException>(options, path);
        error.Reason.ShouldBe(reason);
        return error;
    }

    /// <summary>Downloads, and demands an error of a type with nothing at the final path.</summary>
    public async Task<T> DemandErrorAsync<T>(VideoFileDownloadOptions? options = null, string? path = null)
        where T : VideoTaskException
    {
        var error = await Should.ThrowAsync<T>(() => DownloadAsync(options, path));
        File.Exists(path ?? Target).ShouldBeFalse("something stands at the final path");
        error.Message.ShouldNotContain(Key);
        error.Message.ShouldNotContain('\n');
        return error;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        foreach (var other in _others)
        {
            await other.DisposeAsync();
            other.Requests.ShouldAllBe(request => !request.Text.Contains(Key), "the key left the vendor's origin");
            other.Requests.ShouldAllBe(request => !request.Headers.ContainsKey("Referer") && !request.Headers.ContainsKey("Cookie"));
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static void Box(byte[] bytes, int offset, int length, ReadOnlySpan<byte> type)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(offset), length);
        type.CopyTo(bytes.AsSpan(offset + 4));
    }
}
