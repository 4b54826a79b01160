using System.Buffers;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace VideoTasks.Download;

/// <summary>
/// Reads content from one byte to its end over as many connections as it takes, and only ever goes on where it is proven to be the same file:
/// by a strong validator, by the bytes before, or by all bytes so far.
/// </summary>
internal sealed class ResumingReader(ContentSession session, IContentSink sink, long position, ContentIdentity? identity) : IDisposable
{
    private const int OverlapLength = 16 * 1024;
    private const int MaxRestarts = 3;
    private const int MaxTruncations = 3;

    private OpenContent? _content;
    private ReadOnlyMemory<byte> _surplus;
    private int _restarts;
    private long _acceptedAt;
    private bool _hasSilentRanges;
    private bool _hasLookedFurther;

    /// <summary>The next byte.</summary>
    public long Position { get; private set; } = position;

    public ContentIdentity? Identity { get; private set; } = identity;

    /// <summary>The length of the file; null as long as the server does not say.</summary>
    public long? Total { get; private set; } = identity?.Length;

    /// <summary>How many of the bytes that were there at the beginning did not have to be fetched again.</summary>
    public long ResumedBytes { get; private set; } = position;

    /// <summary>The first answer of this file: what it is, where it came from.</summary>
    public OpenContent? First { get; private set; }

    /// <summary>Told when reading goes back to an earlier byte.</summary>
    public Action<long>? Rewound { get; set; }

    /// <summary>Opens the content, so that <see cref="First"/> is known.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        while (_content is null)
        {
            try
            {
                await ConnectAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TransferBreakException exception)
            {
                await BreakAsync(exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Goes on with an answer that was opened already.</summary>
    public void Adopt(OpenContent content)
    {
        _content = content;
        Accept(content);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!_surplus.IsEmpty)
            {
                var taken = Math.Min(buffer.Length, _surplus.Length);
                _surplus[..taken].CopyTo(buffer);
                _surplus = _surplus[taken..];
                return Took(taken);
            }

            try
            {
                if (_content is null && !await ConnectAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (await CheckEndAsync(cancellationToken).ConfigureAwait(false))
                    {
                        return 0;
                    }

                    continue;
                }

                if (!_surplus.IsEmpty)
                {
                    continue;
                }

                var count = await _content!.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (count > 0)
                {
                    return Took(count);
                }

                if (Total is null || Position >= Total)
                {
                    if (await CheckEndAsync(cancellationToken).ConfigureAwait(false))
                    {
                        return 0;
                    }

                    continue;
                }

                if (Position - _acceptedAt < RetryBudget.Headway)
                {
                    throw new TransferBreakException("the server ended a range early");
                }

                // A server may send less of a range than was asked for.
                Disconnect();
            }
            catch (TransferBreakException exception)
            {
                await BreakAsync(exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => Disconnect();

    private async ValueTask BreakAsync(TransferBreakException exception, CancellationToken cancellationToken)
    {
        Disconnect();
        DownloadLog.Broke(session.Logger, session.Source.Handle, Position, exception.Message);
        await session.RetryOrThrowAsync(exception, cancellationToken).ConfigureAwait(false);
    }

    private int Took(int count)
    {
        Position += count;
        if (Position > session.Options.MaxBytes)
        {
            throw session.Errors.TooLarge(session.Options.MaxBytes, Total);
        }

        session.Budget.Advance(count, Total);
        return count;
    }

    /// <returns>False when the server says that there is nothing behind what was received.</returns>
    private async ValueTask<bool> ConnectAsync(CancellationToken cancellationToken)
    {
        var overlap = Position > 0 && (Identity?.Validator is null || _hasSilentRanges) ? Math.Min(OverlapLength, Position) : 0;
        var canResume = Position > 0 && Identity is not null && (Identity.Validator is not null || Identity.Length is not null);
        var wanted = canResume ? new ContentRequest(Position - overlap, null, Identity) : ContentRequest.Whole;
        if (canResume && Position == Total && overlap == 0)
        {
            // Everything is there; only the server can say whether it is still the same file.
            overlap = 1;
            wanted = wanted with { From = Position - 1 };
        }

        _content = await session.OpenAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (_content is null && overlap == 0)
        {
            await sink.DrainAsync(cancellationToken).ConfigureAwait(false);
            if (Position == Total || await sink.FaultAsync(cancellationToken).ConfigureAwait(false) is null)
            {
                Total = Position;
                return false;
            }

            // Less than was announced, and no whole container: it is this answer that is wrong.
            session.RangesAreWrong = true;
            return await ConnectAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_content is null)
        {
            await ForgetAsync(0, cancellationToken).ConfigureAwait(false);
            return await ConnectAsync(cancellationToken).ConfigureAwait(false);
        }

        if (Position == 0)
        {
            Accept(_content);
            return true;
        }

        if (overlap == 0 && _content.IsPartial && !Identity!.Confirms(_content.Identity))
        {
            // A range that does not say of which version it is proves nothing; the bytes before it do.
            Disconnect();
            _hasSilentRanges = true;
            return await ConnectAsync(cancellationToken).ConfigureAwait(false);
        }

        var isAtOverlap = _content.IsPartial && _content.From == wanted.From && wanted.IsRanged;
        if (isAtOverlap && await ReplayAsync(Position - overlap, cancellationToken).ConfigureAwait(false) is null)
        {
            Accept(_content);
            return true;
        }

        if (!isAtOverlap)
        {
            return await StartOverAsync(cancellationToken).ConfigureAwait(false);
        }

        // The bytes at the seam differ: it is another file, whatever its headers say.
        Disconnect();
        await ForgetAsync(0, cancellationToken).ConfigureAwait(false);
        return await ConnectAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deals with an answer that begins at 0 where a range was wanted.</summary>
    private async ValueTask<bool> StartOverAsync(CancellationToken cancellationToken)
    {
        if (Identity?.Contradicts(_content!.Identity) == true && await sink.ForgetFromAsync(0, cancellationToken).ConfigureAwait(false) is not null)
        {
            RewindTo(0);
            Accept(_content);
            return true;
        }

        // Perhaps it is the same file: what is there stays until it is proven wrong.
        ResumedBytes = 0;
        var differsAt = await ReplayAsync(0, cancellationToken).ConfigureAwait(false);
        var fresh = _content!.Identity;
        if (differsAt is { } offset)
        {
            var surplus = _surplus;
            await ForgetAsync(offset, cancellationToken).ConfigureAwait(false);
            if (Position != offset)
            {
                Disconnect();
                return await ConnectAsync(cancellationToken).ConfigureAwait(false);
            }

            _surplus = surplus;
            Identity = null;
        }

        Identity = Identity is null || fresh.Validator is not null ? fresh : Identity;
        Accept(_content);
        return true;
    }

    /// <summary>Reads what was received before once more.</summary>
    /// <returns>Null when all of it is the same; else the first byte that is not, with what was read from there on as surplus.</returns>
    private async ValueTask<long?> ReplayAsync(long from, CancellationToken cancellationToken)
    {
        await sink.DrainAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(TransferBuffers.Length);
        try
        {
            while (from < Position)
            {
                var count = await _content!.ReadAsync(buffer.AsMemory(0, (int)Math.Min(TransferBuffers.Length, Position - from)), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    return from;
                }

                if (!await sink.MatchesAsync(from, buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false))
                {
                    _surplus = buffer.AsSpan(0, count).ToArray();
                    return from;
                }

                from += count;
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask ForgetAsync(long offset, CancellationToken cancellationToken)
    {
        if (await sink.ForgetFromAsync(offset, cancellationToken).ConfigureAwait(false) is not { } position)
        {
            throw session.Errors.Changed();
        }

        RewindTo(position);
    }

    private void RewindTo(long position)
    {
        DownloadLog.Changed(session.Logger, session.Source.Handle);
        if (++_restarts > MaxRestarts)
        {
            throw session.Errors.Invalid("the file changes at the server again and again while it is read");
        }

        session.RangesAreWrong = false;
        ResumedBytes = Math.Min(ResumedBytes, position);
        (_surplus, Position, Total, Identity) = (default, position, null, null);
        Rewound?.Invoke(position);
    }

    private void Accept(OpenContent content)
    {
        First ??= content;
        _acceptedAt = Position;
        Identity ??= content.Identity;
        Total = content.IsPartial ? content.Identity.Length ?? Total : content.End ?? Total;
        if (Total > session.Options.MaxBytes)
        {
            throw session.Errors.TooLarge(session.Options.MaxBytes, Total);
        }

        if (Identity.Length != Total)
        {
            Identity = Identity with { Length = Total };
        }

        sink.Identify(Identity, session.IsIndirect);
    }

    /// <summary>Whether what was received is the whole file. If not, there is more to read.</summary>
    private async ValueTask<bool> CheckEndAsync(CancellationToken cancellationToken)
    {
        await sink.DrainAsync(cancellationToken).ConfigureAwait(false);
        if (await sink.FaultAsync(cancellationToken).ConfigureAwait(false) is not { } fault)
        {
            return true;
        }

        if (Total is not null)
        {
            return await ReachesFurtherAsync(cancellationToken).ConfigureAwait(false) ? false : throw session.Errors.Invalid(fault);
        }

        // Without a length, the end of the connection may have been a cut.
        if (!await session.Budget.RetryAsync(MaxTruncations, retryAfter: null, cancellationToken).ConfigureAwait(false))
        {
            throw session.Errors.Invalid(fault);
        }

        Disconnect();
        return false;
    }

    /// <summary>
    /// Whether the file goes on behind the length that the server gave: a Content-Length may be too small, and nothing else of the answer tells.
    /// Asked once, and only when the container is cut off there.
    /// </summary>
    private async ValueTask<bool> ReachesFurtherAsync(CancellationToken cancellationToken)
    {
        if (_hasLookedFurther || _content is { IsDecoded: true } || session.RangesAreWrong)
        {
            return false;
        }

        _hasLookedFurther = true;
        Disconnect();
        var wanted = new ContentRequest(Position - Math.Min(OverlapLength, Position), null, Identity! with { Length = null });
        try
        {
            _content = await session.OpenAsync(wanted, cancellationToken).ConfigureAwait(false);
        }
        catch (VideoTaskException exception) when (exception is not VideoDownloadInterruptedException)
        {
            // That the container is cut off says more than that nobody can tell what follows.
            return false;
        }

        if (_content is { IsPartial: true } && _content.From == wanted.From && _content.Identity.Length > Position
            && await ReplayAsync(wanted.From, cancellationToken).ConfigureAwait(false) is null)
        {
            Accept(_content);
            return true;
        }

        return false;
    }

    private void Disconnect()
    {
        _content?.Dispose();
        (_content, _surplus) = (null, default);
    }
}
