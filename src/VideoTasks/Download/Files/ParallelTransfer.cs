using System.Security.Cryptography;
using VideoTasks.Download.Content;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Files;

/// <summary>Fetches a file over several connections, as long as the server serves ranges of one and the same file.</summary>
internal sealed class ParallelTransfer(DownloadContext context, ContentLocator locator, PartFile part, ProgressReporter progress)
{
    private const int MaxRestarts = 3;
    private const int MaxRelocations = 8;
    private static readonly TimeSpan HashPause = TimeSpan.FromMilliseconds(5);

    private int _restarts;
    private int _relocations;

    /// <summary>An answer with the whole file, for one connection to go on with.</summary>
    public ContentBody? Rest { get; private set; }

    /// <returns>Null when the file has to be read over one connection, from what the map has without a gap.</returns>
    public async Task<Transferred?> TryRunAsync(ContentBody? opened, CancellationToken cancellationToken)
    {
        if (opened is { IsDecoded: true } || (opened is not null && opened.Identity.Validator is null))
        {
            Rest = opened;
            return null;
        }

        opened?.Dispose();
        while (true)
        {
            if (await OpenAsync(cancellationToken).ConfigureAwait(false) is not { } first)
            {
                return null;
            }

            var resumed = part.Map.Count;
            var length = first.Identity.Length!.Value;
            if (length > context.Options.MaxBytes)
            {
                first.Dispose();
                throw context.Errors.TooLarge(context.Options.MaxBytes, length);
            }

            var outcome = await RunAsync(first, length, cancellationToken).ConfigureAwait(false);
            if (outcome.Outcome == ParallelOutcome.Done)
            {
                return ContainerCheck.FaultOf(part.Handle, length) is { } fault
                    ? throw context.Errors.Invalid(fault)
                    : new(outcome.Sha256, first, IsLengthKnown: true, resumed);
            }

            var goesOn = outcome.Outcome switch
            {
                ParallelOutcome.Relocated => ++_relocations <= MaxRelocations,
                ParallelOutcome.Changed => TryStartOver(),
                _ => false,
            };
            if (!goesOn)
            {
                return null;
            }
        }
    }

    /// <summary>Asks for the first missing range.</summary>
    private async Task<ContentBody?> OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = part.Identity is { Validator: not null, Length: not null } ? part.Identity : null;
            if (known is null && part is { Identity.Length: not null, Map.Prefix: > 0 })
            {
                // One connection goes on from there: it compares the last bytes.
                return null;
            }

            if (known is null)
            {
                part.Map.Clear();
            }

            var from = part.Map.Prefix;
            if (known is not null && from == known.Length)
            {
                return null;
            }

            var next = known is null
                ? SegmentScheduler.MinSegment
                : Math.Min(part.Map.Gaps(known.Length!.Value)[0].To, from + SegmentScheduler.MinSegment);
            var content = await locator.OpenAsync(new(from, next, known), cancellationToken).ConfigureAwait(false);
            if (content is { IsPartial: true, Identity: { Validator: not null, Length: not null } })
            {
                if (known is null || part.Map.Count == 0 || known.Confirms(content.Identity))
                {
                    return content;
                }

                content.Dispose();
                if (await ConfirmAsync(known, cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                return null;
            }

            if (content is not null && known is not null && known.Contradicts(content.Identity))
            {
                content.Dispose();
                if (TryStartOver())
                {
                    continue;
                }

                return null;
            }

            if (content is { IsPartial: false } && from == 0)
            {
                Rest = content;
                return null;
            }

            content?.Dispose();
            return null;
        }
    }

    /// <summary>Compares bytes that are there with those at the place that answers now.</summary>
    /// <returns>Whether there is more to ask for: the place has the same file, or what was there is forgotten.</returns>
    private async Task<bool> ConfirmAsync(EntityValidators known, CancellationToken cancellationToken)
    {
        if (++_relocations > MaxRelocations)
        {
            return false;
        }

        var longest = part.Map.Snapshot().MaxBy(block => block.To - block.From)!;
        var (first, end) = part.Map.Prefix is > 0 and var prefix ? (0, prefix) : (longest.From, longest.To);
        var from = Math.Max(first, end - ContentConnection.OverlapLength);
        using var content = await locator.OpenAsync(new(from, end, known), cancellationToken).ConfigureAwait(false);
        if (content is not { IsPartial: true, Identity.Validator: not null } || content.From != from)
        {
            return false;
        }

        using var sink = new FileSink(part);
        try
        {
            if ((await ContentReplay.RunAsync(content, sink, from, end, cancellationToken).ConfigureAwait(false)).DiffersAt is not null)
            {
                return TryStartOver();
            }

            part.Identity = content.Identity;
        }
        catch (TransferBreakException exception)
        {
            await locator.RetryOrThrowAsync(exception, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<(ParallelOutcome Outcome, string? Sha256)> RunAsync(ContentBody first, long length, CancellationToken cancellationToken)
    {
        // Only an answer that carries the bytes is of use to a worker; the file is made ready before any of them is written.
        try
        {
            using var sink = new FileSink(part);
            sink.Identify(first.Identity with { Length = length }, locator.IsIndirect);
        }
        catch
        {
            first.Dispose();
            throw;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var board = new SegmentScheduler(part.Map.Gaps(length), context.Options, context.Time);
        using var crew = new SegmentDownloader(context, locator, part, board, progress);
        var workers = crew.RunAsync(first, stop);
        var hash = context.Options.WantsSha256
            ? Task.Run(() => HashAsync(part, workers, length, context.Time, stop.Token), CancellationToken.None)
            : null;
        try
        {
            var outcome = await workers.ConfigureAwait(false);
            return (outcome, outcome == ParallelOutcome.Done && hash is not null ? await hash.ConfigureAwait(false) : null);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            if (hash is not null)
            {
                await ((Task)hash).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Follows the file up to the first gap, while the segments behind it arrive.</summary>
    /// <exception cref="OperationCanceledException">The work ended without the whole file, or was cancelled.</exception>
    internal static async Task<string> HashAsync(PartFile part, Task workers, long length, TimeProvider time, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var position = 0L;
        while (position < length)
        {
            var isEnded = workers.IsCompleted;
            var ready = part.Map.Prefix;
            if (ready == position)
            {
                cancellationToken.ThrowIfCancellationRequested();

                // This may run before those who cancel the token learn that the work is done.
                if (isEnded)
                {
                    throw new OperationCanceledException();
                }

                await Task.WhenAny(workers, Task.Delay(HashPause, time, cancellationToken)).ConfigureAwait(false);
                continue;
            }

            await FileDownload.HashAsync(part, hash, position, ready).ConfigureAwait(false);
            position = ready;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <returns>False when that was tried often enough: the answers of several servers never agree, but one answer is of one file.</returns>
    private bool TryStartOver()
    {
        DownloadLog.Changed(context.Logger, context.Handle);
        locator.RangesAreWrong = false;
        part.Map.Clear();
        part.Identity = null;
        return ++_restarts <= MaxRestarts;
    }
}

/// <summary>How a parallel transfer ended, short of an error.</summary>
internal enum ParallelOutcome
{
    /// <summary>Every byte is there.</summary>
    Done,

    /// <summary>The server does not serve the ranges that are missing.</summary>
    NoRanges,

    /// <summary>The file is another one than before.</summary>
    Changed,

    /// <summary>Another place answers with the same validator; that its file is the same has to be seen from its bytes.</summary>
    Relocated,
}
