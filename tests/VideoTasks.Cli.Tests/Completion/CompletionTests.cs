namespace VideoTasks.Cli.Tests.Completion;

public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("videotasks dow", "download")]
    [InlineData("videotasks create h", "hingnet")]
    [InlineData("videotasks create hingnet --inp", "--input-reference")]
    [InlineData("videotasks vendors --explain sky", "skyengine")]
    [InlineData("videotasks completion z", "zsh")]
    [InlineData("videotasks get open", "openai")]
    [InlineData("videotasks get hingnet video_1 --key", "--key-file")]
    [InlineData("videotasks download hingnet 'a b", "")]
    [InlineData("videotasks nothing x", "")]
    public async Task Bash_completes_with_what_the_command_line_knows(string line, string expected)
    {
        var result = await BashAsync(line);
        result.ExitCode.ShouldBe(0, result.Error);
        CliResult.Lines(result.Out).ShouldBe(expected.Length == 0 ? [] : [expected]);
    }

    [Fact]
    public async Task An_empty_word_offers_all_there_is()
    {
        var commands = CliResult.Lines((await BashAsync("videotasks ")).Out);
        commands.ShouldContain("create");
        commands.ShouldContain("completion");
        CliResult.Lines((await BashAsync("videotasks create ")).Out).ShouldContain("skyengine");
        CliResult.Lines((await BashAsync("videotasks create hingnet --")).Out).ShouldAllBe(word => word.StartsWith("--", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bash", "bash", "-n")]
    [InlineData("zsh", "zsh", "-n")]
    [InlineData("fish", "fish", "--no-execute")]
    public async Task A_script_is_one_that_its_shell_reads(string shell, string program, string check)
    {
        var script = await CliProcess.RunAsync(_directory, ["completion", shell]);
        script.ExitCode.ShouldBe(0, script.Error);
        var path = _directory.File($"script.{shell}");
        await File.WriteAllTextAsync(path, script.Out, TestContext.Current.CancellationToken);

        var result = await Shell.RunAsync(Shell.Find(program), [check, path]);

        (result.ExitCode, result.Error).ShouldBe((0, ""));
    }

    [Fact]
    public async Task The_PowerShell_script_is_printed_too()
        => (await CliProcess.RunAsync(_directory, ["completion", "pwsh"])).Out
            .ShouldContain("Register-ArgumentCompleter -Native -CommandName videotasks");

    [Fact]
    public async Task The_directive_of_dotnet_suggest_is_answered()
    {
        var result = await CliProcess.RunAsync(_directory, ["[suggest:15]", "videotasks list and more"]);
        (result.ExitCode, result.Out.TrimEnd(), result.Error).ShouldBe((0, "list", ""));
    }

    // Bash itself would only call the function on a terminal: its variables are set as bash sets them.
    private async Task<CliResult> BashAsync(string line)
    {
        var bash = Shell.Find("bash");
        var script = (await CliProcess.RunAsync(_directory, ["completion", "bash"])).Out;
        var call = $"""
            COMP_LINE="$1"; COMP_POINT=${"{#COMP_LINE}"}; COMP_WORDS=("$2"); COMP_CWORD=1
            complete -p videotasks >&2 || exit 1
            _videotasks
            printf '%s\n' "${"{COMPREPLY[@]}"}"
            """;
        return await Shell.RunAsync(bash, ["--norc", "-c", $"{script}\n{call}", "bash", line, CliProcess.Program]);
    }
}
