namespace VideoTasks;

/// <summary>What is known about a client, whatever is around it: <c>client.GetService&lt;VideoTaskClientMetadata&gt;()</c>.</summary>
public sealed class VideoTaskClientMetadata
{
    /// <summary>The vendor's name.</summary>
    public required string Vendor { get; init; }

    /// <summary>What <see cref="VideoTask.Vendor"/> and the handles of its tasks say: the vendor's name where nothing else was chosen.</summary>
    public string Name { get => field ?? Vendor; init; }

    /// <summary>The URL that the operations are below; null where there is none.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>What the vendor's document has; empty where nothing is known.</summary>
    public IReadOnlyList<VideoOperation> Operations { get; init; } = [];

    /// <summary>The pause between two readings of a task; null for the library's own.</summary>
    public TimeSpan? PollInterval { get; init; }
}
