namespace VideoTasks;

/// <summary>
/// A video as it arrives: the headers are there, the bytes are read from <see cref="Stream"/>. A connection that breaks is taken up again at
/// the same byte. Disposing it, or the stream, gives up the connection.
/// </summary>
public sealed class VideoContent : IAsyncDisposable, IDisposable
{
    internal VideoContent(Stream stream) => Stream = stream;

    /// <summary>
    /// The bytes, once and forwards. Reading past the last one checks that the video is whole, and throws a <see cref="VideoDownloadException"/>
    /// if it is not.
    /// </summary>
    public Stream Stream { get; }

    /// <summary>The length in bytes; null when the server does not say.</summary>
    public long? Length { get; internal init; }

    /// <summary>The media type: what the first bytes say, or what the server says.</summary>
    public string? MediaType { get; internal init; }

    /// <summary>What the first bytes are: <c>mp4</c>, <c>webm</c>, <c>png</c>, …; null when they are of an unknown kind.</summary>
    public string? Container { get; internal init; }

    /// <summary>The name that the server gives the file, made safe; null when it gives none.</summary>
    public string? FileName { get; internal init; }

    /// <summary>The ETag as it came; null when there was none.</summary>
    public string? ETag { get; internal init; }

    /// <summary>Where the bytes come from, without its query, which may be a signature. Null when they stand in the vendor's answer.</summary>
    public Uri? FinalUrl { get; internal init; }

    /// <inheritdoc/>
    public void Dispose() => Stream.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
