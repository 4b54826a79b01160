using System.Buffers;
using System.Text;

namespace VideoTasks.Download.Formats;

/// <summary>Tells from the first bytes what a body is, whatever it is labelled.</summary>
internal static class ContentSniffer
{
    /// <summary>As many bytes as are looked at.</summary>
    public const int Length = 512;

    /// <summary>With fewer bytes than this, more must be read first.</summary>
    public const int MinLength = 12;

    private static readonly SearchValues<byte> TextControls = SearchValues.Create("\t\n\f\r\u001b"u8);

    public static ContentKind Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return ContentKind.Empty;
        }

        if (bytes.Length >= 8 && Mp4Boxes.IsFirstBox(bytes[4..8]))
        {
            return BrandOf(bytes);
        }

        return bytes switch
        {
            [0x1A, 0x45, 0xDF, 0xA3, ..] => ContentKind.WebM,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ContentKind.Png,
            [0xFF, 0xD8, 0xFF, ..] => ContentKind.Jpeg,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => ContentKind.Gif,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => ContentKind.WebP,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', (byte)' ', ..] => ContentKind.Avi,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => ContentKind.Sound,
            [(byte)'I', (byte)'D', (byte)'3', < 5, ..] or [(byte)'f', (byte)'L', (byte)'a', (byte)'C', 0, ..] => ContentKind.Sound,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => ContentKind.Document,
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => ContentKind.Ogg,
            [(byte)'F', (byte)'L', (byte)'V', 0x01, ..] => ContentKind.Flv,
            [0x00, 0x00, 0x01, 0xBA or 0xB3, ..] => ContentKind.Mpeg,
            [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, ..] => ContentKind.Asf,
            [0x1F, 0x8B, 0x08, ..] or [(byte)'P', (byte)'K', < 0x08, < 0x09, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 0x07, ..]
                or [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0x00, ..]
                or [0x28, 0xB5, 0x2F, 0xFD, ..] or [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, ..] =>
                    ContentKind.Archive,
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..]
                or [0xFE, 0xED, 0xFA, 0xCE or 0xCF, ..] or [0xCE or 0xCF, 0xFA, 0xED, 0xFE, ..] when !IsText(bytes) => ContentKind.Program,
            [0xFF, 0xFE, (byte)'<', 0, ..] or [0xFE, 0xFF, 0, (byte)'<', ..] => ContentKind.Markup,
            [0x47, ..] when bytes.Length > 376 && bytes[188] == 0x47 && bytes[376] == 0x47 => ContentKind.MpegTs,

            // With the four bytes of a time before each packet.
            [_, _, _, _, 0x47, ..] when bytes.Length > 388 && bytes[196] == 0x47 && bytes[388] == 0x47 => ContentKind.MpegTs,
            _ when !bytes.ContainsAnyExcept((byte)0) => ContentKind.Zeros,
            _ => SniffText(bytes),
        };
    }

    private static ContentKind BrandOf(ReadOnlySpan<byte> bytes)
    {
        if (!bytes[4..8].SequenceEqual("ftyp"u8))
        {
            return bytes[4..8].SequenceEqual("styp"u8) || bytes[4..8].SequenceEqual("moof"u8) ? ContentKind.Mp4 : ContentKind.QuickTime;
        }

        var brand = bytes.Length >= 12 ? bytes[8..12] : default;
        return brand.SequenceEqual("qt  "u8) ? ContentKind.QuickTime
            : brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8) ? ContentKind.Avif
            : brand.SequenceEqual("heic"u8)
            || brand.SequenceEqual("heix"u8)
            || brand.SequenceEqual("mif1"u8)
            || brand.SequenceEqual("msf1"u8) ? ContentKind.Heif
            : ContentKind.Mp4;
    }

    private static bool IsText(ReadOnlySpan<byte> bytes) => SniffText(bytes) != ContentKind.Unknown;

    private static ContentKind SniffText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        foreach (var value in bytes)
        {
            if (value == 0x7F || (value < 0x20 && !TextControls.Contains(value)))
            {
                return ContentKind.Unknown;
            }
        }

        // A random byte is printable often enough, so a short text must also be text by its encoding.
        if (!IsUtf8(bytes))
        {
            return ContentKind.Unknown;
        }

        var text = bytes.TrimStart(" \t\r\n"u8);
        return text switch
        {
            [(byte)'{' or (byte)'[' or (byte)'"', ..] => ContentKind.Json,
            [(byte)'<', ..] => ContentKind.Markup,
            _ when text.StartsWith("#EXTM3U"u8) => ContentKind.Playlist,
            _ => ContentKind.Text,
        };
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status != OperationStatus.Done)
            {
                // Cut within a character is all right at the very end.
                return status == OperationStatus.NeedMoreData;
            }

            bytes = bytes[consumed..];
        }

        return true;
    }
}
