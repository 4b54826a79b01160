using System.CommandLine;
using System.Globalization;

namespace VideoTasks.Cli.Completion;

/// <summary>
/// The <c>[suggest:POSITION]</c> directive of System.CommandLine, which shells and dotnet-suggest ask with. The library has it for a RootCommand
/// only, whose name would be that of the file.
/// </summary>
internal static class Suggest
{
    private const string Beginning = "[suggest:";

    /// <summary>Writes what the word at the position may be, one a line; false when that is not what is asked for.</summary>
    public static bool TryWrite(string[] args, Func<Command> root, TextWriter writer)
    {
        if (args is not [['[', .., ']'] directive, .. var words] || !directive.StartsWith(Beginning, StringComparison.Ordinal))
        {
            return false;
        }

        var line = words.LastOrDefault() ?? "";
        if (int.TryParse(directive.AsSpan()[Beginning.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && position < line.Length)
        {
            line = line[..position];
        }

        // The program may have been called by any path; what follows its name counts.
        var name = line.IndexOf(' ', StringComparison.Ordinal);
        var command = root();
        line = command.Name + (name < 0 ? " " : line[name..]);
        var word = line[(line.LastIndexOf(' ') + 1)..];

        // Without the word itself, which may be a command already and would be gone below.
        line = line[..^word.Length];
        foreach (var candidate in command.Parse(line).GetCompletions(line.Length)
            .Select(item => item.InsertText ?? item.Label)
            .Where(text => text.StartsWith(word, StringComparison.Ordinal) && !IsShortForHelp(text))
            .Distinct())
        {
            writer.WriteLine(candidate);
        }

        return true;
    }

    // Its four short names would stand before all that a person looks for.
    private static bool IsShortForHelp(string text) => text is "-?" or "-h" or "/?" or "/h";
}
