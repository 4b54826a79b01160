using System.Text;

namespace VideoTasks.Cli.Input;

/// <summary>
/// A handle as one word that a shell takes as it is: what a server's id may hold besides letters, digits and a few signs is percent-encoded, and read
/// again in the same way.
/// </summary>
internal static class HandleText
{
    private const string PlainSigns = "-._:/@+=,";

    public static string Format(VideoTaskHandle handle) => $"{handle.Vendor}/{Escape(handle.Id)}";

    /// <summary>Reads <c>vendor/id</c>, as it was printed.</summary>
    public static bool TryParse(string text, out VideoTaskHandle handle)
    {
        if (!VideoTaskHandle.TryParse(text, out handle))
        {
            return false;
        }

        handle = handle with { Id = Uri.UnescapeDataString(handle.Id) };
        return true;
    }

    private static string Escape(string id)
    {
        if (id.All(IsPlain))
        {
            return id;
        }

        var escaped = new StringBuilder();
        foreach (var rune in id.EnumerateRunes())
        {
            var letter = rune.ToString();
            if (letter.All(IsPlain))
            {
                escaped.Append(letter);
            }
            else
            {
                escaped.Append(string.Concat(Encoding.UTF8.GetBytes(letter).Select(unit => $"%{unit:X2}")));
            }
        }

        return escaped.ToString();
    }

    private static bool IsPlain(char letter) => char.IsLetterOrDigit(letter) || PlainSigns.Contains(letter, StringComparison.Ordinal);
}
