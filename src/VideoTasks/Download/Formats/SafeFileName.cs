using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;

namespace VideoTasks.Download.Formats;

/// <summary>File names from servers, made harmless on every platform.</summary>
internal static class SafeFileName
{
    /// <summary>Leaves room for <c>.part.json</c> within the 255 bytes that file systems allow.</summary>
    private const int MaxBytes = 200;
    private const int MaxExtensionLength = 16;

    /// <summary>What is longer than this behind a dot, or no word, is a part of the name.</summary>
    private const int LongestReplaced = 8;

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~");

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
        "COM\u00B9", "COM\u00B2", "COM\u00B3", "LPT\u00B9", "LPT\u00B2", "LPT\u00B3",
    };

    /// <summary>The name that an answer gives its content; null when it gives none that can be used.</summary>
    public static string? From(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Disposition", out var values))
        {
            return null;
        }

        // A header's bytes arrive as Latin-1; servers that don't encode send UTF-8.
        var bytes = Encoding.Latin1.GetBytes(values.ToString());
        var text = Encoding.UTF8.GetString(bytes);
        if (!ContentDispositionHeaderValue.TryParse(
            text.Contains('\uFFFD', StringComparison.Ordinal) ? values.ToString() : text, out var disposition))
        {
            return FromLoose(text);
        }

        return Clean(disposition.FileNameStar) ?? Clean(disposition.FileName?.Trim('"'));
    }

    /// <summary>The last segment of a URL's path, when it looks like a file.</summary>
    public static string? From(Uri? url) =>
        url is not null && Clean(Uri.UnescapeDataString(url.AbsolutePath)) is { } name && Path.GetExtension(name).Length > 1 ? name : null;

    /// <summary>One harmless path segment; null when nothing of the name is left.</summary>
    public static string? Clean(string? name)
    {
        if (name is null)
        {
            return null;
        }

        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var builder = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var isUnwanted = Rune.IsControl(rune) || rune == Rune.ReplacementChar || "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal)
                || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format;
            builder.Append(isUnwanted ? "_" : rune.ToString());
        }

        name = builder.ToString().Trim().TrimStart('.').TrimEnd('.', ' ').Trim();
        if (name.Length == 0 || name.All(letter => letter is '_' or '.'))
        {
            return null;
        }

        if (name[0] == '-')
        {
            // To the next command that gets it, it would be an option.
            name = "_" + name[1..];
        }

        name = Shorten(name);
        return Devices.Contains(name.Split('.')[0].TrimEnd()) ? "_" + name : name;
    }

    /// <summary>
    /// The name with an extension of what the bytes are. What opens a file goes by that, so a server does not choose it: a video never becomes a
    /// program, a page, or a part file of ours.
    /// </summary>
    [return: NotNullIfNotNull(nameof(name))]
    public static string? WithExtension(string? name, ContentKind kind)
    {
        if (name is null || !kind.IsMedia())
        {
            return name;
        }

        var extensions = kind.Extensions();
        var stem = name;
        while (Path.GetExtension(stem) is { Length: > 1 } extension)
        {
            if (extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            {
                return stem;
            }

            if (!IsExtension(extension))
            {
                break;
            }

            stem = Path.GetFileNameWithoutExtension(stem);
        }

        var last = Path.GetExtension(name);
        return (IsExtension(last) ? name[..^last.Length] : name) + extensions[0];
    }

    private static bool IsExtension(string extension) =>
        extension.Length is > 1 and <= LongestReplaced + 1 && extension.AsSpan(1).IndexOfAnyExcept(Letters) < 0 && extension.Any(char.IsAsciiLetter);

    private static string? FromLoose(string text)
    {
        var start = text.IndexOf("filename=", StringComparison.OrdinalIgnoreCase);
        return start < 0 ? null : Clean(text[(start + "filename=".Length)..].Split(';')[0].Trim().Trim('"'));
    }

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        extension = extension.Length > MaxExtensionLength ? "" : extension;
        var room = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        var builder = new StringBuilder();
        foreach (var rune in name[..^extension.Length].EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            builder.Append(rune.ToString());
        }

        return builder.ToString().TrimEnd('.', ' ') + extension;
    }
}
