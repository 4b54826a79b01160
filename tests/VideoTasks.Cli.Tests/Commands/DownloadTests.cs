using System.Security.Cryptography;
using VideoTasks.Emulator;
using VideoTasks.Tests.Download;

namespace VideoTasks.Cli.Tests.Commands;

public sealed class DownloadTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("skyengine", EmulatedContentForm.Json)]
    [InlineData("skyengine", EmulatedContentForm.Binary)]
    [InlineData("hingnet", EmulatedContentForm.Redirect)]
    [InlineData("aimanyi", EmulatedContentForm.Json)]
    [InlineData("openai", EmulatedContentForm.Binary)]
    public async Task Every_form_ends_in_the_same_file(string vendor, EmulatedContentForm form)
    {
        var id = fixture.Emulator.AddTask(vendor, new() { Polls = 0, ContentForm = form });
        var result = await RunAsync(vendor, "download", vendor, id, "-o", "video.mp4");
        result.ExitCode.ShouldBe(0, result.Error);
        var video = fixture.Emulator.GetVideo(vendor, id);
        (await File.ReadAllBytesAsync(_directory.File("video.mp4"), TestContext.Current.CancellationToken)).ShouldBe(video.ToArray());
        CliResult.Lines(result.Out)[1..].ShouldBe(
            [$"size       {video.Length} bytes", $"sha256     {fixture.Emulator.GetSha256(vendor, id)}", "resumed    0 bytes"]);
        _directory.Entries.ShouldBe(["video.mp4"]);
        fixture.Emulator.Requests.ShouldAllBe(request => !request.IsCdn || !request.CarriesKey);
    }

    [Theory]
    [InlineData("skyengine")]
    [InlineData("hingnet")]
    [InlineData("ezmodel")]
    [InlineData("aimanyi")]
    [InlineData("openai")]
    public async Task Not_ready_is_exit_code_1_and_nothing_is_written(string vendor)
    {
        var id = fixture.Emulator.AddTask(vendor, new() { Outcome = EmulatedOutcome.NeverEnds });
        (await RunAsync(vendor, "download", vendor, id, "-o", "video.mp4")).ShouldFail(1, $"{vendor}/{id}");
        _directory.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("skyengine")]
    [InlineData("hingnet")]
    [InlineData("ezmodel")]
    [InlineData("aimanyi")]
    [InlineData("openai")]
    public async Task Expired_is_exit_code_1_and_nothing_is_written(string vendor)
    {
        var id = fixture.Emulator.AddTask(vendor, new() { Polls = 0, Outcome = EmulatedOutcome.Expires });
        (await RunAsync(vendor, "download", vendor, id, "-o", "video.mp4")).ShouldFail(1, $"{vendor}/{id}");
        _directory.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wait_comes_first_where_it_is_asked_for()
    {
        var id = fixture.Emulator.AddTask("aimanyi", new() { Polls = 2 });
        var result = await RunAsync("aimanyi", "download", $"aimanyi/{id}", "--wait", "--json");
        result.ExitCode.ShouldBe(0, result.Error);
        var file = Path.Combine(_directory.Path, result.Json["file"]!.ToString());
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(fixture.Emulator.GetSha256("aimanyi", id));
    }

    [Fact]
    public async Task A_failed_task_is_exit_code_3()
    {
        var id = fixture.Emulator.AddTask("ezmodel", new() { Polls = 1, Outcome = EmulatedOutcome.Fails });
        var result = await RunAsync("ezmodel", "download", "ezmodel", id, "--wait", "-o", "video.mp4");
        result.ExitCode.ShouldBe(3, result.Error);
        _directory.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cut_is_overcome()
    {
        var id = fixture.Emulator.AddTask("hingnet", new() { Polls = 0, CutAt = 100_000 });
        var result = await RunAsync("hingnet", "download", "hingnet", id, "-o", "video.mp4", "--json");
        result.ExitCode.ShouldBe(0, result.Error);
        ((int)result.Json["attempts"]!).ShouldBe(2);
        result.Json["sha256"]!.ToString().ShouldBe(fixture.Emulator.GetSha256("hingnet", id));
    }

    [Fact]
    public async Task A_larger_file_than_allowed_is_refused_until_the_limit_is_raised()
    {
        var id = fixture.Emulator.AddTask("openai", new() { Polls = 0 });
        (await RunAsync("openai", "download", "openai", id, "-o", "video.mp4", "--max-size", "100kB"))
            .ShouldFail(1, "larger than the limit of 100,000 bytes. Raise MaxBytes (--max-size) if that is wanted.");
        _directory.Entries.ShouldBeEmpty();
        (await RunAsync("openai", "download", "openai", id, "-o", "video.mp4", "--max-size", "0.5GB")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_expected_file_is_accepted()
    {
        var id = fixture.Emulator.AddTask("openai", new() { Polls = 0 });
        var sha256 = fixture.Emulator.GetSha256("openai", id);
        (await RunAsync(
            "openai",
            "download",
            "openai",
            id,
            "-o",
            "video.mp4",
            "--sha256",
            new string('0', 64))).ShouldFail(1, $"its SHA-256 is {sha256}, not 000");
        _directory.Entries.ShouldBeEmpty();
        (await RunAsync("openai", "download", "openai", id, "-o", "video.mp4", "--sha256", sha256, "--no-hash")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_thumbnail_is_an_image()
    {
        var id = fixture.Emulator.AddTask("openai", new() { Polls = 0 });
        var result = await RunAsync("openai", "download", "openai", id, "--variant", "thumbnail", "-o", "t.webp", "--json");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Json["mediaType"]!.ToString().ShouldBe("image/webp");
    }

    [Fact]
    public async Task A_thumbnail_where_there_are_none_is_refused_and_not_the_video()
    {
        var id = fixture.Emulator.AddTask("ezmodel", new() { Polls = 0 });
        (await RunAsync(
            "ezmodel", "download", "ezmodel", id, "--variant", "thumbnail", "-o", "t.webp")).ShouldFail(1, "it is the video, not a thumbnail");
        _directory.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unwritable_output_is_exit_code_1_and_nothing_is_left()
    {
        await File.WriteAllTextAsync(_directory.File("file"), "mine", TestContext.Current.CancellationToken);
        var id = fixture.Emulator.AddTask("hingnet", new() { Polls = 0 });
        foreach (var target in new[] { "file/video.mp4", "missing/video.mp4" })
        {
            (await RunAsync("hingnet", "download", "hingnet", id, "-o", target)).ShouldFail(1, target);
        }

        _directory.Entries.ShouldBe(["file"]);
        (await File.ReadAllTextAsync(_directory.File("file"), TestContext.Current.CancellationToken)).ShouldBe("mine");
    }

    [Fact]
    public async Task An_interrupted_download_leaves_no_file_and_the_same_command_goes_on()
    {
        var video = fixture.Emulator.GetVideo("ezmodel", fixture.Emulator.AddTask("ezmodel", new() { Polls = 0 })).ToArray();
        var stall = true;
        await using var server =
            new FaultServer(exchange => exchange.ServeAsync(video, new() { CutAfter = stall ? 100_000 : null, ThenStall = stall }));
        string[] download = ["download", "ezmodel", "vid_1", "-o", "video.mp4", "--json", "--base-url", server.Url.AbsoluteUri, "--api-key", "x"];
        using (var process = CliProcess.Start(_directory.Path, download))
        {
            await TaskLifeTests.WaitForAsync(() => new DirectoryInfo(_directory.Path).EnumerateFiles("*.part").Any(file => file.Length > 0));
            await process.SignalAsync("INT");
            var interrupted = await process.EndAsync();
            interrupted.ExitCode.ShouldBe(130, interrupted.Error);
            interrupted.Out.ShouldBeEmpty();
            CliResult.Lines(interrupted.Error)[^1].ShouldStartWith("videotasks: interrupted. ");
        }

        File.Exists(_directory.File("video.mp4")).ShouldBeFalse();
        stall = false;
        var result = await CliProcess.RunAsync(_directory, download);
        result.ExitCode.ShouldBe(0, result.Error);
        ((long)result.Json["resumedBytes"]!).ShouldBeGreaterThan(0);
        result.Json["sha256"]!.ToString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(video)));
        _directory.Entries.ShouldBe(["video.mp4"]);
    }

    private Task<CliResult> RunAsync(string vendor, params string[] args) => CliProcess.RunAsync(_directory, [.. args, .. fixture.At(vendor)]);
}
