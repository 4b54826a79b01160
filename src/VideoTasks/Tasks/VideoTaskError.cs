namespace VideoTasks;

/// <summary>What a vendor says went wrong with a task.</summary>
/// <param name="Code">The vendor's code, as text whatever its type on the wire; null when it sent none.</param>
/// <param name="Message">The vendor's message; null when it sent none.</param>
/// <param name="Type">The vendor's error type (<c>invalid_request_error</c>, …); null when it sent none.</param>
public sealed record VideoTaskError(string? Code, string? Message, string? Type = null);
