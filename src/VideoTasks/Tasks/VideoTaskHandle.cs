using System.Diagnostics.CodeAnalysis;

namespace VideoTasks;

/// <summary>All that is needed to go on with a task in another process: <c>vendor/id</c>. It never holds a key.</summary>
/// <param name="Vendor">The vendor's name.</param>
/// <param name="Id">The vendor's id of the task.</param>
public readonly record struct VideoTaskHandle(string Vendor, string Id)
{
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

    /// <summary>The handle as text: <c>vendor/id</c>.</summary>
    public override string ToString() => $"{Vendor}/{Id}";
}
