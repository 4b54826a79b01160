using System.CommandLine;
using VideoTasks.Cli.Commands;
using VideoTasks.Cli.Help;

namespace VideoTasks.Cli.Completion;

internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create(CommandRunner runner)
    {
        var shell = new Argument<string>("SHELL") { Description = $"One of {string.Join(", ", Shells)}.", HelpName = "SHELL" };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Command("completion", "Print the script that completes commands, options and vendors in a shell.") { shell };
        return runner.Does(command, async (parsed, token) =>
        {
            await using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"videotasks.{parsed.GetValue(shell)}")!;
            using var reader = new StreamReader(script);
            await runner.Console.Out.WriteAsync((await reader.ReadToEndAsync(token)).AsMemory(), token);
            return ExitCode.Done;
        }).WithExamples(
            "source <(videotasks completion bash)    # in ~/.bashrc",
            "source <(videotasks completion zsh)     # in ~/.zshrc, after compinit",
            "videotasks completion fish | source     # in ~/.config/fish/config.fish",
            "videotasks completion pwsh | Out-String | Invoke-Expression    # in $PROFILE");
    }
}
