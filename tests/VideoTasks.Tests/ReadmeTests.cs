using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoTasks.Emulator;

namespace VideoTasks.Tests;

public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_readmes_sample_makes_a_video()
    {
        await using var emulator = await VideoEmulator.StartAsync(new() { Scenario = new() { Polls = 2 } }, TestContext.Current.CancellationToken);
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "cat.mp4");

        var file = await ReadmeSample.MakeAVideoAsync(emulator.ApiKey, emulator.GetBaseUrl("hingnet"), path);

        new FileInfo(path).Length.ShouldBe(file.Length);
        file.Sha256.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_readmes_stream_goes_on_from_its_checkpoint()
    {
        var video = Download.DownloadFixture.Mp4();
        await using var fixture = new Download.DownloadFixture(exchange => exchange.Request.Number == 2
            ? exchange.JsonAsync("""{"error":{"message":"the key was revoked"}}""", 401)
            : exchange.ServeAsync(video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));
        using var destination = new MemoryStream();

        var checkpoint = await ReadmeSample.IntoAStreamAsync(fixture.Client, Download.DownloadFixture.Id, destination, null);
        checkpoint.ShouldNotBeNull();
        (await ReadmeSample.IntoAStreamAsync(fixture.Client, Download.DownloadFixture.Id, destination, checkpoint)).ShouldBeNull();

        destination.ToArray().ShouldBe(video);
        fixture.Server.ContentRequests[^1].Range.ShouldBe("bytes=100000-");
    }

    [Fact]
    public async Task The_readmes_container_reads_its_keys_from_the_configuration()
    {
        await using var emulator = await VideoEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var id = emulator.AddTask("hingnet", new() { Polls = 1 });
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("VideoTasks:hingnet:ApiKey", emulator.ApiKey),
            new("VideoTasks:hingnet:BaseUrl", emulator.GetBaseUrl("hingnet").AbsoluteUri),
        ]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);

        var task = await ReadmeSample.InAContainerAsync(services, new("hingnet", id));

        task.Id.ShouldBe(id);
        task.RawStatus.ShouldNotBeNull();
    }

    [Fact]
    public void The_readmes_accounts_are_two_clients()
    {
        var services = new ServiceCollection();
        ReadmeSample.WithAccounts(services);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IVideoTaskClientFactory>().ClientNames
            .Where(name => name.StartsWith("hingnet", StringComparison.Ordinal)).ShouldBe(["hingnet", "hingnet-eu"]);
    }

    [Theory]
    [InlineData("use")]
    [InlineData("container")]
    [InlineData("accounts")]
    [InlineData("stream")]
    public void The_readme_repeats_what_is_compiled(string region)
    {
        var folder = Path.GetDirectoryName(ThisFile())!;
        var source = File.ReadAllText(Path.Combine(folder, "ReadmeSample.cs"));
        var lines = Regex.Match(source, $@"#region {region}\n(.*?)\n\s*#endregion", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups[1].Value
            .Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        var sample = string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line.Trim()));

        File.ReadAllText(Path.Combine(folder, "../../README.md")).ShouldContain($"```csharp\n{sample}\n```");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
