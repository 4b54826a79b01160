using System.Runtime.CompilerServices;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>Reads content from one byte to its end over as many connections as it takes, and does not call it the end before it is.</summary>
internal sealed class ResumingReader : IDisposable
{
    private const int MaxTruncations = 3;

    private readonly DownloadContext _context;
    private readonly ContentLocator _locator;
    private readonly IContentSink _sink;
    private readonly DownloadPosition _cursor;
    private readonly ContentConnection _connection;

    public ResumingReader(DownloadContext context, ContentLocator locator, IContentSink sink, long position, EntityValidators? identity)
    {
        (_context, _locator, _sink) = (context, locator, sink);
        _cursor = new(context, locator, sink, position, identity);
        _connection = new(context, locator, sink, _cursor);
    }

    /// <summary>The next byte.</summary>
    public long Position => _cursor.Position;

    public EntityValidators? Identity => _cursor.Identity;

    /// <summary>The length of the file; null as long as the server does not say.</summary>
    public long? Total => _cursor.Total;

    /// <summary>The first byte that is read; 0 also where a range was wanted and the server sends the whole file.</summary>
    public long Start => _cursor.Start;

    /// <summary>How many of the bytes that were there at the beginning did not have to be fetched again.</summary>
    public long ResumedBytes => _cursor.ResumedBytes;

    /// <summary>The first answer of this file: what it is, where it came from.</summary>
    public ContentBody? First => _cursor.First;

    /// <summary>Told when reading goes back to an earlier byte.</summary>
    public Action<long>? Rewound
    {
        get => _cursor.Rewound;
        set => _cursor.Rewound = value;
    }

    /// <summary>Reads a range only.</summary>
    public void Narrow(long start, long? limit) => _cursor.Narrow(start, limit);

    /// <summary>Opens the content, so that <see cref="First"/> is known.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        while (_connection.Content is null)
        {
            try
            {
                await _connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TransferBreakException exception)
            {
                await BreakAsync(exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Goes on with an answer that was opened already.</summary>
    public void Adopt(ContentBody content) => _connection.Adopt(content);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_cursor.Limit is { } limit)
        {
            buffer = buffer[..(int)Math.Clamp(limit - Position, 0, buffer.Length)];
            if (buffer.IsEmpty)
            {
                return 0;
            }
        }

        while (true)
        {
            if (!_connection.Surplus.IsEmpty)
            {
                var taken = Math.Min(buffer.Length, _connection.Surplus.Length);
                _connection.Surplus[..taken].CopyTo(buffer);
                _connection.Surplus = _connection.Surplus[taken..];
                return _cursor.Take(taken);
            }

            try
            {
                if (_connection.Content is null && !await _connection.OpenAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (await CheckEndAsync(cancellationToken).ConfigureAwait(false))
                    {
                        return 0;
                    }

                    continue;
                }

                if (!_connection.Surplus.IsEmpty)
                {
                    continue;
                }

                var count = await _connection.Content!.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (count > 0)
                {
                    return _cursor.Take(count);
                }

                if (Total is null || Position >= Total)
                {
                    if (await CheckEndAsync(cancellationToken).ConfigureAwait(false))
                    {
                        return 0;
                    }

                    continue;
                }

                if (Position - _cursor.AcceptedAt < RetryBudget.MinimumProgress)
                {
                    throw new TransferBreakException("the server ended a range early");
                }

                // A server may send less of a range than was asked for.
                _connection.Close();
            }
            catch (TransferBreakException exception)
            {
                await BreakAsync(exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _connection.Dispose();

    private async ValueTask BreakAsync(TransferBreakException exception, CancellationToken cancellationToken)
    {
        _connection.Close();
        DownloadLog.Broke(_context.Logger, _context.Handle, Position, exception.Message);
        await _locator.RetryOrThrowAsync(exception, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether what was received is the whole file. If not, there is more to read.</summary>
    private async ValueTask<bool> CheckEndAsync(CancellationToken cancellationToken)
    {
        await _sink.DrainAsync(cancellationToken).ConfigureAwait(false);
        if (await _sink.FaultAsync(cancellationToken).ConfigureAwait(false) is not { } fault)
        {
            return true;
        }

        if (Total is not null)
        {
            return await _connection.ReachesFurtherAsync(cancellationToken).ConfigureAwait(false) ? false : throw _context.Errors.Invalid(fault);
        }

        // Without a length, the end of the connection may have been a cut.
        if (!await _context.Budget.RetryAsync(new(FailureKind.Transient, MaxTruncations), retryAfter: null, cancellationToken).ConfigureAwait(false))
        {
            throw _context.Errors.Invalid(fault);
        }

        _connection.Close();
        return false;
    }
}
