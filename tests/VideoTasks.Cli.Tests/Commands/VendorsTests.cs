namespace VideoTasks.Cli.Tests.Commands;

public sealed class VendorsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Each_vendor_has_base_URL_operations_document_and_hash()
    {
        var result = await CliProcess.RunAsync(_directory, ["vendors", "--json"]);
        result.ExitCode.ShouldBe(0, result.Error);
        var vendors = result.JsonLines.ToDictionary(line => line["vendor"]!.ToString());
        vendors.Keys.ShouldBe(["aimanyi", "ezmodel", "hingnet", "openai", "skyengine"]);
        vendors["hingnet"]["baseUrl"]!.ToString().ShouldBe("https://models.hingnet.com.cn");
        vendors["openai"]["baseUrl"]!.ToString().ShouldBe("https://api.openai.com/v1");
        foreach (var vendor in vendors.Values)
        {
            var operations = vendor["operations"]!.AsArray().Select(operation => operation!["operation"]!.ToString()).ToArray();
            operations.ShouldContain("create");
            operations.ShouldContain("get");
            operations.ShouldContain("content");
            vendor["document"]!.ToString().ShouldStartWith("openapi/");
            vendor["hash"]!.ToString().Length.ShouldBeGreaterThan(32);
        }

        vendors["openai"]["operations"]!.AsArray().Select(operation => operation!["operation"]!.ToString()).ShouldContain("delete");
    }

    [Fact]
    public async Task Without_JSON_it_is_a_table_without_lines()
    {
        var result = await CliProcess.RunAsync(_directory, ["vendors"]);
        var lines = CliResult.Lines(result.Out);
        lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["VENDOR", "BASE", "URL", "OPERATIONS", "DOCUMENT", "HASH"]);
        lines.Length.ShouldBe(6);
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Explain_says_how_operations_and_fields_were_recognised()
    {
        var result = await CliProcess.RunAsync(_directory, ["vendors", "--explain", "HINGNET"]);
        result.ExitCode.ShouldBe(0, result.Error);
        var lines = CliResult.Lines(result.Out);
        lines.ShouldContain(
            line => line.StartsWith("get ", StringComparison.Ordinal) && line.Contains("/v1/videos/{video_id}", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("Status ", StringComparison.Ordinal) && line.Contains("status", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("VIDEOTASKS_HINGNET_API_KEY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_says_which_operations_were_looked_at_and_why_they_lost()
    {
        var text = await CliProcess.RunAsync(_directory, ["vendors", "--explain", "openai"]);
        CliResult.Lines(text.Out)
            .ShouldContain(
                line => line.Contains("GET /videos/characters/{character_id}: it doesn't belong to /videos/{video_id}", StringComparison.Ordinal));

        var json = await CliProcess.RunAsync(_directory, ["vendors", "--explain", "openai", "--json"]);
        json.JsonLines.Single()["refused"]!
            .AsArray()
            .ShouldContain(refused => refused!["path"]!.ToString() == "/videos/characters/{character_id}" && refused["source"] != null);
    }

    [Fact]
    public async Task Explain_says_where_each_field_of_a_request_goes_and_which_has_no_place()
    {
        var text = await CliProcess.RunAsync(_directory, ["vendors", "--explain", "aimanyi"]);
        var lines = CliResult.Lines(text.Out);
        lines.ShouldContain(
            line => line.StartsWith("Prompt ", StringComparison.Ordinal)
                && line.Contains("/prompt: property 'prompt', required (openapi/aimanyi.yaml:", StringComparison.Ordinal));
        lines.ShouldContain(
            line => line.StartsWith("InputReference ", StringComparison.Ordinal)
                && line.Contains("no place: a request with it is refused", StringComparison.Ordinal));

        var json = await CliProcess.RunAsync(_directory, ["vendors", "--explain", "skyengine", "--json"]);
        var remix = json.JsonLines.Single()["operations"]!.AsArray().Single(operation => operation!["operation"]!.ToString() == "remix");
        var model = remix!["request"]!.AsArray().Single(field => field!["field"]?.ToString() == "Model");
        (model!["path"]!.ToString(), model["value"]!.ToString(), model["required"]!.GetValue<bool>()).ShouldBe(("/model", "\"sora-2\"", true));
        model["source"].ShouldNotBeNull();
    }
}
