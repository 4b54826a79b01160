using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace VideoTasks.Emulator.Media;

/// <summary>A file that a task delivers. Each task's video is its own: it names its task, so that a mix-up is seen.</summary>
internal sealed class SampleFile
{
    // Chosen for this emulator; a player skips boxes whose type it doesn't know.
    private static readonly byte[] BoxType = [0x56, 0x54, 0x45, 0x4d, 0x75, 0x6c, 0x61, 0x74, 0x6f, 0x72, 0x54, 0x61, 0x73, 0x6b, 0x49, 0x64];

    // Its length follows in eight bytes, the first of which marks the width.
    private static ReadOnlySpan<byte> SegmentId => [0x18, 0x53, 0x80, 0x67];

    private SampleFile(byte[] bytes, string contentType, string extension)
    {
        Bytes = bytes;
        ContentType = contentType;
        Extension = extension;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public byte[] Bytes { get; }

    public string ContentType { get; }

    public string Extension { get; }

    public string Sha256 { get; }

    public static SampleFile Thumbnail { get; } = new(Resource("thumbnail.webp"), "image/webp", "webp");

    public static SampleFile Spritesheet { get; } = new(Resource("spritesheet.jpg"), "image/jpeg", "jpg");

    public static SampleFile Mp4(string vendor, string id, int minimumBytes)
    {
        var sample = Resource("sample.mp4");
        var name = Encoding.UTF8.GetBytes($"{vendor}/{id}");
        var own = sample.Length + 8 + BoxType.Length + name.Length;
        var padding = minimumBytes > own ? Math.Max(minimumBytes - own, 8) : 0;
        var file = new byte[own + padding];
        sample.CopyTo(file, 0);
        var box = file.AsSpan(sample.Length, own - sample.Length);
        WriteBoxHeader(box, "uuid"u8);
        BoxType.CopyTo(box[8..]);
        name.CopyTo(box[24..]);
        if (padding > 0)
        {
            var free = file.AsSpan(own);
            new Random(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(name))).NextBytes(free[8..]);
            WriteBoxHeader(free, "free"u8);
        }

        return new(file, "video/mp4", "mp4");
    }

    public static SampleFile Webm(string vendor, string id)
    {
        var name = Encoding.UTF8.GetBytes($"{vendor}/{id}");
        // An EBML Void element at the end of the segment: its id, its length in two bytes (0x4000 marks the width), its content.
        byte[] element = [0xEC, (byte)(0x40 | (name.Length >> 8)), (byte)name.Length, .. name];
        byte[] file = [.. Resource("sample.webm"), .. element];
        var length = file.AsSpan(file.AsSpan().IndexOf(SegmentId) + SegmentId.Length, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(length, BinaryPrimitives.ReadInt64BigEndian(length) + element.Length);
        return new(file, "video/webm", "webm");
    }

    private static void WriteBoxHeader(Span<byte> box, ReadOnlySpan<byte> type)
    {
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        type.CopyTo(box[4..]);
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(SampleFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
