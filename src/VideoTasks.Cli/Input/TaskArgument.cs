using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace VideoTasks.Cli.Input;

/// <summary>Which tasks: <c>VENDOR ID</c>, or the handle <c>vendor/id</c> in one word; more ids or handles after it where several may be.</summary>
internal static class TaskArgument
{
    /// <summary>One task.</summary>
    public static Argument<string[]> One { get; } = Create("VENDOR ID", "The vendor and its id of the task, or both as vendor/id.", 2);

    /// <summary>One task or several.</summary>
    public static Argument<string[]> Several { get; } =
        Create("VENDOR ID", "The vendor and its ids of the tasks, or each task as vendor/id.", ArgumentArity.OneOrMore.MaximumNumberOfValues);

    public static VideoTaskHandle Read(ParseResult parsed) => ReadWords(parsed.GetValue(One)!).Single();

    public static IReadOnlyList<VideoTaskHandle> ReadSeveral(ParseResult parsed) => [.. ReadWords(parsed.GetValue(Several)!).Distinct()];

    private static Argument<string[]> Create(string name, string description, int most) => new(name)
    {
        Description = description,
        HelpName = name,
        Arity = new(1, most),
        Validators = { RefuseOptions },
        CompletionSources = { _ => VendorOptions.VendorNames.Select(vendor => new CompletionItem(vendor)) },
    };

    private static IEnumerable<VideoTaskHandle> ReadWords(string[] words) => words switch
    {
        [{ Length: > 0 } vendor, { Length: > 0 }, ..] when !vendor.Contains('/', StringComparison.Ordinal) =>
            words[1..].Select(id => Check(new(vendor, id))),
        _ => words.Select(ReadWord),
    };

    private static VideoTaskHandle ReadWord(string word) => HandleText.TryParse(word, out var handle)
        ? Check(handle)
        : throw new UsageException($"'{word}' names no task: give the vendor and the id, as in `{word} video_123` or `{word}/video_123`.");

    private static VideoTaskHandle Check(VideoTaskHandle handle) => handle.Id.Trim() is "" or "." or ".."
        ? throw new UsageException($"'{handle.Id}' is no id of a task: in a URL it means another address. Give the id that the vendor gave.")
        : handle;

    // What looks like an option and is none would otherwise pass for a word.
    private static void RefuseOptions(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
        {
            result.AddError(UnknownOption.Message(option.Value, result.Parent));
        }
    }
}
