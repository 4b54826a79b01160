using System.Security.Cryptography;
using VideoTasks.Emulator;

namespace VideoTasks.Cli.Tests.Commands;

public sealed class SeveralTasksTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Each_task_has_its_line_and_the_worst_has_the_exit_code()
    {
        var good = fixture.Emulator.AddTask("hingnet", new() { Polls = 1 });
        var bad = fixture.Emulator.AddTask("hingnet", new() { Polls = 1, Outcome = EmulatedOutcome.Fails });

        var both = await fixture.RunAsync("hingnet", "wait", "hingnet", good, bad, "--json");
        both.ExitCode.ShouldBe(3, both.Error);
        both.JsonLines.ToDictionary(line => line["id"]!.ToString(), line => line["status"]!.ToString())
            .ShouldBe(new Dictionary<string, string> { [good] = "completed", [bad] = "failed" }, ignoreOrder: true);

        var three = await fixture.RunAsync("hingnet", "get", $"hingnet/{good}", "hingnet/video_none", $"hingnet/{bad}", "--json");
        three.ExitCode.ShouldBe(1, three.Error);
        three.JsonLines.Length.ShouldBe(3);
        var problem = three.JsonLines.Single(line => line["id"]!.ToString() == "video_none");
        problem["exitCode"]!.GetValue<int>().ShouldBe(1);
        problem["problem"]!.ToString().ShouldContain("hingnet knows no task video_none");
        three.Error.ShouldContain("videotasks: hingnet/video_none: ");
    }

    [Fact]
    public async Task Tasks_of_several_vendors_take_their_keys_and_base_URLs_from_the_environment()
    {
        (string, string)[] environment =
        [
            .. new[] { "hingnet", "openai" }.SelectMany(vendor => new[]
            {
                ($"VIDEOTASKS_{vendor.ToUpperInvariant()}_API_KEY", fixture.Emulator.ApiKey),
                ($"VIDEOTASKS_{vendor.ToUpperInvariant()}_BASE_URL", fixture.Emulator.GetBaseUrl(vendor).AbsoluteUri),
            }),
        ];
        string[] handles = [.. new[] { "hingnet", "openai" }.Select(vendor => $"{vendor}/{fixture.Emulator.AddTask(vendor, new() { Polls = 0 })}")];

        var result = await CliProcess.RunAsync(fixture.Directory, ["get", .. handles, "--json"], environment);

        result.ExitCode.ShouldBe(0, result.Error);
        result.JsonLines.Select(line => $"{line["vendor"]}/{line["id"]}").Order(StringComparer.Ordinal).ShouldBe(handles);
    }

    [Fact]
    public async Task Several_files_arrive_whole_in_one_directory()
    {
        string[] ids = [.. Enumerable.Range(0, 5).Select(_ => fixture.Emulator.AddTask("ezmodel", new() { Polls = 0 }))];
        var directory = Directory.CreateDirectory(fixture.Directory.File("videos")).FullName;

        var result = await fixture.RunAsync("ezmodel", ["download", "ezmodel", .. ids, "-o", directory, "--concurrency", "2", "--wait", "--json"]);

        result.ExitCode.ShouldBe(0, result.Error);
        result.JsonLines.Length.ShouldBe(5);
        foreach (var line in result.JsonLines)
        {
            var bytes = await File.ReadAllBytesAsync(line["file"]!.ToString(), TestContext.Current.CancellationToken);
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(fixture.Emulator.GetSha256("ezmodel", line["id"]!.ToString()));
        }

        Directory.GetFiles(directory).Length.ShouldBe(5);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task An_interrupt_names_the_tasks_that_are_left()
    {
        var ended = fixture.Emulator.AddTask("openai", new() { Polls = 0 });
        string[] endless = [.. Enumerable.Range(0, 2).Select(_ => fixture.Emulator.AddTask("openai", new() { Outcome = EmulatedOutcome.NeverEnds }))];
        using var process = CliProcess.Start(
            fixture.Directory.Path, ["wait", "openai", ended, .. endless, "--json", "--concurrency", "3", .. fixture.At("openai")]);
        (await process.Out.ReadLineAsync(TestContext.Current.CancellationToken))!.ShouldContain(ended);
        await TaskLifeTests.WaitForAsync(() => endless.All(id =>
            fixture.Emulator.Requests.Any(request => request.Path.EndsWith(id, StringComparison.Ordinal))));

        await process.SignalAsync("INT");

        var result = await process.EndAsync();
        result.ExitCode.ShouldBe(130, result.Error);
        CliResult.Lines(result.Error)[^1].ShouldEndWith($"videotasks wait {string.Join(' ', endless.Select(id => $"openai/{id}"))}");
    }
}
