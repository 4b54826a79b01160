using System.CommandLine;
using System.CommandLine.Parsing;

namespace VideoTasks.Cli.Input;

/// <summary>Which task: <c>VENDOR ID</c>, or its handle <c>vendor/id</c> in one word.</summary>
internal static class TaskArgument
{
    public static Argument<string[]> Words { get; } = new("VENDOR ID")
    {
        Description = "The vendor and its id of the task, or both as vendor/id.",
        Arity = new(1, 2),
        Validators = { RefuseOptions },
    };

    public static VideoTaskHandle Read(ParseResult parsed)
    {
        var handle = ReadWords(parsed);
        return handle.Id.Trim() is "" or "." or ".."
            ? throw new UsageException($"'{handle.Id}' is no id of a task: in a URL it means another address. Give the id that the vendor gave.")
            : handle;
    }

    private static VideoTaskHandle ReadWords(ParseResult parsed) => parsed.GetValue(Words) switch
    {
        [{ Length: > 0 } vendor, { Length: > 0 } id] => new(vendor, id),
        [var word] when HandleText.TryParse(word, out var handle) => handle,
        [var vendor, ..] => throw new UsageException(
            $"'{vendor}' names no task: give the vendor and the id, as in `{vendor} video_123` or `{vendor}/video_123`."),
        _ => throw new UsageException("give the vendor and the id of the task."),
    };

    // What looks like an option and is none would otherwise pass for a word.
    private static void RefuseOptions(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
        {
            result.AddError($"There is no option {option.Value} here.");
        }
    }
}
