using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

internal static class CreateCommand
{
    private static readonly Argument<string> Vendor = new("VENDOR") { Description = "The vendor; `videotasks vendors` lists them." };
    private static readonly Option<string> Prompt =
        new("--prompt") { Description = "What the video shows; '' for a vendor that takes none.", Required = true };
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

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("create", "Create a task, and print its handle: vendor/id.")
        {
            Vendor, Prompt, Model, Seconds, Size, InputReference, Set,
        };
        return runner.Does(command.WithVendorOptions(), async (parsed, token) =>
        {
            var request = Read(parsed);
            var task = await VendorOptions.CreateClient(parsed, parsed.GetValue(Vendor)!).CreateAsync(request, token);
            if (parsed.GetValue(VendorOptions.Json))
            {
                runner.Console.Out.WriteLine(TaskJson.Line(task));
            }
            else
            {
                runner.Console.Out.WriteLine(HandleText.Format(task.Handle));
                runner.Console.Message($"{TaskText.State(task)}. Wait for it with: videotasks wait {HandleText.Format(task.Handle)}");
            }

            return ExitCode.Done;
        });
    }

    private static VideoTaskRequest Read(ParseResult parsed) => new()
    {
        Prompt = parsed.GetValue(Prompt) is { Length: > 0 } prompt ? prompt : null,
        Model = parsed.GetValue(Model),
        Seconds = parsed.GetValue(Seconds) is { } seconds ? ReadSeconds(seconds) : null,
        Size = parsed.GetValue(Size),
        InputReferences = [.. (parsed.GetValue(InputReference) ?? []).Select(ReadReference)],
        AdditionalProperties = parsed.GetValue(Set) is { Length: > 0 } own ? ReadOwn(own) : null,
    };

    private static JsonObject ReadOwn(string[] assignments)
    {
        var own = new JsonObject();
        foreach (var assignment in assignments)
        {
            var at = assignment.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                throw new UsageException($"--set '{assignment}' is not NAME=VALUE.");
            }

            own[assignment[..at]] = ReadValue(assignment[(at + 1)..]);
        }

        return own;
    }

    private static JsonNode? ReadValue(string text)
    {
        try
        {
            return JsonNode.Parse(text);
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
