using System.Text;

namespace VideoTasks.Cli.Tests.Commands;

public sealed class StartTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("openai")]
    [InlineData("skyengine")]
    public async Task A_remix_is_a_new_task_of_the_finished_one(string vendor)
    {
        var source = fixture.Emulator.AddTask(vendor, new() { Polls = 0 });

        var result = await fixture.RunAsync(vendor, "remix", $"{vendor}/{source}", "--prompt", "at night");

        result.ExitCode.ShouldBe(0, result.Error);
        CliResult.Lines(result.Out).ShouldHaveSingleItem().ShouldStartWith($"{vendor}/");
        result.Out.ShouldNotContain(source);
        var sent = fixture.Emulator.Requests.Last(request => request.Vendor == vendor && request.Method == "POST");
        (sent.Path.EndsWith($"{source}/remix", StringComparison.Ordinal), sent.Body!["prompt"]!.ToString()).ShouldBe((true, "at night"));
    }

    [Theory]
    [InlineData("/videos/edits", "edit")]
    [InlineData("/videos/extensions", "extend", "--seconds", "4")]
    public async Task An_edit_and_an_extension_name_the_finished_task(string path, string command, params string[] own)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"video_2","object":"video","status":"queued"}"""));

        var result = await CliProcess.RunAsync(
            fixture.Directory, [command, "openai", "video_1", "--prompt", "a hat", .. own, "--json", "--base-url", server.Url!, "--api-key", "x"]);

        result.ExitCode.ShouldBe(0, result.Error);
        result.Json["id"]!.ToString().ShouldBe("video_2");
        var sent = server.Requests.ShouldHaveSingleItem();
        sent.Target.ShouldEndWith(path);
        (sent.Body ?? Encoding.UTF8.GetString(sent.BodyAsBytes!)).ShouldContain("video_1");
    }

    [Theory]
    [InlineData("remix", "hingnet")]
    [InlineData("edit", "skyengine")]
    [InlineData("extend", "ezmodel")]
    [InlineData("cancel", "openai")]
    public async Task What_the_vendor_can_not_is_wrong_usage(string command, string vendor)
    {
        string[] words = command == "cancel" ? [command, vendor, "video_1"] : [command, vendor, "video_1", "--prompt", "x"];
        (await fixture.RunAsync(vendor, words)).ShouldFail(2, vendor, command);
    }

    [Fact]
    public async Task Create_with_wait_ends_with_the_task_and_its_exit_code()
    {
        var result = await fixture.RunAsync("hingnet", "create", "hingnet", "--prompt", "a cat", "--model", "sora-2", "--wait", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Json["status"]!.ToString().ShouldBe("completed");
        result.Error.ShouldContain($"videotasks: hingnet/{result.Json["id"]} is created");
    }

    [Fact]
    public async Task Create_with_download_ends_with_the_file()
    {
        var result = await fixture.RunAsync("openai", "create", "openai", "--prompt", "a cat", "--download", "cat.mp4");

        result.ExitCode.ShouldBe(0, result.Error);
        var lines = CliResult.Lines(result.Out);
        var id = lines[0]["openai/".Length..];
        lines.ShouldContain($"sha256     {fixture.Emulator.GetSha256("openai", id)}");
        var file = fixture.Directory.File("cat.mp4");
        new FileInfo(file).Length.ShouldBe(fixture.Emulator.GetVideo("openai", id).Length);
        File.Delete(file);
    }

    [Fact]
    public async Task A_created_task_whose_wait_is_interrupted_is_named()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"video_7","status":"queued"}"""));
        string[] create = ["create", "hingnet", "--prompt", "x", "--download", ".", "--json", "--base-url", server.Url!, "--api-key", "x"];
        using var process = CliProcess.Start(fixture.Directory.Path, create);
        await TaskLifeTests.WaitForAsync(() => server.Requests.Any(request => request.Method == "GET"));

        await process.SignalAsync("TERM");

        var result = await process.EndAsync();
        result.ExitCode.ShouldBe(130, result.Error);
        result.Out.ShouldBeEmpty();
        CliResult.Lines(result.Error)[^1].ShouldEndWith("Go on with: videotasks wait hingnet/video_7");
        server.Requests.Count(request => request.Method == "POST").ShouldBe(1);
    }

    [Fact]
    public async Task Fields_of_the_vendors_own_come_as_an_object_and_single_ones_win()
    {
        string[] create = ["create", "aimanyi", "--prompt", "a cat", "--set", "seed=8", "--json", .. fixture.At("aimanyi")];
        await File.WriteAllTextAsync(fixture.Directory.File("own.json"), """{"seed":9,"style":"oil"}""", TestContext.Current.CancellationToken);

        foreach (var result in new[]
        {
            await CliProcess.RunAsync(fixture.Directory, [.. create, "--set-json", """{"seed":7,"style":"oil"}"""]),
            await CliProcess.RunAsync(fixture.Directory, [.. create, "--set-json", "@own.json"]),
            await CliProcess.RunWithInputAsync(fixture.Directory, """{"style":"oil"}""", [.. create, "--set-json", "-"]),
        })
        {
            result.ExitCode.ShouldBe(0, result.Error);
            var sent = fixture.Emulator.Requests.Last(request => request is { Vendor: "aimanyi", Method: "POST" }).Body!;
            (sent["seed"]!.ToJsonString(), sent["style"]!.ToString()).ShouldBe(("8", "oil"));
        }

        File.Delete(fixture.Directory.File("own.json"));
    }
}
