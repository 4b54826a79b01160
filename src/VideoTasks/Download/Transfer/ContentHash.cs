using System.Security.Cryptography;
using System.Threading.Channels;

namespace VideoTasks.Download.Transfer;

/// <summary>The SHA-256 of a download, computed beside the transfer on buffers that the transfer is done with.</summary>
internal sealed class ContentHash : IAsyncDisposable
{
    private readonly Channel<TransferBuffer?> _queue = Channel.CreateUnbounded<TransferBuffer?>(new() { SingleReader = true, SingleWriter = true });
    private readonly Func<long, ValueTask<IncrementalHash>>? _readPrefix;
    private readonly Task<string> _work;
    private readonly CancellationTokenSource _stop = new();

    /// <param name="prefix">How many bytes come before the first buffer.</param>
    /// <param name="readPrefix">The hash of those bytes, to be gone on with; null when there can't be any.</param>
    public ContentHash(long prefix, Func<long, ValueTask<IncrementalHash>>? readPrefix)
    {
        _readPrefix = readPrefix;
        _work = Task.Run(() => WorkAsync(prefix));
    }

    /// <summary>Takes the next buffer, and releases it when it is hashed.</summary>
    public void Append(TransferBuffer buffer) => _queue.Writer.TryWrite(buffer);

    /// <summary>The hash of everything, in lower-case digits.</summary>
    public Task<string> FinishAsync()
    {
        _queue.Writer.TryComplete();
        return _work;
    }

    /// <summary>Ends the work, finished or not; every buffer is released then.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _queue.Writer.TryComplete();
        await ((Task)_work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_queue.Reader.TryRead(out var buffer))
        {
            buffer?.Release();
        }

        _stop.Dispose();
    }

    private async Task<string> WorkAsync(long prefix)
    {
        using var hash = prefix > 0 ? await ReadPrefixAsync(prefix).ConfigureAwait(false) : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var buffer in _queue.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
        {
            hash.AppendData(buffer!.Content.Span);
            buffer.Release();
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task<IncrementalHash> ReadPrefixAsync(long prefix)
    {
        try
        {
            return await _readPrefix!(prefix).ConfigureAwait(false);
        }
        catch
        {
            // The transfer waits for its buffers before it asks what became of the hash.
            await foreach (var buffer in _queue.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                buffer?.Release();
            }

            throw;
        }
    }
}
