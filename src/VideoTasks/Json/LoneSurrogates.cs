using System.Globalization;

namespace VideoTasks.Json;

/// <summary>Escaped halves of surrogate pairs in JSON text.</summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Replaces them by U+FFFD; false when there are none.</summary>
    public static bool TryReplace(ReadOnlySpan<byte> json, out byte[] replaced)
    {
        byte[]? copy = null;
        for (var i = 0; i + 1 < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                continue;
            }

            if (json[i + 1] != 'u')
            {
                // An escaped backslash must not lend its second half to what follows.
                i++;
                continue;
            }

            var unit = UnitAt(json, i);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(json, i + EscapeLength)))
            {
                i += (2 * EscapeLength) - 1;
            }
            else
            {
                if (char.IsSurrogate(unit))
                {
                    copy ??= json.ToArray();
                    "\\uFFFD"u8.CopyTo(copy.AsSpan(i));
                }

                i += EscapeLength - 1;
            }
        }

        replaced = copy ?? [];
        return copy is not null;
    }

    /// <summary>The UTF-16 unit that is escaped at <paramref name="index"/>; U+0000 when no escape stands there.</summary>
    private static char UnitAt(ReadOnlySpan<byte> json, int index) =>
        index + EscapeLength <= json.Length && json[index] == '\\' && json[index + 1] == 'u'
        && ushort.TryParse(json.Slice(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
