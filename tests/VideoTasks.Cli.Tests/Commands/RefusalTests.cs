using System.Net;
using System.Net.Sockets;

namespace VideoTasks.Cli.Tests.Commands;

public sealed class RefusalTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("skyengine")]
    [InlineData("hingnet")]
    [InlineData("ezmodel")]
    [InlineData("aimanyi")]
    [InlineData("openai")]
    public async Task A_wrong_key_is_exit_code_1_and_is_not_repeated(string vendor)
    {
        var id = fixture.Emulator.AddTask(vendor);
        foreach (var command in new[] { "get", "download" })
        {
            var result = await CliProcess.RunAsync(
                fixture.Directory, [command, vendor, id, "--base-url", fixture.Emulator.GetBaseUrl(vendor).AbsoluteUri, "--api-key", "sk-secret-1"]);
            result.ShouldFail(1, vendor, "key");
            result.Error.ShouldNotContain("sk-secret-1");
        }

        fixture.Directory.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("skyengine")]
    [InlineData("hingnet")]
    [InlineData("ezmodel")]
    [InlineData("aimanyi")]
    [InlineData("openai")]
    public async Task An_unknown_id_is_exit_code_1(string vendor)
    {
        (await fixture.RunAsync(vendor, "get", vendor, "video_none", "--json")).ShouldFail(1, $"{vendor} knows no task video_none");
        (await fixture.RunAsync(vendor, "download", vendor, "video_none", "-o", "x.mp4")).ShouldFail(1, $"{vendor} knows no task video_none");
        fixture.Directory.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unreachable_host_is_exit_code_1()
    {
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // Taken and not listened at: nobody else can get it, and it refuses.
        var url = $"http://{silent.LocalEndPoint}";
        var result = await CliProcess.RunAsync(fixture.Directory, ["get", "hingnet", "video_1", "--base-url", url, "--api-key", "x"]);
        result.ShouldFail(1, "hingnet", url["http://".Length..]);
    }

    [Fact]
    public async Task An_operation_that_the_vendor_lacks_is_wrong_usage()
    {
        (await fixture.RunAsync("hingnet", "list", "hingnet")).ShouldFail(2, "hingnet", "list");
        (await fixture.RunAsync("ezmodel", "delete", "ezmodel", "vid_1")).ShouldFail(2, "ezmodel", "delete");
    }

    [Fact]
    public async Task A_vendor_that_answers_in_HTML_is_exit_code_1()
    {
        using var server = StubServer.Start(Text("<html>Please\nlog in</html>", "text/html"));
        (await CliProcess.RunAsync(
            fixture.Directory, ["get", "hingnet", "video_1", "--base-url", server.Url!, "--api-key", "x"])).ShouldFail(1, "hingnet");
    }

    [Theory]
    [InlineData("700h")]
    [InlineData("1200h")]
    [InlineData("800000h")]
    public async Task Any_timeout_is_taken(string timeout)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"video_1","status":"failed"}"""));
        string[] at = ["hingnet", "video_1", "--base-url", server.Url!, "--api-key", "x", "--timeout", timeout];

        (await CliProcess.RunAsync(fixture.Directory, ["get", .. at])).ExitCode.ShouldBe(0);
        (await CliProcess.RunAsync(fixture.Directory, ["wait", .. at])).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task A_silent_vendor_is_exit_code_4_after_the_timeout()
    {
        using var server = StubServer.Start(Response.Create().WithDelay(Timeout.InfiniteTimeSpan));
        var result = await CliProcess.RunAsync(
            fixture.Directory, ["get", "hingnet", "video_1", "--base-url", server.Url!, "--api-key", "x", "--timeout", "300ms"]);
        result.ShouldFail(4, "timed out");
    }

    [Theory]
    [InlineData("get")]
    [InlineData("get --json")]
    [InlineData("wait")]
    [InlineData("wait --json")]
    [InlineData("download --wait")]
    [InlineData("create --prompt x --json")]
    public async Task A_key_that_the_vendor_says_again_is_not_printed(string command)
    {
        const string key = "sk-secret-1";
        using var server = StubServer.Start(JsonAnswer(
            "{\"id\":\"video_1\",\"status\":\"failed\",\"error\":{\"message\":\"refused Bearer "
                + "sk\\u002dsecret-1\"},\"metadata\":{\"key\":\"sk-secret-1\"}}"));
        var words = command.Split(' ');
        string[] task = words[0] == "create" ? ["hingnet"] : ["hingnet", "video_1"];

        var result = await CliProcess.RunAsync(fixture.Directory, [words[0], .. task, .. words[1..], "--base-url", server.Url!, "--api-key", key]);

        server.Requests.ShouldNotBeEmpty();
        (result.Out + result.Error).ShouldContain("refused Bearer ***");
        (result.Out + result.Error).ShouldNotContain(key);
        (result.Out + result.Error).ShouldNotContain("secret-1");
    }
}
