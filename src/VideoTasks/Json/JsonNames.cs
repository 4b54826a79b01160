using System.Text;

namespace VideoTasks.Json;

/// <summary>The name of the value that a JSON text is at, for a text that passes by and is never held.</summary>
internal sealed class JsonNames
{
    private const int MaxLength = 64;

    private readonly byte[] _text = new byte[MaxLength];
    private string _last = "";
    private int _count;
    private bool _isInString;
    private bool _isEscaped;

    /// <summary>The name of the value that is being passed, or of the one around it; empty when there was none.</summary>
    public string Current { get; private set; } = "";

    public void Take(byte letter)
    {
        if (!_isInString)
        {
            if (letter == '"')
            {
                (_isInString, _count) = (true, 0);
            }
            else if (letter == ':')
            {
                Current = _last;
            }

            return;
        }

        if (_isEscaped)
        {
            _isEscaped = false;
        }
        else if (letter == '"')
        {
            (_isInString, _last) = (false, Encoding.UTF8.GetString(_text, 0, _count));
        }
        else if (letter == '\\')
        {
            _isEscaped = true;
        }
        else if (_count < MaxLength)
        {
            _text[_count++] = letter;
        }
    }
}
