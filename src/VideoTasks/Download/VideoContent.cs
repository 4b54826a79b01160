namespace VideoTasks;

/// <summary>
/// A video as it arrives: the headers are there, the bytes are read from <see cref="Stream"/>. A connection that breaks is taken up again at
/// the same byte. Disposing it, or the stream, gives up the connection.
/// </summary>
/// <param name="stream">The bytes; disposed with it.</param>
public class VideoContent(Stream stream) : IAsyncDisposable, IDisposable
{
    /// <summary>
    /// The bytes, once and forwards. Reading past the last one checks that the video is whole, and throws a <see cref="VideoDownloadException"/>
    /// if it is not.
    /// </summary>
    public Stream Stream { get; } = stream ?? throw new ArgumentNullException(nameof(stream));

    /// <summary>How many bytes the stream brings; null when the server does not say.</summary>
    public long? Length { get; init; }

    /// <summary>
    /// The byte of the video that the stream begins at: 0 unless a range was asked for, or an earlier download is gone on with.
    /// </summary>
    public long Offset { get; init; }

    /// <summary>The length of the whole video; null when the server does not say.</summary>
    public long? TotalLength { get; init; }

    /// <summary>The media type: what the first bytes say, or what the server says.</summary>
    public string? MediaType { get; init; }

    /// <summary>
    /// What the first bytes are: <c>mp4</c>, <c>webm</c>, <c>png</c>, …; null when they are of an unknown kind, or were not read.
    /// </summary>
    public string? Container { get; init; }

    /// <summary>The name that the server gives the file, made safe; null when it gives none.</summary>
    public string? FileName { get; init; }

    /// <summary>The ETag as it came; null when there was none.</summary>
    public string? ETag { get; init; }

    /// <summary>Where the bytes come from, without its query, which may be a signature. Null when they stand in the vendor's answer.</summary>
    public Uri? FinalUrl { get; init; }

    /// <summary>
    /// What goes on behind the bytes that were read so far, for <see cref="VideoContentOptions.ResumeFrom"/>; save it together with them. To be
    /// called between two reads. Null when nothing was read, for a range, and when what was read turned out wrong.
    /// </summary>
    public virtual VideoDownloadCheckpoint? GetCheckpoint() => null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the stream.</summary>
    /// <param name="disposing">Whether it is disposed and not finalized.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Stream.Dispose();
        }
    }
}
