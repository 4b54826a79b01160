using System.Security.Cryptography;

namespace VideoTasks.Cli.Tests.Demo;

public sealed class DemoTests : IDisposable
{
    private static readonly string[] Vendors = ["aimanyi", "ezmodel", "hingnet", "openai", "skyengine"];
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Every_vendor_ends_in_a_verified_file_in_downloads()
    {
        var result = await CliProcess.RunAsync(_directory, ["demo"]);
        result.ExitCode.ShouldBe(0, result.Error);
        var rows = CliResult.Lines(result.Out);
        rows[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["VENDOR", "STATUS", "FILE", "SIZE", "SHA-256", "VERIFIED"]);
        rows.Length.ShouldBe(1 + Vendors.Length);
        foreach (var (vendor, row) in Vendors.Zip(rows.Skip(1)))
        {
            var cells = row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            (cells[0], cells[1], cells[2], cells[5]).ShouldBe((vendor, "completed", Path.Combine("downloads", $"{vendor}.mp4"), "yes"));
            var bytes = await File.ReadAllBytesAsync(_directory.File(cells[2]), TestContext.Current.CancellationToken);
            cells[4].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        _directory.Entries.ShouldBe(["downloads"]);
        Directory.GetFileSystemEntries(_directory.File("downloads")).Length.ShouldBe(Vendors.Length);
        var messages = CliResult.Lines(result.Error);
        foreach (var vendor in Vendors)
        {
            messages.ShouldContain(line => line.StartsWith(vendor, StringComparison.Ordinal) && line.EndsWith("verified", StringComparison.Ordinal));
        }

        messages[^1].ShouldBe(
            "videotasks: 5 of 5 videos are byte for byte what the emulator made, in downloads. Requests to another origin: 1, with a key: 0.");
    }

    [Fact]
    public async Task As_JSON_each_vendor_is_a_line()
    {
        var result = await CliProcess.RunAsync(_directory, ["demo", "--json", "--output", "elsewhere"]);
        result.ExitCode.ShouldBe(0, result.Error);
        result.JsonLines.Select(line => line["vendor"]!.ToString()).ShouldBe(Vendors);
        result.JsonLines.ShouldAllBe(line => (bool)line["verified"]! && line["status"]!.ToString() == "completed" && (int)line["size"]! > 100_000);
        _directory.Entries.ShouldBe(["elsewhere"]);
    }

    [Fact]
    public async Task An_output_that_cannot_be_made_is_exit_code_1()
    {
        await File.WriteAllTextAsync(_directory.File("taken"), "", TestContext.Current.CancellationToken);
        (await CliProcess.RunAsync(_directory, ["demo", "--output", "taken"])).ShouldFail(1, "the directory 'taken' can't be made", "--output");
        _directory.Entries.ShouldBe(["taken"]);
    }
}
