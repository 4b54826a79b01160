namespace VideoTasks.Requests;

/// <summary>The media type of a file that is uploaded: what its bytes are, or what its name says where they are nothing that vendors take.</summary>
internal static class MediaTypes
{
    private const int HeadLength = 12;

    // The offset, the bytes there, and what they make of the file.
    private static readonly (int Offset, byte[] Bytes, string MediaType)[] Signatures =
    [
        (0, [0x89, .. "PNG\r\n"u8], "image/png"),
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
        (0, [.. "GIF8"u8], "image/gif"),
        (8, [.. "WEBP"u8], "image/webp"),
        (8, [.. "AVI "u8], "video/x-msvideo"),
        (0, [.. "BM"u8], "image/bmp"),
        (0, [.. "II*\0"u8], "image/tiff"),
        (0, [.. "MM\0*"u8], "image/tiff"),
        (4, [.. "ftypavif"u8], "image/avif"),
        (4, [.. "ftypheic"u8], "image/heic"),
        (4, [.. "ftypheix"u8], "image/heic"),
        (4, [.. "ftypmif1"u8], "image/heif"),
        (4, [.. "ftypM4A"u8], "audio/mp4"),
        (4, [.. "ftypqt"u8], "video/quicktime"),
        (4, [.. "ftyp"u8], "video/mp4"),
        (4, [.. "moov"u8], "video/quicktime"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "video/webm"),
        (0, [.. "ID3"u8], "audio/mpeg"),
        (8, [.. "WAVE"u8], "audio/wav"),
    ];

    // The first of a media type is what a file without a name gets.
    private static readonly (string Extension, string MediaType)[] Extensions =
    [
        (".png", "image/png"), (".jpg", "image/jpeg"), (".jpeg", "image/jpeg"), (".webp", "image/webp"), (".gif", "image/gif"),
        (".mp4", "video/mp4"), (".mov", "video/quicktime"), (".webm", "video/webm"),
    ];

    /// <exception cref="VideoTaskException">There is no such file, it can't be read, or nothing is in it.</exception>
    public static string Of(string path)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head = head[..ReadHead(path, head)];
        foreach (var (offset, bytes, mediaType) in Signatures)
        {
            if (head.Length > offset && head[offset..].StartsWith(bytes))
            {
                return mediaType;
            }
        }

        return OfName(path);
    }

    /// <summary>How the names of such files end; empty for one that is not known.</summary>
    public static string ExtensionOf(string mediaType) =>
        Array.Find(Extensions, row => mediaType.StartsWith(row.MediaType, StringComparison.OrdinalIgnoreCase)).Extension ?? "";

    // A pipe, which would be waited for, and a device have no length either.
    private static int ReadHead(string path, Span<byte> head)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new VideoTaskException(
                    ErrorMessages.UploadUnreadable(path, Directory.Exists(path) ? "it is a directory" : "there is no such file"));
            }

            if (file.Length == 0)
            {
                throw new VideoTaskException(ErrorMessages.UploadUnreadable(path, "nothing is in it"));
            }

            using var stream = file.OpenRead();
            return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VideoTaskException(
                ErrorMessages.UploadUnreadable(
                    path, exception is UnauthorizedAccessException ? "permission denied" : exception.Message.TrimEnd('.')), exception);
        }
    }

    private static string OfName(string path) =>
        Array.Find(Extensions, row => row.Extension.Equals(Path.GetExtension(path), StringComparison.OrdinalIgnoreCase)).MediaType
            ?? "application/octet-stream";
}
