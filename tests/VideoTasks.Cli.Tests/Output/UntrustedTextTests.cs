using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Cli.Tests.Output;

/// <summary>Ids and texts of a server that means no good, or has odd habits.</summary>
public sealed class UntrustedTextTests : IDisposable
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("video_1", "hingnet/video_1")]
    [InlineData("operations/abc:1", "hingnet/operations/abc:1")]
    [InlineData("任务-1", "hingnet/任务-1")]
    [InlineData("x -o ~/.bashrc", "hingnet/x%20-o%20%7E/.bashrc")]
    [InlineData("-o", "hingnet/-o")]
    [InlineData("\u001b[31mred", "hingnet/%1B%5B31mred")]
    [InlineData("a\nb\tc", "hingnet/a%0Ab%09c")]
    [InlineData("\u202Eabc\u2066", "hingnet/%E2%80%AEabc%E2%81%A6")]
    [InlineData("*?[a]$(id)`id`'\"\\;&|<>!{a,b}", "hingnet/%2A%3F%5Ba%5D%24%28id%29%60id%60%27%22%5C%3B%26%7C%3C%3E%21%7Ba,b%7D")]
    [InlineData("50%41", "hingnet/50%2541")]
    [InlineData("😀\u00A0x", "hingnet/%F0%9F%98%80%C2%A0x")]
    public async Task An_id_is_printed_as_one_word_and_read_again(string id, string word)
    {
        using var server = StubServer.Start(JsonAnswer(new JsonObject { ["id"] = id, ["status"] = "queued" }.ToJsonString()));
        string[] at = ["--base-url", server.Url!, "--api-key", "x"];

        var created = await CliProcess.RunAsync(_directory, ["create", "hingnet", "--prompt", "x", .. at]);
        var read = await CliProcess.RunAsync(_directory, ["get", created.Out.TrimEnd('\n'), "--json", .. at]);

        created.ExitCode.ShouldBe(0, created.Error);
        created.Out.ShouldBe(word + Environment.NewLine);
        created.Error.ShouldContain($"videotasks wait {word}");
        read.ExitCode.ShouldBe(0, read.Error);
        read.Json["id"]!.ToString().ShouldBe(id);
    }

    [Fact]
    public async Task No_text_of_a_server_commands_a_terminal_or_turns_its_lines_around()
    {
        const string text = "a\u001b]0;x\u0007\u009b31m\u202Eb\u2066\u200F\u2028c\u061C\uFEFFd";
        var raw = JsonSerializer.Serialize(text, Relaxed)
            .Replace("\\u202E", "\u202E", StringComparison.Ordinal).Replace("\\u2066", "\u2066", StringComparison.Ordinal)
            .Replace("\\u009B", "\u009b", StringComparison.Ordinal);
        var body = $$"""{"id":"video_1","status":{{raw}},"model":{{raw}},"prompt":{{raw}},"error":{"message":{{raw}},"code":{{raw}}} }""";
        using var server =
            StubServer.Start(
                JsonAnswer(body), JsonAnswer(body), JsonAnswer(body), JsonAnswer(body), JsonAnswer($$"""{"error":{"message":{{raw}}} }""", 400));
        string[] at = ["hingnet", "video_1", "--base-url", server.Url!, "--api-key", "x"];

        foreach (var command in new string[][] { ["get"], ["get", "--json"], ["create", "--json"], ["create"], ["get"] })
        {
            string[] words = command[0] == "create"
                ? ["create", "hingnet", "--prompt", "x", .. at[2..], .. command[1..]]
                : ["get", .. at, .. command[1..]];
            var result = await CliProcess.RunAsync(_directory, words);

            (result.Out + result.Error).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).ShouldAllBe(letter =>
                char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Control
                && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format
                && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.LineSeparator);
            if (command is [_, "--json"])
            {
                result.Json["prompt"]!.ToString().ShouldBe(text);
            }
        }
    }

    [Theory]
    [InlineData("get", "hingnet", "..")]
    [InlineData("get", "hingnet", ".")]
    [InlineData("get", "hingnet/..")]
    [InlineData("wait", "hingnet/.")]
    [InlineData("delete", "hingnet/%2E%2E")]
    [InlineData("download", "hingnet", "..")]
    [InlineData("get", "hingnet", " ")]
    [InlineData("get", "hingnet", "")]
    public async Task What_is_no_id_is_wrong_usage(params string[] words) =>
        (await CliProcess.RunAsync(_directory, [.. words, "--api-key", "x"])).ShouldFail(
            2, words is [_, _, ""] ? "names no task" : "is no id of a task");
}
