using System.Net;
using Microsoft.Extensions.Logging;
using VideoTasks.Calls;
using VideoTasks.Download.Transfer;
using VideoTasks.Http;

namespace VideoTasks.Download.Content;

/// <summary>One download's dealings with its source: finds the content, asks again where that helps, and gives up where it does not.</summary>
internal sealed class ContentSession(IContentSource source, VideoDownloadOptions options, TimeProvider time, ILogger logger)
{
    private const int MaxHops = 5;
    private static readonly TimeSpan LongestReadyPause = TimeSpan.FromSeconds(4);

    /// <summary>Grows from here also where no pause is wanted: a vendor that says "not ready" at once is not asked all the time.</summary>
    private static readonly TimeSpan ShortestReadyPause = TimeSpan.FromMilliseconds(1);

    private readonly RetryDelay _readyDelay = new(
        options.RetryDelay > ShortestReadyPause ? options.RetryDelay : ShortestReadyPause, LongestReadyPause, time);

    private ContentLocation? _place;
    private bool _hasContent;
    private long? _notReadySince;
    private int _readyPauses;
    private VideoTask? _task;
    private bool _hasReadTask;
    private ContentLocation? _heldByTask;

    public IContentSource Source => source;

    public VideoDownloadOptions Options => options;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    public DownloadErrors Errors { get; } = new(source.Vendor, source.Handle);

    public RetryBudget Budget { get; } = new(options, time);

    public ContentExchange Exchange { get; } = new(source, options, time, new(source.Vendor, source.Handle));

    /// <summary>Whether the vendor's answer only named the file, so that ranges of that answer are of no use.</summary>
    public bool IsIndirect { get; set; }

    /// <summary>Whether this server's ranges can't be relied on.</summary>
    public bool RangesAreWrong { get; set; }

    /// <summary>Opens the content at the wanted byte, or at 0 where the server does not do ranges.</summary>
    /// <returns>The content; or null when the wanted range begins exactly at the end of the file.</returns>
    /// <exception cref="VideoTaskException">It can't be had.</exception>
    public async Task<ContentBody?> OpenAsync(ContentRequest wanted, CancellationToken cancellationToken)
    {
        var hops = 0;
        while (true)
        {
            ContentAnswer answer;
            var asked = RangesAreWrong ? ContentRequest.Whole : wanted;
            try
            {
                var place = _place ??= await source.LocateAsync(cancellationToken).ConfigureAwait(false);
                asked = IsIndirect && place.Kind == ContentLocationKind.Operation ? ContentRequest.Whole : asked;
                Budget.Begin();
                DownloadLog.Asking(logger, source.Handle, asked.From, Budget.Attempts);
                answer = place.Inline is { } inline
                    ? Exchange.ReadInline(inline)
                    : await Exchange.SendAsync(place, asked, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is HttpRequestException or TransferBreakException or IOException)
            {
                DownloadLog.Broke(logger, source.Handle, wanted.From, exception.Message);
                await RetryOrThrowAsync(exception, cancellationToken).ConfigureAwait(false);
                continue;
            }
            catch (VideoTaskException exception) when (exception.Reason == VideoTaskErrorReason.NotReady)
            {
                await AwaitReadinessAsync(exception, exception.RetryAfter, cancellationToken).ConfigureAwait(false);
                continue;
            }

            switch (answer)
            {
                case ContentAnswer.Bytes bytes:
                    (_place, _hasContent) = (bytes.Place ?? _place, true);
                    Place = _place;
                    return bytes.Content;
                case ContentAnswer.Relocated elsewhere when ++hops <= MaxHops:
                    (_place, IsIndirect) = (elsewhere.Place, true);
                    break;
                case ContentAnswer.Relocated:
                    throw Errors.Unusable("one answer names the next, and none holds a video");
                case ContentAnswer.RangeNotSatisfiable { Total: { } total } end
                    when total == wanted.From && asked == wanted && end.UriDigest == wanted.Known?.UriDigest:
                    return null;
                case ContentAnswer.RangeNotSatisfiable:
                    RejectRanges("416 for a range within the file", wanted);
                    break;
                case ContentAnswer.WrongRange wrong:
                    RejectRanges(wrong.Why, wanted);
                    break;
                case ContentAnswer.Problem problem:
                    await HandleAsync(problem, cancellationToken).ConfigureAwait(false);

                    // What follows is another try, with limits of its own, and not one more step of the same way.
                    hops = 0;
                    break;
            }
        }
    }

    /// <summary>Pauses after a break, or throws when there were enough of them.</summary>
    public async ValueTask RetryOrThrowAsync(Exception exception, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isForever = RefusedRequestException.FindIn(exception) is not null;
        var limit = isForever ? 1 : DownloadErrors.AttemptsFor(exception, Exchange.HasConnected);
        if (!await Budget.RetryAsync(limit, retryAfter: null, cancellationToken).ConfigureAwait(false))
        {
            throw Errors.Of(exception);
        }
    }

    /// <summary>Where the content was last found; null when that has to be asked anew.</summary>
    public ContentLocation? Place { get; private set; }

    /// <summary>Deals with an answer without content: pauses, asks for a fresh place, or throws.</summary>
    public async ValueTask HandleAsync(ContentAnswer.Problem problem, CancellationToken cancellationToken)
    {
        var isRefusal = problem.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized
            or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone;
        if (isRefusal && !problem.IsVendors)
        {
            await RefreshAsync(problem, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Where the vendor's words leave no doubt, waiting is no use.
        var isPlain = problem.Error.Reason is VideoTaskErrorReason.Expired or VideoTaskErrorReason.Unauthorized or VideoTaskErrorReason.QuotaExceeded;
        var mayBeUnready = problem.Error.Reason == VideoTaskErrorReason.NotReady
            || (!isPlain && problem.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Conflict);
        if (mayBeUnready)
        {
            await AwaitReadinessAsync(problem.Error, problem.RetryAfter, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!problem.IsTransient || problem.Error.Reason == VideoTaskErrorReason.QuotaExceeded
            || !await Budget.RetryAsync(limit: null, problem.RetryAfter, cancellationToken).ConfigureAwait(false))
        {
            await ExplainAsync(problem.Error, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Deals with an error that asking again does not help: the task itself may hold the content, or say that it is not made yet, whatever words
    /// the vendor has for that.
    /// </summary>
    private async ValueTask ExplainAsync(VideoTaskException error, CancellationToken cancellationToken)
    {
        if (_hasContent || error.Reason == VideoTaskErrorReason.QuotaExceeded)
        {
            throw error;
        }

        await ReadTaskAsync(cancellationToken).ConfigureAwait(false);
        if (!TryTakeFromTask())
        {
            throw ErrorFor(error);
        }
    }

    private VideoTaskException ErrorFor(VideoTaskException error) =>
        error.Reason != VideoTaskErrorReason.NotReady && _task is { Status: VideoTaskStatus.Queued or VideoTaskStatus.InProgress } ? Errors.NotCompleted(_task, error) : error;

    private async ValueTask ReadTaskAsync(CancellationToken cancellationToken)
    {
        if (!_hasReadTask)
        {
            _hasReadTask = true;
            _task = await source.ReadTaskAsync(cancellationToken).ConfigureAwait(false) is { } task ? VideoTaskOutcome.EnsureNotFailed(task) : null;
            _heldByTask = _task is null ? null : source.FindContent(_task);
        }
    }

    /// <summary>Goes on with what the completed task names or holds, once.</summary>
    private bool TryTakeFromTask()
    {
        if (_heldByTask is null || _task!.Status != VideoTaskStatus.Completed)
        {
            return false;
        }

        (_place, Place, _heldByTask) = (_heldByTask, null, null);
        return true;
    }

    /// <summary>Asks the vendor for another link than the one that is refused.</summary>
    private async ValueTask RefreshAsync(ContentAnswer.Problem problem, CancellationToken cancellationToken)
    {
        DownloadLog.LinkExpired(logger, source.Handle, (int)problem.Status);
        var expired = Errors.LinkExpired(problem.Status);
        if (problem.Status == HttpStatusCode.NotFound && !_hasContent && source.Handle is not null)
        {
            // Files take a moment to reach all servers of a CDN.
            await AwaitReadinessAsync(expired, problem.RetryAfter, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!Budget.TryRefresh() || !await Budget.RetryAsync(limit: null, problem.RetryAfter, cancellationToken).ConfigureAwait(false))
        {
            await ExplainAsync(expired, cancellationToken).ConfigureAwait(false);
            return;
        }

        (_place, Place) = (null, null);
    }

    /// <summary>Waits a little while the vendor says that a completed task's file is not there.</summary>
    private async ValueTask AwaitReadinessAsync(VideoTaskException error, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        _notReadySince ??= time.GetTimestamp();
        await ReadTaskAsync(cancellationToken).ConfigureAwait(false);
        if (_heldByTask is { Inline: not null } && TryTakeFromTask())
        {
            return;
        }

        // An error that need not mean "not ready" is waited out only when the vendor itself says that the video is made.
        var isWorthWaiting = _task?.Status == VideoTaskStatus.Completed
            || (error.Reason == VideoTaskErrorReason.NotReady && _task is null or { Status: VideoTaskStatus.Unknown });
        var left = options.ReadyTimeout - time.GetElapsedTime(_notReadySince.Value);
        if (!isWorthWaiting || left <= TimeSpan.Zero)
        {
            throw ErrorFor(error);
        }

        DownloadLog.NotReady(logger, source.Handle);
        var pause = _readyDelay.Next(++_readyPauses, retryAfter);
        await _readyDelay.WaitAsync(pause < left ? pause : left, cancellationToken).ConfigureAwait(false);

        Place = null;

        // Some gateways document a content operation and serve it for some models only; the others' tasks name their file.
        _place = _readyPauses % 2 == 1 ? _heldByTask : null;
    }

    private void RejectRanges(string why, ContentRequest wanted)
    {
        if (RangesAreWrong || !wanted.IsRanged)
        {
            throw Errors.Unusable($"the server sent {why}");
        }

        RangesAreWrong = true;
        DownloadLog.RangesAreWrong(logger, source.Handle, why);
    }
}
