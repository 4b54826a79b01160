using System.Net;
using System.Runtime.CompilerServices;
using VideoTasks.Download.Formats;

namespace VideoTasks.Download.Transfer;

/// <summary>An answer whose body is the content, or a range of it.</summary>
internal sealed class ContentBody : IDisposable
{
    private readonly HttpResponseMessage? _response;
    private readonly IdleTimeout _guard;
    private readonly Stream _body;
    private ReadOnlyMemory<byte> _head;

    public ContentBody(HttpResponseMessage? response, Stream body, ReadOnlyMemory<byte> head, IdleTimeout guard)
    {
        (_response, _body, _head, _guard) = (response, body, head, guard);
    }

    /// <summary>Where in the file the body begins.</summary>
    public long From { get; init; }

    /// <summary>The byte of the file behind the body's last one; null when the server does not say.</summary>
    public long? End { get; init; }

    public required EntityValidators Identity { get; init; }

    /// <summary>What the first bytes are; of use only when the body begins at 0.</summary>
    public ContentKind Kind { get; init; }

    public string? MediaType { get; init; }

    public string? FileName { get; init; }

    public Uri? FinalUrl { get; init; }

    /// <summary>Whether the file is decoded on the way, so that ranges of it can't be asked for.</summary>
    public bool IsDecoded { get; init; }

    /// <summary>Whether it is a range that the server chose to send.</summary>
    public bool IsPartial => _response?.StatusCode == HttpStatusCode.PartialContent;

    /// <summary>How many bytes of the body were handed out.</summary>
    public long Count { get; private set; }

    public TimeSpan Silence => _guard.Silence;

    /// <summary>Reads on.</summary>
    /// <returns>0 at the end of the body, and never before it where the server said how long it is.</returns>
    /// <exception cref="TransferBreakException">The body broke off.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (End is { } end)
        {
            buffer = buffer[..(int)Math.Min(buffer.Length, end - From - Count)];
            if (buffer.IsEmpty)
            {
                return 0;
            }
        }

        if (!_head.IsEmpty)
        {
            var taken = Math.Min(_head.Length, buffer.Length);
            _head[..taken].CopyTo(buffer);
            _head = _head[taken..];
            Count += taken;
            return taken;
        }

        var count = await ReadAsync(_body, buffer, _guard, cancellationToken).ConfigureAwait(false);
        if (count == 0 && End is not null)
        {
            throw new TransferBreakException($"the connection ended {End - From - Count:N0} bytes early");
        }

        Count += count;
        return count;
    }

    /// <summary>Gives up the connection, also while it is read from.</summary>
    public void Abandon() => _guard.Abandon();

    public void Dispose()
    {
        _body.Dispose();
        _response?.Dispose();
        _guard.Dispose();
    }

    /// <summary>Reads from a body under a stall guard, and tells breaks from everything else.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, IdleTimeout guard, CancellationToken cancellationToken)
    {
        guard.BeginWait();
        using var registration = cancellationToken == guard.Origin
            ? default
            : cancellationToken.UnsafeRegister(static state => ((IdleTimeout)state!).Abandon(), guard);
        try
        {
            return await body.ReadAsync(buffer, guard.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is IOException or HttpRequestException or InvalidDataException or System.Net.Sockets.SocketException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw guard.HasStalled ? Stall(exception) : new TransferBreakException("the connection broke", exception);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException
            && !cancellationToken.IsCancellationRequested)
        {
            throw Stall(exception);
        }
        finally
        {
            guard.EndWait();
        }
    }

    private static TransferBreakException Stall(Exception exception) => new("the server stopped sending", exception);
}
