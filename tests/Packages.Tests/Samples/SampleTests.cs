using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VideoTasks.Packages.Tests.Feed;

namespace VideoTasks.Packages.Tests.Samples;

/// <summary>The samples, against the packages.</summary>
public sealed class SampleTests(PackageFeed feed)
{
    [Fact]
    public async Task The_console_makes_a_video()
    {
        var output = await feed.Sample("Console").BuildAsync("run");

        output.ShouldContain("hingnet/video_");
        output.ShouldContain("SHA-256");
    }

    [Fact]
    public async Task The_worker_makes_a_thousand_videos_a_bounded_number_at_once()
    {
        var output = await feed.Sample("Worker").BuildAsync("run");

        output.ShouldContain("1000 of 1000 videos are byte for byte what the vendor made; at most 50 at once.");
    }

    [Fact]
    public async Task The_tests_with_the_emulator_pass()
    {
        var output = await feed.Sample("Testing").BuildAsync("test");

        output.ShouldContain("Passed:     6");
    }

    [Fact]
    public async Task The_web_application_hands_a_video_through()
    {
        var sample = feed.Sample("AspNetCore");
        await sample.BuildAsync("build", "-v:q");
        using var process = sample.Start("dotnet", "run", "--no-build", "--no-launch-profile", "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(process.StandardOutput) };
            var token = TestContext.Current.CancellationToken;
            _ = process.StandardOutput.ReadToEndAsync(token);
            _ = process.StandardError.ReadToEndAsync(token);

            var created = await client.PostAsJsonAsync("/videos", new { prompt = "A cat plays the piano" }, token);
            created.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);

            // The emulated task is done at its second read.
            JsonNode? task = null;
            for (var read = 0; read < 2; read++)
            {
                task = await client.GetFromJsonAsync<JsonNode>(created.Headers.Location, token);
            }

            task!["status"]!.GetValue<string>().ShouldBe("completed");
            using var content = await client.GetAsync($"{created.Headers.Location}/content", token);
            content.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
            (await content.Content.ReadAsByteArrayAsync(token)).AsSpan(4, 4).SequenceEqual("ftyp"u8).ShouldBeTrue();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Uri> AddressAsync(StreamReader output)
    {
        const string Listening = "Now listening on: ";
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var index)
            {
                return new Uri(line[(index + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The application ended without listening.");
    }
}
