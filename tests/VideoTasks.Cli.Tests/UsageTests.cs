namespace VideoTasks.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("", "Required command was not provided. Try: videotasks --help")]
    [InlineData("frob", "There is no command 'frob'. Try: videotasks --help")]
    [InlineData("dowload hingnet a", "There is no command 'dowload'. Did you mean 'download'? Try: videotasks --help")]
    [InlineData("vend", "There is no command 'vend'. Did you mean 'vendors'?")]
    [InlineData("create hingnet --promt x", "Did you mean '--prompt'?")]
    [InlineData("get hingnet a --apikey=secret", "There is no option --apikey here. Did you mean '--api-key'?")]
    [InlineData("get hignet a", "there is no vendor 'hignet'. Did you mean 'hingnet'?")]
    [InlineData("completion tcsh", "'bash'")]
    [InlineData("create hingnet --prompt x --set-json [1]", "--set-json is JSON, but no object")]
    [InlineData("create hingnet --prompt x --set-json {", "--set-json is no JSON object from line 1")]
    [InlineData("create hingnet --prompt x --download /dev/null", "--download must be a file or a directory")]
    [InlineData("download hingnet a b --api-key x -o missing", "-o 'missing' is no directory that exists: several files need one")]
    [InlineData("get hingnet/a openai/b --api-key x", "--api-key is for one vendor, and these tasks are of several. Set VIDEOTASKS_OPENAI_API_KEY")]
    [InlineData("get hingnet a --api-key x --key-file f", "--api-key and --key-file both give a key")]
    [InlineData("get hingnet", "'hingnet' names no task")]
    [InlineData("get hingnet/ --api-key x", "'hingnet/' names no task")]
    [InlineData("delete hingnet a b", "'b' is one word too many")]
    [InlineData("get hingnet/a b", "'b' names no task")]
    [InlineData("get hingnet a --jso", "There is no option --jso")]
    [InlineData("get hingnet --jso a", "There is no option --jso")]
    [InlineData("create hingnet", "'--prompt' is required")]
    [InlineData("create hingnet --prompt x --api-key x --set seed", "--set 'seed' is not NAME=VALUE")]
    [InlineData("create hingnet --prompt x --api-key x --seconds four", "--seconds 'four' is not a number of seconds")]
    [InlineData("create hingnet --prompt x --api-key x --input-reference nowhere.png", "'nowhere.png' is neither a file that exists nor")]
    [InlineData("get hingnet a --api-key x --timeout soon", "'soon' is not a time: write seconds, or 250ms, 90s, 5m, 1h")]
    [InlineData("get hingnet a --api-key x --base-url ftp://host", "--base-url 'ftp://host' is not a URL that starts with http:// or https://")]
    [InlineData("get hingnet a --api-key x --base-url host", "--base-url 'host' is not a URL")]
    [InlineData("get aimanyi a --api-key x", "openapi/aimanyi.yaml names no server: give --base-url URL")]
    [InlineData("download hingnet a --connections 0", "--connections '0' is not a whole number from 1 to 32")]
    [InlineData("download hingnet a --api-key x --max-size huge", "'huge' is not a size: write bytes, or 500MB, 1.5GB")]
    [InlineData("download hingnet a --api-key x --sha256 abc", "--sha256 'abc' is not 64 hexadecimal digits")]
    [InlineData("download hingnet a --api-key x -o /dev/null", "-o must be a file or a directory")]
    [InlineData("emulator --port 65536", "--port '65536' is not a whole number from 0 to 65535")]
    public async Task Wrong_usage_is_exit_code_2_and_one_line(string arguments, string message)
    {
        var result = await CliProcess.RunAsync(_directory, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        result.ShouldFail(2, message);
        _directory.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sk-\r\n\r\nGET /v1/videos/other HTTP/1.1", "character 4 is a line break")]
    [InlineData("sk-\u200B1", "character 4 is an invisible character (U+200B)")]
    [InlineData("\uFEFFsk-1", "character 1 is a byte order mark")]
    [InlineData("'sk-1'", "it has quotation marks around it")]
    public async Task A_key_that_no_header_can_hold_is_wrong_usage_wherever_it_is_given(string key, string fault)
    {
        string[] get = ["get", "hingnet", "video_1", "--base-url", "http://127.0.0.1:9"];

        foreach (var result in new[]
        {
            await CliProcess.RunAsync(_directory, [.. get, "--api-key", key]),
            await CliProcess.RunAsync(_directory, get, ("VIDEOTASKS_HINGNET_API_KEY", key)),
        })
        {
            result.ShouldFail(2, $"The API key of hingnet can't be sent: {fault}");
            result.Error.ShouldNotContain("sk-");
        }
    }

    [Theory]
    [InlineData("get acme video_1")]
    [InlineData("get acme/video_1")]
    [InlineData("create acme --prompt x")]
    [InlineData("list acme")]
    [InlineData("vendors --explain acme")]
    public async Task An_unknown_vendor_brings_the_list_of_vendors(string arguments)
        => (await CliProcess.RunAsync(_directory, arguments.Split(' '))).ShouldFail(
            2, "no vendor 'acme'", "aimanyi, ezmodel, hingnet, openai, skyengine");

    [Fact]
    public async Task An_empty_output_is_wrong_usage()
        => (await CliProcess.RunAsync(_directory, ["download", "hingnet", "a", "--api-key", "x", "-o", ""])).ShouldFail(2, "-o must not be empty");

    [Fact]
    public async Task A_missing_key_names_its_variable()
        => (await CliProcess.RunAsync(_directory, ["get", "hingnet", "video_1"])).ShouldFail(
            2, "set VIDEOTASKS_HINGNET_API_KEY, or give --api-key KEY");

    [Fact]
    public async Task Help_goes_to_stdout()
    {
        var result = await CliProcess.RunAsync(_directory, ["download", "--help"]);
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        result.Out.ShouldContain("--connections <N>");
    }
}
