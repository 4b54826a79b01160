using VideoTasks.Calls;
using VideoTasks.Download.Transfer;
using VideoTasks.Http;

namespace VideoTasks.Download.Content;

/// <summary>What the task itself says while its content can't be had: that it is still being made, or where else the content is.</summary>
internal sealed class TaskReadiness(IContentSource source, DownloadContext context)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    /// <summary>Pauses grow from here also where none is wanted: a vendor that says "not ready" at once is not asked all the time.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1);

    private readonly RetryDelay _delay = new(
        context.Options.RetryDelay > ShortestPause ? context.Options.RetryDelay : ShortestPause, LongestPause, context.Time);

    private VideoTask? _task;
    private ContentLocation? _held;
    private bool _isRead;
    private long? _since;
    private int _pauses;

    /// <summary>Waits a little while the vendor says that a completed task's file is not there.</summary>
    /// <returns>Where to ask next; null for where the vendor says.</returns>
    /// <exception cref="VideoTaskException">There is no more to wait for.</exception>
    public async ValueTask<ContentLocation?> AwaitAsync(VideoTaskException error, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        _since ??= context.Time.GetTimestamp();
        await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (_held is { Inline: not null } && Take() is { } inline)
        {
            return inline;
        }

        // An error that need not mean "not ready" is waited out only when the vendor itself says that the video is made.
        var isWorthWaiting = _task?.Status == VideoTaskStatus.Completed
            || (error.Reason == VideoTaskErrorReason.NotReady && _task is null or { Status: VideoTaskStatus.Unknown });
        var left = context.Options.ReadyLimit - context.Time.GetElapsedTime(_since.Value);
        if (!isWorthWaiting || left <= TimeSpan.Zero)
        {
            throw Explain(error);
        }

        DownloadLog.NotReady(context.Logger, context.Handle);
        var pause = _delay.Next(++_pauses, retryAfter);
        await _delay.WaitAsync(pause < left ? pause : left, cancellationToken).ConfigureAwait(false);

        // Some gateways document a content operation and serve it for some models only; the others' tasks name their file.
        return _pauses % 2 == 1 ? _held : null;
    }

    /// <summary>Finds out what else there is to do about an error that asking again does not help.</summary>
    /// <returns>Where the completed task names or holds the content; each task is asked once.</returns>
    /// <exception cref="VideoTaskException">Nothing, and what that means.</exception>
    public async ValueTask<ContentLocation> ResolveAsync(VideoTaskException error, CancellationToken cancellationToken)
    {
        if (error.Reason == VideoTaskErrorReason.QuotaExceeded)
        {
            throw error;
        }

        await ReadAsync(cancellationToken).ConfigureAwait(false);
        return Take() ?? throw Explain(error);
    }

    private VideoTaskException Explain(VideoTaskException error) =>
        error.Reason != VideoTaskErrorReason.NotReady && _task is { Status: VideoTaskStatus.Queued or VideoTaskStatus.InProgress }
            ? context.Errors.NotCompleted(_task, error)
            : error;

    private async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        if (!_isRead)
        {
            _isRead = true;
            _task = await source.ReadTaskAsync(cancellationToken).ConfigureAwait(false) is { } task ? VideoTaskOutcome.EnsureNotFailed(task) : null;
            _held = _task is null ? null : source.FindContent(_task);
        }
    }

    private ContentLocation? Take()
    {
        if (_task?.Status != VideoTaskStatus.Completed)
        {
            return null;
        }

        var taken = _held;
        _held = null;
        return taken;
    }
}
