using System.Globalization;
using System.Text;

namespace VideoTasks.Build.Documents.Overlays.JsonPaths;

/// <summary>The characters of a query.</summary>
internal sealed class JsonPathScanner(string text)
{
    public int Position { get; set; }

    /// <summary>How deep filters are nested; see <see cref="FilterParser"/>.</summary>
    public int Depth { get; set; }

    public bool AtEnd => Position >= text.Length;

    public char Peek => AtEnd ? '\0' : text[Position];

    public void SkipBlanks()
    {
        while (Peek is ' ' or '\t' or '\n' or '\r')
        {
            Position++;
        }
    }

    public bool TryTake(string token)
    {
        if (string.CompareOrdinal(text, Position, token, 0, token.Length) != 0)
        {
            return false;
        }

        Position += token.Length;
        return true;
    }

    public void Expect(char character)
    {
        if (AtEnd || text[Position] != character)
        {
            throw new JsonPathException($"there should be a '{character}' at character {Position + 1}");
        }

        Position++;
    }

    /// <summary>A name without quotes; hyphens are taken too, which the RFC wants quoted, because OpenAPI's extensions are full of them.</summary>
    public string? Name()
    {
        var start = Position;
        while (!AtEnd && (char.IsAsciiLetter(Peek) || Peek is '_' or >= '\u0080' || (Position > start && (char.IsAsciiDigit(Peek) || Peek == '-'))))
        {
            Position++;
        }

        return Position > start ? text[start..Position] : null;
    }

    public string? Number()
    {
        var start = Position;
        while (char.IsAsciiDigit(Peek) || Peek is '-' or '+' or '.' or 'e' or 'E')
        {
            Position++;
        }

        return Position > start ? text[start..Position] : null;
    }

    public string Quoted()
    {
        var quote = Peek;
        Position++;
        var value = new StringBuilder();
        while (Peek != quote)
        {
            if (AtEnd)
            {
                throw new JsonPathException("a quoted name doesn't end");
            }

            if (Peek == '\\')
            {
                Position++;
                value.Append(Escaped());
            }
            else
            {
                value.Append(Peek);
                Position++;
            }
        }

        Position++;
        return value.ToString();
    }

    public JsonPathException Unexpected()
        => new(AtEnd ? "it ends too early" : $"'{Peek}' at character {Position + 1} is unexpected");

    private char Escaped()
    {
        var escape = Peek;
        Position++;
        switch (escape)
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case '\'' or '"' or '\\' or '/': return escape;
            case 'u' when Position + 4 <= text.Length
                && ushort.TryParse(text.AsSpan(Position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                Position += 4;
                return (char)unit;
            default:
                throw new JsonPathException($"'\\{escape}' is no escape");
        }
    }
}
