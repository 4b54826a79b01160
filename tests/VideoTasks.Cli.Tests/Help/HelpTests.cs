using System.Text.RegularExpressions;

namespace VideoTasks.Cli.Tests.Help;

public sealed partial class HelpTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("demo")]
    [InlineData("vendors")]
    [InlineData("create")]
    [InlineData("remix")]
    [InlineData("edit")]
    [InlineData("extend")]
    [InlineData("get")]
    [InlineData("wait")]
    [InlineData("list")]
    [InlineData("cancel")]
    [InlineData("delete")]
    [InlineData("download")]
    [InlineData("emulator")]
    [InlineData("completion")]
    public async Task Each_command_has_examples_whose_options_it_has(string command)
    {
        var help = await CliProcess.RunAsync(_directory, [command, "--help"]);
        help.ExitCode.ShouldBe(0, help.Error);
        var at = help.Out.IndexOf("Examples:", StringComparison.Ordinal);
        at.ShouldBePositive();
        var examples = CliResult.Lines(help.Out[at..])[1..];
        examples.ShouldContain(example => example.Contains($"videotasks {command}", StringComparison.Ordinal));
        foreach (var option in examples.Where(example => example.StartsWith($"videotasks {command}", StringComparison.Ordinal))
            .Select(example => example.Split(" | ")[0].Split("$(")[0])
            .SelectMany(example => LongOption().Matches(example))
            .Select(match => match.Value))
        {
            help.Out[..at].ShouldContain(option);
        }
    }

    [Fact]
    public async Task The_version_says_which_commit_it_was_built_from()
    {
        var result = await CliProcess.RunAsync(_directory, ["--version"]);
        result.ExitCode.ShouldBe(0, result.Error);
        VersionLine().IsMatch(result.Out).ShouldBeTrue(result.Out);
    }

    [Fact]
    public async Task The_documented_jq_takes_a_field_out_of_the_JSON()
    {
        var jq = Shell.Find("jq");
        var vendors = await CliProcess.RunAsync(_directory, ["vendors", "--json"]);
        var result = await Shell.RunAsync(jq, ["-r", "[.vendor, .baseUrl] | @tsv"], vendors.Out);
        CliResult.Lines(result.Out).ShouldContain("openai\thttps://api.openai.com/v1");
    }

    [GeneratedRegex("--[a-z-]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LongOption();

    // Built without git there is no commit.
    [GeneratedRegex(@"^videotasks \d+\.\d+\.\d+[^, ]*(, commit [0-9a-f]{40})?\r?\n$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex VersionLine();
}
