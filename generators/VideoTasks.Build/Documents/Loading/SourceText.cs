using System.Text;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>The bytes of a file as text: UTF-8, UTF-16 or UTF-32, with or without a byte order mark.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DocumentFormatException">The bytes are no such text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var (encoding, skip) = Detect(bytes);
        try
        {
            return encoding.GetString(bytes[skip..]);
        }
        catch (DecoderFallbackException exception)
        {
            var line = encoding is UTF8Encoding ? LineOfFirstInvalid(bytes) : 1;
            throw new DocumentFormatException(DiagnosticDescriptors.NotText, line, 0, exception.Message);
        }
    }

    /// <summary>The bytes without their mark when they are UTF-8 as a whole, so that JSON can be read without decoding.</summary>
    public static ReadOnlySpan<byte> AsUtf8(ReadOnlySpan<byte> bytes, string decoded)
    {
        var (encoding, skip) = Detect(bytes);
        return encoding is UTF8Encoding ? bytes[skip..] : Encoding.UTF8.GetBytes(decoded);
    }

    private static (Encoding Encoding, int Skip) Detect(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true), 4),
        [0xFF, 0xFE, ..] => (Utf16(bigEndian: false), 2),
        [0xFE, 0xFF, ..] => (Utf16(bigEndian: true), 2),
        // A document starts with an ASCII character, which shows UTF-16 without a mark.
        [not 0, 0, not 0, 0, ..] => (Utf16(bigEndian: false), 0),
        [0, not 0, 0, not 0, ..] => (Utf16(bigEndian: true), 0),
        _ => (Utf8, 0),
    };

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    private static int LineOfFirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        var rest = bytes;
        while (Rune.DecodeFromUtf8(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            rest = rest[length..];
        }

        return line;
    }
}
