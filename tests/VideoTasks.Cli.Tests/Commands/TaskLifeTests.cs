using System.Runtime.Versioning;

namespace VideoTasks.Cli.Tests.Commands;

public sealed class TaskLifeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly string[] Create = ["create", "VENDOR", "--prompt", "a cat", "--model", "sora-2", "--seconds", "4", "--size", "720x1280"];

    [Theory]
    [InlineData("skyengine")]
    [InlineData("hingnet")]
    [InlineData("ezmodel")]
    [InlineData("aimanyi")]
    [InlineData("openai")]
    public async Task Create_prints_the_handle_that_wait_and_download_take(string vendor)
    {
        var created = await fixture.RunAsync(vendor, [.. Create.Select(word => word == "VENDOR" ? vendor : word)]);
        created.ExitCode.ShouldBe(0, created.Error);
        var handle = CliResult.Lines(created.Out).ShouldHaveSingleItem();
        handle.ShouldStartWith(vendor + "/");
        created.Error.ShouldContain($"videotasks wait {handle}");

        var waited = await fixture.RunAsync(vendor, "wait", handle, "--json");
        waited.ExitCode.ShouldBe(0, waited.Error);
        waited.Json["status"]!.ToString().ShouldBe("completed");
        waited.Error.ShouldContain($"{handle}  completed");

        var file = fixture.Directory.File($"{vendor}.mp4");
        var downloaded = await fixture.RunAsync(vendor, "download", handle, "-o", file, "--json");
        downloaded.ExitCode.ShouldBe(0, downloaded.Error);
        downloaded.Json["sha256"]!.ToString().ShouldBe(fixture.Emulator.GetSha256(vendor, handle[(vendor.Length + 1)..]));
        fixture.Emulator.Requests.ShouldAllBe(request => !request.IsCdn || !request.CarriesKey);
        File.Delete(file);
    }

    [Fact]
    public async Task A_file_is_uploaded_with_the_create()
    {
        await File.WriteAllBytesAsync(fixture.Directory.File("cat.png"), [0x89, 0x50, 0x4e, 0x47], TestContext.Current.CancellationToken);
        var created = await fixture.RunAsync("openai", "create", "openai", "--prompt", "a cat", "--input-reference", "cat.png", "--json");
        created.ExitCode.ShouldBe(0, created.Error);
        created.Json["status"]!.ToString().ShouldBe("queued");
        var sent = fixture.Emulator.Requests.Last(request => request is { Vendor: "openai", Method: "POST" }).Body!;
        sent["input_reference"]!["filename"]!.ToString().ShouldBe("cat.png");
        sent["prompt"]!.ToString().ShouldBe("a cat");
        File.Delete(fixture.Directory.File("cat.png"));
    }

    [Theory]
    [InlineData("aimanyi")]
    [InlineData("ezmodel")]
    public async Task A_field_that_the_vendor_has_no_place_for_is_refused_before_anything_is_sent(string vendor)
    {
        var before = fixture.Emulator.Requests.Count(request => request.Vendor == vendor);

        var result = await fixture.RunAsync(vendor, "create", vendor, "--prompt", "a cat", "--input-reference", "https://cdn.example/cat.png");

        result.ExitCode.ShouldBe(1, result.Error);
        result.Error.ShouldContain(
            $"{vendor} has no place for the input reference in POST /v1/videos. Its own fields are: prompt, model, seconds, size.");
        fixture.Emulator.Requests.Count(request => request.Vendor == vendor).ShouldBe(before);
    }

    [Fact]
    public async Task A_field_by_the_vendors_own_name_reaches_the_body()
    {
        var result =
            await fixture.RunAsync(
                "aimanyi",
                "create",
                "aimanyi",
                "--prompt",
                "a cat",
                "--set",
                "seed=7",
                "--set",
                "style=plain",
                "--input-reference",
                "https://cdn.example/a.png",
                "--set",
                "image=https://cdn.example/a.png");

        result.ExitCode.ShouldBe(0, result.Error);
        var sent = fixture.Emulator.Requests.Last(request => request is { Vendor: "aimanyi", Method: "POST" }).Body!;
        (sent["seed"]!.ToJsonString(), sent["style"]!.ToString(), sent["image"]!.ToString()).ShouldBe(("7", "plain", "https://cdn.example/a.png"));
    }

    [Fact]
    public async Task A_failed_task_is_exit_code_3_and_stays_on_stdout()
    {
        var id = fixture.Emulator.AddTask("hingnet", new() { Outcome = VideoTasks.Emulator.EmulatedOutcome.Fails, Polls = 2 });
        var result = await fixture.RunAsync("hingnet", "wait", "hingnet", id, "--json");
        result.ExitCode.ShouldBe(3, result.Error);
        result.Json["status"]!.ToString().ShouldBe("failed");
        result.Json["error"]!["code"]!.ToString().ShouldBe("generation_failed");
        CliResult.Lines(result.Error)[^1].ShouldBe(
            $"videotasks: hingnet/{id} ended as failed: 生成失败 (generation_failed). Create it again, with another prompt if this one was refused.");
        (await fixture.RunAsync("hingnet", "get", "hingnet", id)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_wait_that_times_out_is_exit_code_4_with_the_handle()
    {
        var id = fixture.Emulator.AddTask("openai", new() { Outcome = VideoTasks.Emulator.EmulatedOutcome.NeverEnds });
        var result = await fixture.RunAsync("openai", "wait", "openai", id, "--timeout", "0.3");
        result.ExitCode.ShouldBe(4, result.Error);
        result.Out.ShouldBeEmpty();
        CliResult.Lines(result.Error)[^1].ShouldContain("did not end within 0.3s");
        CliResult.Lines(result.Error)[^1].ShouldEndWith($"Go on with: videotasks wait openai/{id}");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_signal_ends_a_wait_with_130_and_the_handle(string signal)
    {
        var id = fixture.Emulator.AddTask("openai", new() { Outcome = VideoTasks.Emulator.EmulatedOutcome.NeverEnds });
        using var process = CliProcess.Start(fixture.Directory.Path, ["wait", "openai", id, .. fixture.At("openai")]);
        await WaitForAsync(() => fixture.Emulator.Requests.Any(request => request.Path.EndsWith(id, StringComparison.Ordinal)));
        await process.SignalAsync(signal);
        var result = await process.EndAsync();
        result.ExitCode.ShouldBe(130, result.Error);
        result.Out.ShouldBeEmpty();
        CliResult.Lines(result.Error)[^1].ShouldBe(
            $"videotasks: interrupted. The task goes on at the vendor. Go on with: videotasks wait openai/{id}");
    }

    [Fact]
    public async Task The_list_comes_whole_and_the_deleted_task_is_gone()
    {
        await using var own = await VideoTasks.Emulator.VideoEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        for (var i = 1; i <= 25; i++)
        {
            own.AddTask("openai", new() { Polls = 0 }, $"video_{i}");
        }

        string[] at = ["--base-url", own.GetBaseUrl("openai").AbsoluteUri, "--api-key", own.ApiKey];

        var all = await CliProcess.RunAsync(fixture.Directory, ["list", "openai", "--json", .. at]);
        all.ExitCode.ShouldBe(0, all.Error);
        all.JsonLines.Select(task => task["id"]!.ToString()).ShouldBe(Enumerable.Range(1, 25).Reverse().Select(i => $"video_{i}"));

        var deleted = await CliProcess.RunAsync(fixture.Directory, ["delete", "openai", "video_25", "--json", .. at]);
        deleted.ExitCode.ShouldBe(0, deleted.Error);
        deleted.Json.ToJsonString().ShouldBe("""{"vendor":"openai","id":"video_25","deleted":true}""");

        var two = await CliProcess.RunAsync(fixture.Directory, ["list", "openai", "--limit", "2", .. at]);
        var lines = CliResult.Lines(two.Out);
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("ID");
        lines[1].ShouldStartWith("video_24");
    }

    internal static async Task WaitForAsync(Func<bool> condition)
    {
        for (var i = 0; i < 600 && !condition(); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        condition().ShouldBeTrue();
    }
}
