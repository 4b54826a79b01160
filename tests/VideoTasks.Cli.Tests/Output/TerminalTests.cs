namespace VideoTasks.Cli.Tests.Output;

/// <summary>What is written where somebody reads it on a terminal, and where nobody does.</summary>
public sealed class TerminalTests : IDisposable
{
    private const char Escape = '\u001b';
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_terminal_gets_a_table_with_lines_and_bold_letters()
    {
        var output = await OnTerminalAsync(("TERM", "xterm-256color"), ("NO_COLOR", ""));
        output.ShouldContain(Escape);
        output.ShouldContain("│");
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task NO_COLOR_and_a_dumb_terminal_get_no_escape_codes(string variable, string value)
    {
        var output = await OnTerminalAsync(("TERM", "xterm-256color"), ("NO_COLOR", ""), (variable, value));
        output.ShouldNotContain(Escape);
        output.ShouldContain("hingnet");
    }

    [Fact]
    public async Task What_is_piped_has_a_line_a_row_within_a_bearable_width_and_nothing_is_cut()
    {
        var result = await CliProcess.RunAsync(_directory, ["vendors"], ("TERM", "xterm-256color"));
        var lines = CliResult.Lines(result.Out);
        lines.Length.ShouldBe(6);
        lines.ShouldAllBe(line => line.Length <= 160 && !line.Contains(Escape) && !line.Contains('…'));
        result.Out.ShouldContain("https://model-api.skyengine.com.cn");
    }

    [Theory]
    [InlineData("60")]
    [InlineData("100")]
    public async Task COLUMNS_is_honoured_and_nothing_is_cut(string columns)
    {
        var result = await CliProcess.RunAsync(_directory, ["vendors"], ("COLUMNS", columns));
        var lines = result.Out.Split('\n');
        lines.Max(line => line.TrimEnd().Length).ShouldBeLessThanOrEqualTo(int.Parse(columns, System.Globalization.CultureInfo.InvariantCulture));
        result.Out.ShouldNotContain("…");

        var help = await CliProcess.RunAsync(_directory, ["create", "--help"], ("COLUMNS", columns));
        var options = help.Out[..help.Out.IndexOf("Examples:", StringComparison.Ordinal)].Split('\n');
        options.Max(line => line.TrimEnd().Length).ShouldBeLessThanOrEqualTo(int.Parse(columns, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<string> OnTerminalAsync(params (string Name, string Value)[] environment)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The options of `script` are those of Linux.");
        var result = await Shell.RunAsync(
            Shell.Find("script"), ["-qec", $"'{CliProcess.Program}' vendors", "/dev/null"], null, [("COLUMNS", "100"), .. environment]);
        result.ExitCode.ShouldBe(0, result.Out);
        return result.Out;
    }
}
