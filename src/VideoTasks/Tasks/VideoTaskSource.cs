namespace VideoTasks;

/// <summary>The finished task that a new one starts from.</summary>
public sealed record VideoTaskSource
{
    /// <summary>The vendor's id of the finished task.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// What is made of its video: <see cref="VideoOperation.Remix"/>, <see cref="VideoOperation.Edit"/> or <see cref="VideoOperation.Extend"/>.
    /// </summary>
    public required VideoOperation Operation { get; init; }
}
