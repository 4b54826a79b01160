namespace VideoTasks.Cli.Tests.Input;

public sealed class PromptTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_prompt_comes_from_standard_input_or_a_file_or_is_what_it_says()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"video_1","status":"queued"}"""));
        await File.WriteAllTextAsync(_directory.File("prompt.txt"), "百事可乐\nsecond line\r\n", TestContext.Current.CancellationToken);

        (await RunAsync(server.Url!, "a cat\n", "-")).ExitCode.ShouldBe(0);
        (await RunAsync(server.Url!, "", "@prompt.txt")).ExitCode.ShouldBe(0);
        (await RunAsync(server.Url!, "", "@@handle, a song")).ExitCode.ShouldBe(0);
        (await RunAsync(server.Url!, "", "a - b @c")).ExitCode.ShouldBe(0);

        server.Requests.Select(request => System.Text.Json.Nodes.JsonNode.Parse(request.Body!)!["prompt"]!.ToString())
            .ShouldBe(["a cat", "百事可乐\nsecond line", "@handle, a song", "a - b @c"]);
    }

    [Theory]
    [InlineData("", "-", "--prompt: standard input has nothing in it")]
    [InlineData(" \n", "-", "--prompt: standard input has nothing in it")]
    [InlineData("", "@missing.txt", "--prompt: the file 'missing.txt' can't be read")]
    [InlineData("", "@", "--prompt: the file '' can't be read")]
    public async Task A_prompt_that_is_not_there_creates_nothing(string input, string prompt, string message)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"video_1","status":"queued"}"""));

        (await RunAsync(server.Url!, input, prompt)).ShouldFail(2, message);

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_prompt_that_is_waited_for_can_be_interrupted()
    {
        using var process = CliProcess.Start(_directory.Path, ["create", "hingnet", "--prompt", "-", "--api-key", "x", "--timeout", "1"]);
        var result = await process.EndAsync();
        result.ShouldFail(4, "timed out. Nothing was changed here.");
    }

    private Task<CliResult> RunAsync(string url, string input, string prompt)
        => CliProcess.RunWithInputAsync(_directory, input, ["create", "hingnet", "--prompt", prompt, "--base-url", url, "--api-key", "x"]);
}
