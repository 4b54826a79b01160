using System.Globalization;
using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Output;

/// <summary>A task in words.</summary>
internal static class TaskText
{
    /// <summary>Status and progress, for a status line.</summary>
    public static string State(VideoTask task)
    {
        var word = task.Status.ToWord();
        if (task.RawStatus is { } raw && !string.Equals(raw, word, StringComparison.OrdinalIgnoreCase))
        {
            word += $" ({raw})";
        }

        return task.Progress is { } progress && !task.IsTerminal ? $"{word} {Lines.Number(progress)} %" : word;
    }

    /// <summary>Every known fact on a line of its own.</summary>
    public static void Write(TextWriter writer, VideoTask task)
    {
        Fact(writer, "task", HandleText.Format(task.Handle));
        Fact(writer, "status", State(task));
        Fact(writer, "progress", task.Progress is { } progress ? $"{Lines.Number(progress)} %" : null);
        Fact(writer, "model", task.Model);
        Fact(writer, "prompt", task.Prompt);
        Fact(writer, "created", Time(task.CreatedAt));
        Fact(writer, "completed", Time(task.CompletedAt));
        Fact(writer, "expires", Time(task.ExpiresAt));
        Fact(writer, "duration", task.DurationSeconds is { } seconds ? $"{Lines.Number(seconds)} s" : null);
        Fact(writer, "size", task is { Width: { } width, Height: { } height } ? $"{width} x {height}" : null);
        Fact(writer, "url", task.VideoUrl?.OriginalString);
        Fact(writer, "error", Error(task.Error));
    }

    public static string? Error(VideoTaskError? error) => error switch
    {
        null => null,
        { Message: { } message, Code: { } code } => $"{message} ({code})",
        _ => error.Message ?? error.Code ?? error.Type,
    };

    public static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static void Fact(TextWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteLine($"{name,-10} {Lines.Join(value)}");
        }
    }
}
