namespace VideoTasks;

/// <summary>A finished, checked download.</summary>
public sealed record VideoDownloadResult
{
    /// <summary>Where the file is, behind links; null when it was written to a stream.</summary>
    public string? Path { get; init; }

    /// <summary>The length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The SHA-256 in lower-case hexadecimal digits; null when it was not to be computed.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The media type: what the bytes say, or where they are of an unknown kind, what the server says. Null when neither does.</summary>
    public string? MediaType { get; init; }

    /// <summary>
    /// What the bytes are: <c>mp4</c>, <c>mov</c>, <c>webm</c>, <c>webp</c>, <c>png</c>, <c>jpeg</c>, …; null when they are of an unknown kind.
    /// </summary>
    public string? Container { get; init; }

    /// <summary>The name that the server gives the file, made safe; null when it gives none.</summary>
    public string? FileName { get; init; }

    /// <summary>The ETag as it came; null when there was none.</summary>
    public string? ETag { get; init; }

    /// <summary>
    /// Where the bytes came from in the end, without its query, which may be a signature. Null when they stood in the vendor's answer.
    /// </summary>
    public Uri? FinalUrl { get; init; }

    /// <summary>The bytes that an earlier download had left and that were not fetched again.</summary>
    public long ResumedBytes { get; init; }

    /// <summary>
    /// How many requests for the content were sent: one for the whole of it, and one more for each that had to be sent again, for each URL that
    /// a JSON answer led to, and for each range of a parallel download, over whichever connection. Redirects on the way, and questions about
    /// the task, are not counted.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>
    /// Whether the server said how long the file is. If it did not, only the container tells that the file is whole; false with an unknown
    /// <see cref="Container"/> means that nothing does.
    /// </summary>
    public bool IsLengthVerified { get; init; }

    /// <summary>The task that the video is of; null when there was none.</summary>
    public VideoTaskHandle? Handle { get; init; }
}
