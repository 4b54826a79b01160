namespace VideoTasks.Cli.Tests.Input;

public sealed class KeyTests : IDisposable
{
    private const string Key = "sk-secret-1";
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_key_comes_from_a_file_or_from_standard_input()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"video_1","status":"queued"}"""));
        string[] get = ["get", "hingnet", "video_1", "--base-url", server.Url!];
        await WriteAsync("key", $"\uFEFF{Key}\r\n", mode: null);

        CliResult[] results =
        [
            await CliProcess.RunAsync(_directory, [.. get, "--key-file", "key"], ("VIDEOTASKS_HINGNET_API_KEY", "another")),
            await CliProcess.RunWithInputAsync(_directory, $"{Key}\n", [.. get, "--key-file", "-"]),
            await CliProcess.RunWithInputAsync(_directory, Key, [.. get, "--api-key", "-"]),
        ];

        results.ShouldAllBe(result => result.ExitCode == 0);
        server.Requests.Select(request => request.Header("Authorization")).ShouldBe(Enumerable.Repeat($"Bearer {Key}", 3));
        string.Concat(results.Select(result => result.ToString())).ShouldNotContain(Key);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherRead, true)]
    public async Task A_key_file_that_others_can_read_is_warned_of(UnixFileMode mode, bool isWarnedOf)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using var server = StubServer.Start(JsonAnswer("""{"id":"video_1","status":"queued"}"""));
        await WriteAsync("key", Key, mode);

        // The mode is that of the file, whatever leads to it.
        File.CreateSymbolicLink(_directory.File("link"), _directory.File("key"));
        var result = await CliProcess.RunAsync(_directory, ["get", "hingnet", "video_1", "--base-url", server.Url!, "--key-file", "link"]);

        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.Contains("others on this machine can read the key in 'link'. Take that from them with: chmod 600", StringComparison.Ordinal)
            .ShouldBe(isWarnedOf);
    }

    [Theory]
    [InlineData("missing", "--key-file: the file 'missing' can't be read")]
    [InlineData("empty", "--key-file: 'empty' has nothing in it")]
    [InlineData("binary", "--key-file: 'binary' is not a text in UTF-8")]
    public async Task A_file_that_holds_no_key_is_wrong_usage(string file, string message)
    {
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await WriteAsync("empty", "\n", mode);
        await WriteAsync("binary", "", mode);
        await File.WriteAllBytesAsync(_directory.File("binary"), [0xff, 0xfe, 0x00], TestContext.Current.CancellationToken);

        (await CliProcess.RunAsync(_directory, ["get", "hingnet", "video_1", "--base-url", "http://127.0.0.1:9", "--key-file", file]))
            .ShouldFail(2, message);
    }

    [Fact]
    public async Task Two_options_can_not_both_read_standard_input()
        => (await CliProcess.RunWithInputAsync(_directory, "x", ["create", "hingnet", "--prompt", "-", "--api-key", "-"]))
            .ShouldFail(2, "--prompt and --api-key can't both read standard input");

    [Fact]
    public async Task The_help_says_that_others_can_see_a_key_among_the_words()
        => (await CliProcess.RunAsync(_directory, ["get", "--help"])).Out.ShouldContain("others on this machine can see it");

    private async Task WriteAsync(string name, string text, UnixFileMode? mode)
    {
        await File.WriteAllTextAsync(_directory.File(name), text, TestContext.Current.CancellationToken);
        if (mode is { } bits && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_directory.File(name), bits);
        }
    }
}
