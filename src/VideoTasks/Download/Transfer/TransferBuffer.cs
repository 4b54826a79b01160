using System.Buffers;
using System.Threading.Channels;

namespace VideoTasks.Download.Transfer;

/// <summary>A buffer on its way from the network to the file and the hash; it goes back to its ring when both are done with it.</summary>
internal sealed class TransferBuffer(ChannelWriter<TransferBuffer> ring, byte[] bytes)
{
    private int _users;

    public Memory<byte> Space => bytes;

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Content => bytes.AsMemory(0, Count);

    /// <summary>Hands the buffer to as many users as have to release it.</summary>
    public void Fill(int count, int users) => (Count, _users) = (count, users);

    public void Release()
    {
        if (Interlocked.Decrement(ref _users) <= 0)
        {
            ring.TryWrite(this);
        }
    }

    public void ReturnToPool() => ArrayPool<byte>.Shared.Return(bytes);
}

/// <summary>A fixed number of buffers: all the memory that a transfer uses, however slow its slowest part is.</summary>
internal sealed class TransferBuffers : IDisposable
{
    public const int Length = 256 * 1024;

    private readonly Channel<TransferBuffer> _free = Channel.CreateUnbounded<TransferBuffer>();
    private readonly List<TransferBuffer> _all = [];
    private bool _isInUse;

    public TransferBuffers(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var buffer = new TransferBuffer(_free.Writer, ArrayPool<byte>.Shared.Rent(Length));
            _all.Add(buffer);
            _free.Writer.TryWrite(buffer);
        }
    }

    public ValueTask<TransferBuffer> TakeAsync(CancellationToken cancellationToken)
    {
        _isInUse = true;
        return _free.Reader.ReadAsync(cancellationToken);
    }

    /// <summary>Everyone who used the buffers is done with them.</summary>
    public void Stop() => _isInUse = false;

    public void Dispose()
    {
        // A buffer that somebody may still write to must not get to another owner.
        if (!_isInUse)
        {
            _all.ForEach(buffer => buffer.ReturnToPool());
        }
    }
}
