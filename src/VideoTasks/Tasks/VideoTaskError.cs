namespace VideoTasks;

/// <summary>What a vendor says went wrong with a task or a call.</summary>
public sealed record VideoTaskError
{
    /// <summary>The vendor's code, as text whatever its type on the wire; null when it sent none.</summary>
    public string? Code { get; init; }

    /// <summary>The vendor's message; null when it sent none.</summary>
    public string? Message { get; init; }

    /// <summary>The vendor's error type (<c>invalid_request_error</c>, …); null when it sent none.</summary>
    public string? Type { get; init; }

    /// <summary>The error of these parts; null when none of them is there.</summary>
    internal static VideoTaskError? Create(string? code, string? message, string? type = null) =>
        code is null && message is null && type is null ? null : new() { Code = code, Message = message, Type = type };
}
