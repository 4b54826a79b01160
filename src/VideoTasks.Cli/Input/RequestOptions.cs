using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Cli.Input;

/// <summary>The options that say what to make, and the request that they describe.</summary>
internal static class RequestOptions
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly Option<string> Prompt = new("--prompt")
    {
        Description = "What the video shows; '' for a vendor that takes none. '-' reads it from standard input, @FILE from a file; "
            + "@@ begins a text with @.",
        HelpName = "TEXT",
        Required = true,
    };

    private static readonly Option<string?> Model = new("--model") { Description = "The vendor's model; some vendors require one." };
    private static readonly Option<string?> Seconds = new("--seconds") { Description = "The length in seconds." };
    private static readonly Option<string?> Size = new("--size") { Description = "The frame size, as 1280x720." };

    private static readonly Option<string[]> InputReference = new("--input-reference")
    {
        Description = "An image or video to start from; may be given several times.", HelpName = "FILE_OR_URL",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A field by the vendor's own name, such as seed=7; JSON or a text; may be given several times.", HelpName = "NAME=VALUE",
    };

    private static readonly Option<string?> SetJson = new("--set-json")
    {
        Description = "Fields by the vendor's own names as one JSON object; '-' reads it from standard input, @FILE from a file. --set wins.",
        HelpName = "JSON",
    };

    /// <summary>Adds what every command that starts a task takes.</summary>
    public static Command WithRequest(this Command command)
    {
        foreach (var option in new Option[] { Prompt, Model, Seconds, Size, InputReference, Set, SetJson })
        {
            command.Options.Add(option);
        }

        return command;
    }

    public static async Task<VideoTaskRequest> ReadAsync(ParseResult parsed, TextInput input, CancellationToken token)
    {
        var prompt = await input.ReadValueAsync(Prompt.Name, parsed.GetValue(Prompt)!, token);
        return new()
        {
            Prompt = prompt.Length > 0 ? prompt : null,
            Model = parsed.GetValue(Model),
            Seconds = parsed.GetValue(Seconds) is { } seconds ? ReadSeconds(seconds) : null,
            Size = parsed.GetValue(Size),
            InputReferences = [.. (parsed.GetValue(InputReference) ?? []).Select(ReadReference)],
            AdditionalProperties = await ReadOwnAsync(parsed, input, token),
        };
    }

    private static async Task<JsonObject?> ReadOwnAsync(ParseResult parsed, TextInput input, CancellationToken token)
    {
        var own = parsed.GetValue(SetJson) is { } json ? ReadObject(await input.ReadValueAsync(SetJson.Name, json, token)) : [];
        foreach (var assignment in parsed.GetValue(Set) ?? [])
        {
            var at = assignment.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                throw new UsageException($"--set '{assignment}' is not NAME=VALUE.");
            }

            own[assignment[..at]] = ReadValue(assignment[(at + 1)..]);
        }

        return own.Count == 0 ? null : own;
    }

    private static JsonObject ReadObject(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject
                ?? throw new UsageException("--set-json is JSON, but no object: write it as {\"seed\": 7}.");
        }
        catch (JsonException exception)
        {
            var where = exception.LineNumber is { } line ? $" from line {line + 1}, character {exception.BytePositionInLine + 1} on" : "";
            throw new UsageException($"--set-json is no JSON object{where}: write it as {{\"seed\": 7}}, each name once.");
        }
    }

    private static JsonNode? ReadValue(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static double ReadSeconds(string text)
        => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? seconds
            : throw new UsageException($"--seconds '{text}' is not a number of seconds.");

    private static VideoInputReference ReadReference(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "data")
        {
            return VideoInputReference.FromUrl(url);
        }

        if (new FileInfo(text) is { Exists: true, Length: 0 })
        {
            throw new UsageException($"--input-reference '{text}' has nothing in it.");
        }

        return File.Exists(text)
            ? VideoInputReference.FromFile(text)
            : throw new UsageException($"--input-reference '{text}' is neither a file that exists nor an http(s) URL.");
    }
}
