using System.Text;

namespace VideoTasks.Cli.Output;

/// <summary>Results go to <see cref="Out"/>, progress and messages to <see cref="Error"/>; both are UTF-8 whatever the locale says.</summary>
internal sealed class CommandConsole : IDisposable
{
    public CommandConsole()
    {
        Out = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Whether somebody reads the results on a terminal.</summary>
    public bool IsOutTerminal { get; } = !Console.IsOutputRedirected && !IsDumb;

    /// <summary>Whether somebody sees the progress on a terminal.</summary>
    public bool IsErrorTerminal { get; } = !Console.IsErrorRedirected && !IsDumb;

    public static int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
            }
            catch (IOException)
            {
                return 80;
            }
        }
    }

    private static bool IsDumb => string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);

    /// <summary>A message for the person at the terminal: one line on stderr.</summary>
    public void Message(string text) => Error.WriteLine($"videotasks: {text}");

    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }
}
