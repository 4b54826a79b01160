using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Help;

/// <summary>The help of System.CommandLine, and examples below it.</summary>
internal sealed class ExampleHelp : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var help = new HelpAction();
        help.MaxWidth = CommandConsole.WantedWidth ?? help.MaxWidth;
        var exitCode = help.Invoke(parseResult);
        if (Examples.Of(parseResult.CommandResult.Command) is { Count: > 0 } examples)
        {
            var writer = parseResult.InvocationConfiguration.Output;
            writer.WriteLine("Examples:");
            foreach (var example in examples)
            {
                writer.WriteLine($"  {example}");
            }

            writer.WriteLine();
        }

        return exitCode;
    }
}
