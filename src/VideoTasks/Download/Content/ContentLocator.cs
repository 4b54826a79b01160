using System.Net;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>Where the content is: finds it, asks again where that helps, and gives up where it does not.</summary>
internal sealed class ContentLocator(IContentSource source, DownloadContext context)
{
    private const int MaxHops = 5;

    private readonly ContentExchange _exchange = new(source, context);
    private readonly TaskReadiness _readiness = new(source, context);
    private ContentLocation? _place;
    private bool _hasContent;

    /// <summary>Where the content was last found; null when that has to be asked anew.</summary>
    public ContentLocation? Place { get; private set; }

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
                DownloadLog.Asking(context.Logger, context.Handle, asked.From, context.Budget.Attempts + 1);
                answer = await SendAsync(place, asked, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is HttpRequestException or TransferBreakException or IOException)
            {
                DownloadLog.Broke(context.Logger, context.Handle, wanted.From, exception.Message);
                await RetryOrThrowAsync(exception, cancellationToken).ConfigureAwait(false);
                continue;
            }
            catch (VideoTaskException exception) when (Classify(exception).Kind == FailureKind.NotReady)
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
                    // What another answer's ranges were worth says nothing about this place's.
                    (_place, IsIndirect, RangesAreWrong) = (elsewhere.Place, true, false);
                    break;
                case ContentAnswer.Relocated:
                    throw context.Errors.Unusable("one answer names the next, and none holds a video");
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

    /// <summary>Sends one request for the content, and counts it.</summary>
    public Task<ContentAnswer> SendAsync(ContentLocation place, ContentRequest wanted, CancellationToken cancellationToken)
    {
        context.Budget.Begin();
        return place.Inline is { } inline
            ? Task.FromResult<ContentAnswer>(_exchange.ReadInline(inline))
            : _exchange.SendAsync(place, wanted, cancellationToken);
    }

    /// <summary>What helps against an exception, or an answer that is not the content.</summary>
    public Failure Classify(object failure) =>
        FailureClassifier.Classify(failure, _exchange.HasConnected, mayComeLater: !_hasContent && context.Handle is not null);

    /// <summary>Pauses after a break, or throws when there were enough of them.</summary>
    public async ValueTask RetryOrThrowAsync(Exception exception, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await context.Budget.RetryAsync(Classify(exception), retryAfter: null, cancellationToken).ConfigureAwait(false))
        {
            throw context.Errors.Of(exception);
        }
    }

    /// <summary>Deals with an answer without content: pauses, asks for a fresh place, or throws.</summary>
    public async ValueTask HandleAsync(ContentAnswer.Problem problem, CancellationToken cancellationToken)
    {
        var failure = Classify(problem);
        switch (failure.Kind)
        {
            case FailureKind.Refresh:
                await RefreshAsync(problem, cancellationToken).ConfigureAwait(false);
                break;
            case FailureKind.NotReady:
                var error = problem is { IsVendors: false, Status: HttpStatusCode.NotFound }
                    ? context.Errors.LinkExpired(problem.Status)
                    : problem.Error;
                await AwaitReadinessAsync(error, problem.RetryAfter, cancellationToken).ConfigureAwait(false);
                break;
            default:
                if (!await context.Budget.RetryAsync(failure, problem.RetryAfter, cancellationToken).ConfigureAwait(false))
                {
                    await ResolveAsync(problem.Error, cancellationToken).ConfigureAwait(false);
                }

                break;
        }
    }

    /// <summary>Asks the vendor for another link than the one that is refused.</summary>
    private async ValueTask RefreshAsync(ContentAnswer.Problem problem, CancellationToken cancellationToken)
    {
        DownloadLog.LinkExpired(context.Logger, context.Handle, (int)problem.Status);
        if (context.Budget.TryRefresh()
            && await context.Budget.RetryAsync(new(FailureKind.Refresh), problem.RetryAfter, cancellationToken).ConfigureAwait(false))
        {
            (_place, Place) = (null, null);
        }
        else
        {
            await ResolveAsync(context.Errors.LinkExpired(problem.Status), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask AwaitReadinessAsync(VideoTaskException error, TimeSpan? retryAfter, CancellationToken cancellationToken) =>
        (_place, Place) = (await _readiness.AwaitAsync(error, retryAfter, cancellationToken).ConfigureAwait(false), null);

    private async ValueTask ResolveAsync(VideoTaskException error, CancellationToken cancellationToken) =>
        (_place, Place) = (_hasContent ? throw error : await _readiness.ResolveAsync(error, cancellationToken).ConfigureAwait(false), null);

    private void RejectRanges(string why, ContentRequest wanted)
    {
        if (RangesAreWrong || !wanted.IsRanged)
        {
            throw context.Errors.Unusable($"the server sent {why}");
        }

        RangesAreWrong = true;
        DownloadLog.RangesAreWrong(context.Logger, context.Handle, why);
    }
}
