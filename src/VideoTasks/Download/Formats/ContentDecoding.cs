using System.IO.Compression;

namespace VideoTasks.Download.Formats;

/// <summary>Undoes a Content-Encoding that was sent although none was asked for.</summary>
internal static class ContentDecoding
{
    /// <summary>A stream of the decoded bytes; null when the encoding is unknown here.</summary>
    public static Stream? Wrap(string encoding, Stream encoded, ReadOnlySpan<byte> head) => encoding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(encoded, CompressionMode.Decompress),

        // Servers send both the format that the RFC means by deflate and the one that it is named after.
        "deflate" when head is [0x78, ..] => new ZLibStream(encoded, CompressionMode.Decompress),
        "deflate" => new DeflateStream(encoded, CompressionMode.Decompress),
        "br" => new BrotliStream(encoded, CompressionMode.Decompress),
        _ => null,
    };
}
