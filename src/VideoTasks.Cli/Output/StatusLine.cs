namespace VideoTasks.Cli.Output;

/// <summary>What is going on, on stderr: one line that is rewritten on a terminal, a line a change otherwise.</summary>
internal sealed class StatusLine(CommandConsole console) : IDisposable
{
    private readonly Lock _lock = new();

    // Two that rewrite one line would wipe each other out.
    private readonly bool _rewrites = console.IsErrorTerminal && !console.IsErrorShared;
    private string _shown = "";
    private long _shownAt = TimeProvider.System.GetTimestamp();

    /// <summary>Shows a text, if it says something new.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plainInterval">The shortest time before the first line and between two, where they are not rewritten.</param>
    public void Show(string text, TimeSpan plainInterval = default)
    {
        lock (_lock)
        {
            if (text == _shown)
            {
                return;
            }

            if (_rewrites)
            {
                text = Fit(text);
                console.Error.Write($"\r{text.PadRight(_shown.Length)}");
            }
            else
            {
                if (TimeProvider.System.GetElapsedTime(_shownAt) < plainInterval)
                {
                    return;
                }

                console.Error.WriteLine(text);
            }

            _shown = text;
            _shownAt = TimeProvider.System.GetTimestamp();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_rewrites && _shown.Length > 0)
            {
                console.Error.Write($"\r{new string(' ', _shown.Length)}\r");
            }

            _shown = "";
        }
    }

    private static string Fit(string text) => text.Length < CommandConsole.Width ? text : text[..(CommandConsole.Width - 1)];
}
