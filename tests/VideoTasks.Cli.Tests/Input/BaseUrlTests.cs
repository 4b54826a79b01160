namespace VideoTasks.Cli.Tests.Input;

public sealed class BaseUrlTests : IDisposable
{
    private const string Body = """{"id":"video_1","status":"queued"}""";
    private readonly TemporaryDirectory _directory = new();

    private (string, string)[] Remembering => [("VIDEOTASKS_STATE_DIR", _directory.File("state"))];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_base_URL_stands_beside_the_key_in_the_environment_and_the_option_wins()
    {
        using var gateway = StubServer.Start(JsonAnswer(Body));
        using var other = StubServer.Start(JsonAnswer(Body));
        (string, string)[] environment = [("VIDEOTASKS_HINGNET_API_KEY", "k"), ("VIDEOTASKS_HINGNET_BASE_URL", gateway.Url!)];

        (await CliProcess.RunAsync(_directory, ["get", "hingnet", "video_1"], environment)).ExitCode.ShouldBe(0);
        (await CliProcess.RunAsync(_directory, ["get", "hingnet", "video_1", "--base-url", other.Url!], environment)).ExitCode.ShouldBe(0);

        (gateway.Requests.Count, other.Requests.Count).ShouldBe((1, 1));
        (await CliProcess.RunAsync(_directory, ["get", "hingnet", "a"], ("VIDEOTASKS_HINGNET_API_KEY", "k"), ("VIDEOTASKS_HINGNET_BASE_URL", "host")))
            .ShouldFail(2, "VIDEOTASKS_HINGNET_BASE_URL 'host' is not a URL that starts with http:// or https://");
    }

    [Theory]
    [InlineData("get hingnet video_1")]
    [InlineData("create hingnet --prompt x")]
    [InlineData("wait hingnet video_1 --timeout 1")]
    public async Task The_key_of_a_gateway_does_not_go_to_the_vendor_when_the_base_URL_is_forgotten(string command)
    {
        using var gateway = StubServer.Start(JsonAnswer(Body));
        string[] get = ["get", "hingnet", "video_1", "--api-key", "sk-gateway-1"];
        (await CliProcess.RunAsync(_directory, [.. get, "--base-url", $"{gateway.Url!}/v1?secret=1"], Remembering)).ExitCode.ShouldBe(0);

        var forgotten = await CliProcess.RunAsync(_directory, [.. command.Split(' '), "--api-key", "sk-gateway-1"], Remembering);

        forgotten.ShouldFail(
            2,
            $"this key of hingnet was last used with --base-url {gateway.Url!}/v1, and would now go to models.hingnet.com.cn: nothing was sent",
            "set VIDEOTASKS_HINGNET_BASE_URL", "--base-url default");
        forgotten.Error.ShouldNotContain("sk-gateway");
    }

    [Fact]
    public async Task What_is_remembered_is_of_one_key_and_ends_with_the_vendors_own_base_URL()
    {
        using var gateway = StubServer.Start(JsonAnswer(Body));
        string[] get = ["get", "openai", "video_1", "--timeout", "60"];
        (await CliProcess.RunAsync(_directory, [.. get, "--api-key", "k1", "--base-url", gateway.Url!], Remembering)).ExitCode.ShouldBe(0);

        // A proxy that refuses every connection stands between the tests and the vendor.
        (string, string)[] offline = [.. Remembering, ("HTTPS_PROXY", "http://127.0.0.1:9"), ("ALL_PROXY", "http://127.0.0.1:9")];
        (await CliProcess.RunAsync(_directory, [.. get, "--api-key", "k2"], offline)).Error.ShouldNotContain("was last used with");
        (await CliProcess.RunAsync(_directory, [.. get, "--api-key", "k1"], offline)).ShouldFail(2, "was last used with");
        (await CliProcess.RunAsync(_directory, [.. get, "--api-key", "k1", "--base-url", "default"], offline)).ExitCode.ShouldNotBe(2);
        (await CliProcess.RunAsync(_directory, [.. get, "--api-key", "k1"], offline)).Error.ShouldNotContain("was last used with");
    }

    [Fact]
    public async Task The_file_holds_no_key_and_is_its_users_alone()
    {
        using var gateway = StubServer.Start(JsonAnswer(Body));
        (await CliProcess.RunAsync(
            _directory, ["get", "hingnet", "video_1", "--api-key", "sk-gateway-1", "--base-url", gateway.Url!], Remembering)).ExitCode.ShouldBe(0);

        var file = Directory.GetFiles(_directory.File("state")).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain("sk-");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_or_read_stops_no_command()
    {
        using var gateway = StubServer.Start(JsonAnswer(Body));
        string[] get = ["get", "hingnet", "video_1", "--api-key", "k", "--base-url", gateway.Url!];
        await File.WriteAllTextAsync(_directory.File("file"), "\0broken\nhingnet", TestContext.Current.CancellationToken);

        foreach (var state in new[] { _directory.File("file"), "/proc/nowhere", "" })
        {
            var result = await CliProcess.RunAsync(_directory, get, ("VIDEOTASKS_STATE_DIR", state));
            (result.ExitCode, result.Error).ShouldBe((0, ""));
        }
    }
}
