using System.Buffers.Binary;

namespace VideoTasks.Benchmarks.Download;

/// <summary>A file at a server, and where it goes.</summary>
internal sealed record DownloadCase(int Port, string Id, string Target)
{
    public Uri BaseUrl => new($"http://127.0.0.1:{Port}/v1");

    public string Url => $"{BaseUrl}/videos/{Id}/content";

    /// <summary>Writes a file with the boxes of an mp4.</summary>
    public static void WriteVideo(string path, long length)
    {
        const int fileType = 24;
        const int movie = 108;
        using var file = File.Create(path);
        var block = new byte[1 << 20];
        Random.Shared.NextBytes(block);
        for (var written = 0L; written < length; written += block.Length)
        {
            file.Write(block);
        }

        WriteBox(file, 0, fileType, "ftypmp42"u8);
        WriteBox(file, fileType, length - fileType - movie, "mdat"u8);
        WriteBox(file, length - movie, movie, "moov"u8);
    }

    private static void WriteBox(FileStream file, long offset, long length, ReadOnlySpan<byte> type)
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, (uint)length);
        file.Position = offset;
        file.Write(size);
        file.Write(type);
    }
}
