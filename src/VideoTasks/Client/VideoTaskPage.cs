namespace VideoTasks;

/// <summary>One page of a list. Two are equal when their tasks and tokens are.</summary>
public sealed record VideoTaskPage
{
    /// <summary>The tasks, in the vendor's order.</summary>
    public required IReadOnlyList<VideoTask> Tasks { get; init; }

    /// <summary>
    /// Where the next page begins, for <see cref="VideoTaskListOptions.ContinuationToken"/>; null on the last page. Opaque, without a key, and as
    /// good tomorrow in another process as the vendor's own cursor is.
    /// </summary>
    public string? ContinuationToken { get; init; }

    /// <inheritdoc/>
    public bool Equals(VideoTaskPage? other) =>
        other is not null && ContinuationToken == other.ContinuationToken && Tasks.SequenceEqual(other.Tasks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tasks.Count, ContinuationToken);
}
