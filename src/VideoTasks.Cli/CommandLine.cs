using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using VideoTasks.Cli.Commands;
using VideoTasks.Cli.Completion;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli;

/// <summary>The command line as a whole: its commands, and how it ends.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, CommandConsole console, CancellationToken interrupted)
    {
        if (Suggest.TryWrite(args, () => Create(console, interrupted), console.Out))
        {
            return ExitCode.Done;
        }

        // A text that begins with @ is the option's to understand.
        var parsed = Create(console, interrupted).Parse(args, new() { ResponseFileTokenReplacer = null });
        if (parsed.Errors is [var first, ..] && parsed.Action is not (ExampleHelp or VersionText))
        {
            // What a word itself says is wrong with it helps more than that there are too many.
            var error = parsed.Errors.FirstOrDefault(candidate => candidate.SymbolResult is ArgumentResult) ?? first;
            console.Message($"{Sentence(Lines.Join(Complaint(parsed, error)))} Try: {Path(parsed.CommandResult)} --help");
            return ExitCode.WrongUsage;
        }

        // Signals are ours: System.CommandLine would end the process before a download has put its part in order.
        var configuration = new InvocationConfiguration
        {
            Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, CancellationToken.None);
    }

    // Not a RootCommand, whose name would be that of the file.
    private static Command Create(CommandConsole console, CancellationToken interrupted)
    {
        var runner = new CommandRunner(console, interrupted);
        var root = new Command("videotasks", "Makes videos with any OpenAI-style video API: create a task, wait for it, download the file.")
        {
            new HelpOption { Action = new ExampleHelp() },
            new VersionOption { Description = "Show the version and its commit", Action = new VersionText() },
            DemoCommand.Create(runner),
            VendorsCommand.Create(runner),
            CreateCommand.Create(runner),
            GetCommand.Create(runner),
            WaitCommand.Create(runner),
            ListCommand.Create(runner),
            CancelCommand.Create(runner),
            DeleteCommand.Create(runner),
            DownloadCommand.Create(runner),
            EmulatorCommand.Create(runner),
            CompletionCommand.Create(runner),
        };
        foreach (var command in SourceCommands.Create(runner))
        {
            root.Subcommands.Add(command);
        }

        return root.WithExamples(
            "videotasks demo",
            "videotasks create hingnet --prompt 'A cat plays the piano' --download cat.mp4",
            "videotasks COMMAND --help");
    }

    private static string Sentence(string text) => text[^1] is '.' or '?' ? text : $"{text}.";

    private static string Complaint(ParseResult parsed, ParseError error) => parsed.UnmatchedTokens switch
    {
        _ when error.SymbolResult is ArgumentResult => error.Message,
        [['-', ..] option, ..] => UnknownOption.Message(option, parsed.CommandResult),
        [var word, ..] when parsed.CommandResult.Parent is null => 
            $"There is no command '{word}'.{Suggestions.DidYouMean(word, parsed.CommandResult.Command.Subcommands.Select(known => known.Name))}",
        [var word, ..] => $"'{word}' is one word too many; quote what belongs together.",
        _ => error.Message,
    };

    private static string Path(CommandResult result) => result.Parent is CommandResult ? $"videotasks {result.Command.Name}" : "videotasks";
}
