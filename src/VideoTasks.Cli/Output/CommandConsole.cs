using System.Text;

namespace VideoTasks.Cli.Output;

/// <summary>
/// Results go to <see cref="Out"/>, progress and messages to <see cref="Error"/>; both are UTF-8 whatever the locale says, and can be written to
/// by several downloads at once.
/// </summary>
internal sealed class CommandConsole(Stream output, Stream error) : IDisposable
{
    public TextWriter Out { get; } = Writer(output);

    public TextWriter Error { get; } = Writer(error);

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

    public static CommandConsole Open() => new(Console.OpenStandardOutput(), Console.OpenStandardError());

    /// <summary>A message for the person at the terminal: one line on stderr.</summary>
    public void Message(string text) => Error.WriteLine($"videotasks: {Lines.Join(text)}");

    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }

    private static TextWriter Writer(Stream stream) =>
        TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true });
}
