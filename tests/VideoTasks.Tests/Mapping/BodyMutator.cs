using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Tests.Mapping;

/// <summary>Makes bodies that no vendor sends, from those that some do; the same ones for the same seed.</summary>
internal sealed class BodyMutator(int seed)
{
    // Stands for halves of surrogate pairs, which .NET's own JSON classes can't write.
    private const string HalfPairs = "half pairs";

    private static readonly string[] Names =
    [
        "id", "task_id", "status", "state", "task_status", "progress", "progress_pct", "data", "output", "result", "task", "response", "error",
        "errors", "message", "code",
        "url", "video_url", "videos", "created_at", "completed_at", "expires_at", "expires_in", "seconds", "duration", "size", "width", "height",
        "model", "prompt", "done",
        "completed", "finished", "fail_reason", "base_resp", "status_code", "metadata", "name", "request_id", "results", "generations", "items",
        "usage", "request", "input",
        "failure", "detail", "resultJson", "fps", "frames", "expires", "content", "video", "raiMediaFilteredCount", "\u0069d", "статус", "", " ",
        "a\"b", "\\",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "queued", "in_progress", "completed", "SUCCEEDED", "Fail", "cancelled", "expired", "unknown", "NOT_START", "banana", "45%", "0.5",
        "1e400", "NaN", "-1", "4.0", "5s",
        "1280x720", "1280*720", "9999999999999x1", "https://cdn.example/a.mp4", "/v1/x", "https://...", "http://[::bad", "data:video/mp4;base64,AAAA",
        "2025-11-10T15:50:02Z",
        "2025-11-10 15:50:02.123", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1762789802", "1762789802000", "99999999999999999999999999",
        "{\"resultUrls\":[\"https://x/y.mp4\"]}",
        "[[[[", "{", "null", "true", "\ud83d\ude00", "\0", "task_status_succeed", "video_generation_completed", "operations/1", "3/4", "PT5S",
        "00:00:05", "utc", "百分之五十",
    ];

    private static readonly string[] Numbers =
        [
            "0",
            "1",
            "-1",
            "0.5",
            "1.0",
            "100",
            "101",
            "45.000000001",
            "1762789802",
            "1762789802000",
            "1e308",
            "-1e308",
            "1e999",
            "9223372036854775807",
            "9223372036854775808",
            "4.0",
            "1e-320",
            "200"];

    private readonly Random _random = new(seed);

    /// <summary>A body made of known names and awkward values.</summary>
    public string Random()
    {
        var text = new StringBuilder();
        Write(text, 0);
        return Finish(text.ToString());
    }

    /// <summary>A body with some of its values, names or places changed.</summary>
    public string Mutate(JsonElement body)
    {
        var root = new JsonArray(JsonNode.Parse(body.GetRawText()));
        for (var changes = _random.Next(1, 5); changes > 0; changes--)
        {
            Change(root);
        }

        var text = root[0]?.ToJsonString() ?? "null";
        return Finish(_random.Next(10) == 0 ? Wrap(text) : text);
    }

    private static string Finish(string text) => text.Replace(HalfPairs, "\\ud800 \\udc00\\ud83d", StringComparison.Ordinal);

    private static string Quote(string text) => JsonSerializer.Serialize(text, TestJson.Default.String);

    private void Change(JsonNode node)
    {
        // Down to a random place, then something happens there.
        while (true)
        {
            var children = node is JsonArray list ? list.Where(item => item is JsonObject or JsonArray).ToList()
                : ((JsonObject)node).Select(property => property.Value).Where(item => item is JsonObject or JsonArray).ToList();
            if (children.Count == 0 || (node.Parent is not null && _random.Next(3) == 0))
            {
                break;
            }

            node = children[_random.Next(children.Count)]!;
        }

        if (node is JsonArray array)
        {
            if (array.Count == 0)
            {
                array.Add(Value());
            }
            else
            {
                array[_random.Next(array.Count)] = Value();
            }

            return;
        }

        var members = (JsonObject)node;
        var name = members.Count > 0 && _random.Next(4) > 0 ? members.ElementAt(_random.Next(members.Count)).Key : Names[_random.Next(Names.Length)];
        switch (_random.Next(4))
        {
            case 0:
                members.Remove(name);
                break;
            case 1 when members.TryGetPropertyValue(name, out var moved) && moved is not null:
                members.Remove(name);
                members[Names[_random.Next(Names.Length)]] = moved;
                break;
            default:
                members[name] = Value();
                break;
        }
    }

    private JsonNode? Value()
    {
        var text = new StringBuilder();
        Write(text, 3, isPart: true);
        return JsonNode.Parse(text.ToString());
    }

    private string Wrap(string body) => _random.Next(4) switch
    {
        0 => $"[{body}]",
        1 => $"{{\"data\":{body},\"code\":0,\"message\":\"success\"}}",
        2 => $"{{\"{Names[_random.Next(30)]}\":{body}}}",
        _ => string.Concat(Enumerable.Repeat("[", 60)) + body + string.Concat(Enumerable.Repeat("]", 60)),
    };

    private void Write(StringBuilder text, int depth, bool isPart = false)
    {
        switch (_random.Next(depth == 0 ? 2 : depth > 4 ? 6 : 8))
        {
            case 0 or 1 when depth <= 4:
                text.Append('{');
                for (var count = _random.Next(1, 8); count > 0; count--)
                {
                    // .NET's JSON classes refuse one name twice, servers don't: only whole random bodies have that.
                    text.Append(Quote(Names[_random.Next(Names.Length)] + (isPart ? new string('_', count) : ""))).Append(':');
                    Write(text, depth + 1, isPart);
                    text.Append(count > 1 ? "," : "");
                }

                text.Append('}');
                break;
            case 2 when depth <= 4:
                text.Append('[');
                for (var count = _random.Next(0, 3); count > 0; count--)
                {
                    Write(text, depth + 1, isPart);
                    text.Append(count > 1 ? "," : "");
                }

                text.Append(']');
                break;
            case 3:
                text.Append(Numbers[_random.Next(Numbers.Length)]);
                break;
            case 4:
                text.Append(_random.Next(3) switch { 0 => "true", 1 => "false", _ => "null" });
                break;
            case 5 when _random.Next(50) == 0:
                text.Append(Quote(HalfPairs));
                break;
            default:
                text.Append(Quote(Texts[_random.Next(Texts.Length)]));
                break;
        }
    }
}
