using System.Globalization;
using System.Text;

namespace VideoTasks.Cli.Output;

/// <summary>
/// Results go to <see cref="Out"/>, progress and messages to <see cref="Error"/>; both are UTF-8 whatever the locale says, and can be written to
/// by several downloads at once.
/// </summary>
internal sealed class CommandConsole(Stream output, Stream error) : IDisposable
{
    private const int DefaultWidth = 80;

    private static readonly bool IsDumb = string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);

    // Narrower, a table has no room for a word.
    private const int NarrowestWidth = 20;

    public TextWriter Out { get; } = Writer(output);

    public TextWriter Error { get; } = Writer(error);

    /// <summary>Whether somebody reads the results on a terminal.</summary>
    public bool IsOutTerminal { get; } = !Console.IsOutputRedirected && !IsDumb;

    /// <summary>Whether somebody sees the progress on a terminal.</summary>
    public bool IsErrorTerminal { get; } = !Console.IsErrorRedirected && !IsDumb;

    /// <summary>Whether several tasks show their progress at a time.</summary>
    public bool IsErrorShared { get; set; }

    /// <summary>Whether colours, bold letters and moves of the cursor may be written where somebody sees them.</summary>
    public static bool MayEscape { get; } = !IsDumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>The width that <c>COLUMNS</c> asks for, also of what is piped; null when it asks for none.</summary>
    public static int? WantedWidth
        => int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && width >= NarrowestWidth
            ? width
            : null;

    public static int Width
    {
        get
        {
            try
            {
                return WantedWidth ?? (Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth);
            }
            catch (IOException)
            {
                return DefaultWidth;
            }
        }
    }

    public static CommandConsole Open()
    {
        if (!MayEscape)
        {
            // .NET itself sets up a terminal by escape codes, where TERM names one that has any.
            Environment.SetEnvironmentVariable("TERM", "dumb");
        }

        return new(Console.OpenStandardOutput(), Console.OpenStandardError());
    }

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
