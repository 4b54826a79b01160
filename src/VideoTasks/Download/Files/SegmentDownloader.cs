using System.Net;
using System.Runtime.ExceptionServices;
using VideoTasks.Download.Content;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Files;

/// <summary>The connections of a parallel transfer. One that is of no use retires; the last one decides how the transfer ends.</summary>
internal sealed class SegmentDownloader(
    DownloadContext context, ContentLocator locator, PartFile part, SegmentScheduler board, ProgressReporter progress)
    : IDisposable
{
    /// <summary>How often an idle connection looks for one that does not get on.</summary>
    private static readonly TimeSpan IdlePause = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _place = new(1, 1);
    private readonly EntityValidators _identity = part.Identity!;
    private int _workers = context.Options.Parallelism;
    private long _received = part.Map.Count;
    private ParallelOutcome _outcome = ParallelOutcome.Done;
    private Exception? _failure;

    /// <summary>Fetches all segments.</summary>
    /// <param name="first">An answer with the beginning of the first segment.</param>
    /// <param name="stop">Ends the work; it is cancelled here when the work can't go on.</param>
    public async Task<ParallelOutcome> RunAsync(ContentBody first, CancellationTokenSource stop)
    {
        var segment = board.Take();
        var workers = new List<Task> { WorkAsync(segment, first, stop) };
        for (var i = 1; i < context.Options.Parallelism; i++)
        {
            workers.Add(WorkAsync(null, null, stop));
        }

        await Task.WhenAll(workers).ConfigureAwait(false);
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        return board.IsDone ? ParallelOutcome.Done : _outcome;
    }

    public void Dispose() => _place.Dispose();

    private async Task WorkAsync(Segment? segment, ContentBody? content, CancellationTokenSource stop)
    {
        await Task.Yield();
        using var worker = new ParallelWorker(context, part, board);
        try
        {
            while (!board.IsDone)
            {
                var changed = board.Changed;
                segment ??= board.Take();
                if (segment is null)
                {
                    await changed.WaitAsync(IdlePause, context.Time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    stop.Token.ThrowIfCancellationRequested();
                    continue;
                }

                var given = content;
                content = null;
                if (!await FetchAsync(worker, segment, given, stop).ConfigureAwait(false))
                {
                    return;
                }

                segment = null;
            }
        }
        catch (OperationCanceledException) when (_outcome is ParallelOutcome.Changed or ParallelOutcome.Relocated || _failure is not null)
        {
            // Another connection ended the work, and knows why.
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
            await stop.CancelAsync().ConfigureAwait(false);
        }
        finally
        {
            content?.Dispose();
            await worker.FlushPendingAsync().ConfigureAwait(false);
        }
    }

    /// <returns>Whether this connection is of further use.</returns>
    private async Task<bool> FetchAsync(ParallelWorker worker, Segment segment, ContentBody? content, CancellationTokenSource stop)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        segment.Cancelled = abandoned;
        try
        {
            if (content is null)
            {
                var (answer, place) = await AskAsync(segment, abandoned.Token).ConfigureAwait(false);
                if (answer is not ContentAnswer.Bytes { Content: { IsPartial: true } range } || !_identity.Confirms(range.Identity))
                {
                    if (answer is ContentAnswer.Problem { RetryAfter: { } pause } busy && locator.Classify(busy).Kind == FailureKind.Transient)
                    {
                        // Before the segment is anybody's again.
                        board.Pause(pause < context.Options.MaxRetryDelay ? pause : context.Options.MaxRetryDelay);
                    }

                    board.Return(segment);
                    return await DeclineAsync(worker, answer, place, stop).ConfigureAwait(false);
                }

                content = range;
            }

            var from = segment.Next;
            using (content)
            {
                await worker.ReadAsync(segment, content, Advance, abandoned.Token).ConfigureAwait(false);
            }

            return segment.IsDone
                || segment.Next - from >= RetryBudget.MinimumProgress ? true : throw new TransferBreakException("the server ended a range early");
        }
        catch (OperationCanceledException) when (segment.IsDone && !stop.IsCancellationRequested)
        {
            // An idle connection took over what this one was too slow for.
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or TransferBreakException && !stop.IsCancellationRequested)
        {
            board.Return(segment);
            return segment.IsDone || await RecoverAsync(worker, segment, exception, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            segment.Cancelled = null;
            board.Return(segment);
        }
    }

    private void Advance(int count) =>
        progress.Report(Interlocked.Add(ref _received, count), _identity.Length, context.Budget.Attempts);

    /// <summary>Asks for a segment; only one connection at a time looks for a place that is no longer known.</summary>
    private async Task<(ContentAnswer? Answer, ContentLocation? Place)> AskAsync(Segment segment, CancellationToken cancellationToken)
    {
        var wanted = new ContentRequest(segment.Next, segment.End, _identity);
        while (true)
        {
            if (locator.Place is { } place)
            {
                return (await locator.SendAsync(place, wanted, cancellationToken).ConfigureAwait(false), place);
            }

            await _place.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (locator.Place is null)
                {
                    var content = await locator.OpenAsync(wanted, cancellationToken).ConfigureAwait(false);
                    return (content is null ? null : new ContentAnswer.Bytes(content, null), locator.Place);
                }
            }
            finally
            {
                _place.Release();
            }
        }
    }

    private async Task<bool> RecoverAsync(ParallelWorker worker, Segment segment, Exception exception, CancellationToken cancellationToken)
    {
        DownloadLog.Broke(context.Logger, context.Handle, segment.Next, exception.Message);
        if (await worker.Budget.RetryAsync(locator.Classify(exception), retryAfter: null, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return Stop(exception.Message) ? false : throw context.Errors.Of(exception);
    }

    /// <summary>Deals with an answer that does not bring the segment.</summary>
    private async Task<bool> DeclineAsync(ParallelWorker worker, ContentAnswer? answer, ContentLocation? place, CancellationTokenSource stop)
    {
        switch (answer)
        {
            case ContentAnswer.Problem { Status: HttpStatusCode.TooManyRequests } when Stop("the server limits connections"):
                return false;
            case ContentAnswer.Problem problem when locator.Classify(problem) is { Kind: FailureKind.Transient } failure:
                return await worker.Budget.RetryAsync(failure, problem.RetryAfter, stop.Token).ConfigureAwait(false)
                    || (Stop(problem.Error.Message) ? false : throw problem.Error);
            case ContentAnswer.Problem problem:
                await RefreshAsync(problem, place, stop.Token).ConfigureAwait(false);
                return true;
            case ContentAnswer.Bytes { Content: { IsPartial: true } range } when _identity.HasValidatorOf(range.Identity):
                range.Dispose();
                await EndAsync(ParallelOutcome.Relocated, stop).ConfigureAwait(false);
                return false;
            case ContentAnswer.Bytes whole:
                whole.Content.Dispose();
                return await RefuseAsync(_identity.Contradicts(whole.Content.Identity), stop).ConfigureAwait(false);
            default:
                return await RefuseAsync(
                    answer is ContentAnswer.WrongRange { IsOtherVersion: true }
                        || (answer is ContentAnswer.RangeNotSatisfiable { Total: { } total }
                        && total != _identity.Length), stop).ConfigureAwait(false);
        }
    }

    private async Task RefreshAsync(ContentAnswer.Problem problem, ContentLocation? place, CancellationToken cancellationToken)
    {
        await _place.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Another connection may have asked for a fresh link already.
            if (ReferenceEquals(locator.Place, place))
            {
                await locator.HandleAsync(problem, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _place.Release();
        }
    }

    /// <summary>The server does not serve this range, or no longer the same file.</summary>
    private async Task<bool> RefuseAsync(bool isChanged, CancellationTokenSource stop)
    {
        if (isChanged)
        {
            await EndAsync(ParallelOutcome.Changed, stop).ConfigureAwait(false);
        }
        else if (!Stop("the server does not serve every range"))
        {
            _outcome = ParallelOutcome.NoRanges;
        }

        return false;
    }

    private async Task EndAsync(ParallelOutcome outcome, CancellationTokenSource stop)
    {
        _outcome = outcome;
        await stop.CancelAsync().ConfigureAwait(false);
    }

    /// <returns>False for the last connection, which has to stay.</returns>
    private bool Stop(string why)
    {
        while (true)
        {
            var workers = Volatile.Read(ref _workers);
            if (workers <= 1)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _workers, workers - 1, workers) == workers)
            {
                DownloadLog.FewerConnections(context.Logger, context.Handle, workers - 1, why);
                return true;
            }
        }
    }
}
