using System.CommandLine.Parsing;

namespace VideoTasks.Cli.Input;

/// <summary>What is said of an option that a command doesn't have.</summary>
internal static class UnknownOption
{
    public static string Message(string option, SymbolResult? at)
    {
        var names = new List<string>();
        for (var result = at; result is not null; result = result.Parent)
        {
            names.AddRange((result as CommandResult)?.Command.Options.Select(known => known.Name) ?? []);
        }

        var name = option.Split('=', ':')[0];
        return $"There is no option {name} here.{Suggestions.DidYouMean(name, names)}";
    }
}
