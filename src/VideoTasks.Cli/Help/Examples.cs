using System.CommandLine;
using System.Runtime.CompilerServices;

namespace VideoTasks.Cli.Help;

/// <summary>The examples of each command, which its help ends with.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, string[]> Known = [];

    public static Command WithExamples(this Command command, params string[] examples)
    {
        Known.Add(command, examples);
        return command;
    }

    public static IReadOnlyList<string> Of(Command command) => Known.TryGetValue(command, out var examples) ? examples : [];
}
