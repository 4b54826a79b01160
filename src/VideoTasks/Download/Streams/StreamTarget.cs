using System.Runtime.CompilerServices;

namespace VideoTasks.Download.Streams;

/// <summary>A caller's stream, and where in it the video begins.</summary>
internal sealed class StreamTarget(Stream stream, VideoStreamDownloadOptions options, TimeProvider time)
{
    private long? _checkpointAt;

    /// <summary>The position of the video's first byte; null in a stream that can't seek.</summary>
    public long? Origin { get; private set; } = stream.CanSeek ? stream.Position : null;

    /// <summary>Whether the caller wants to hear of a checkpoint again.</summary>
    public bool IsCheckpointDue
    {
        get
        {
            if (options.OnCheckpoint is null
                || (_checkpointAt is { } last && time.GetElapsedTime(last) < options.CheckpointInterval))
            {
                return false;
            }

            _checkpointAt = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>How many bytes the stream has behind the video's beginning.</summary>
    public long Available => Guard(() => stream.Length) - Origin!.Value;

    /// <summary>Takes the beginning of an earlier download; a stream that does not reach that far has a beginning of its own.</summary>
    public void BeginAt(long origin) => Origin = Guard(() => origin <= stream.Length ? origin : stream.Position);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            throw Error(exception);
        }
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            throw Error(exception);
        }
    }

    public async ValueTask TellAsync(VideoDownloadCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        try
        {
            await options.OnCheckpoint!(checkpoint, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            throw new VideoDownloadException(ErrorMessages.CheckpointFailed(TextOf(exception)), exception);
        }
    }

    /// <summary>Reads from the stream's position; 0 at its end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            throw Error(exception);
        }
    }

    /// <summary>Goes to a byte of the video.</summary>
    public void Seek(long offset) => Guard(() => stream.Position = Origin!.Value + offset);

    /// <summary>Cuts the stream off at a byte of the video and goes there.</summary>
    /// <returns>False when the stream can't seek.</returns>
    public bool TryTruncate(long offset)
    {
        if (Origin is not { } origin)
        {
            return false;
        }

        Seek(offset);
        try
        {
            stream.SetLength(origin + offset);
        }
        catch (NotSupportedException)
        {
            // A stream of fixed length keeps what is behind the video.
        }

        return true;
    }

    private static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            throw Error(exception);
        }
    }

    // Whatever a stream of the caller's throws, the caller is told how far it was written; only the caller's own cancellation is none of it.
    private static bool IsCancellation(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static VideoDownloadException Error(Exception exception) =>
        new(ErrorMessages.StreamFailed(TextOf(exception)), exception);

    private static string TextOf(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
