using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace VideoTasks;

/// <summary>All that is needed to go on with a task in another process: <c>vendor/id</c>, in JSON too. It never holds a key.</summary>
/// <param name="Vendor">The vendor's name.</param>
/// <param name="Id">The vendor's id of the task.</param>
[JsonConverter(typeof(VideoTaskHandleConverter))]
public readonly record struct VideoTaskHandle(string Vendor, string Id) : IParsable<VideoTaskHandle>
{
    /// <summary>Reads <c>vendor/id</c>; everything after the first slash is the id.</summary>
    /// <exception cref="FormatException">The text is no handle.</exception>
    public static VideoTaskHandle Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var handle) ? handle : throw new FormatException(NoHandle(text));
    }

    /// <summary>Reads <c>vendor/id</c>; everything after the first slash is the id.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out VideoTaskHandle handle)
    {
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash <= 0 || slash == text!.Length - 1)
        {
            handle = default;
            return false;
        }

        handle = new(text[..slash], text[(slash + 1)..]);
        return true;
    }

    /// <summary>The handle as text: <c>vendor/id</c>; empty for none.</summary>
    public override string ToString() => Vendor is null && Id is null ? "" : $"{Vendor}/{Id}";

    /// <inheritdoc/>
    static VideoTaskHandle IParsable<VideoTaskHandle>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<VideoTaskHandle>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VideoTaskHandle result) =>
        TryParse(s, out result);

    internal static string NoHandle(string? text) => $"'{text}' is no handle of a task. A handle is the vendor's name and the task's id: vendor/id.";
}
