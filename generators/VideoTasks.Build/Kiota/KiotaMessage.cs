namespace VideoTasks.Build.Kiota;

/// <summary>A line of Kiota's log.</summary>
/// <param name="IsError">Whether Kiota logged it as an error; else it is a warning.</param>
/// <param name="Pointer">The JSON Pointer of the place in the prepared document, with a leading '#'; null when Kiota named none.</param>
/// <param name="Text">What it says.</param>
internal sealed record KiotaMessage(bool IsError, string? Pointer, string Text);
