namespace VideoTasks.Tests.Download;

/// <summary>Reads a video slowly, in small pieces and with pauses, and measures the managed heap of a process that does nothing else.</summary>
internal sealed class MemoryRun(VideoTaskClient client, string id)
{
    private const int ReadLength = 16 * 1024;
    private const long SampleLength = 1024 * 1024;
    private const long PauseLength = 64 * SampleLength;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly VideoStreamDownloadOptions _options = new() { StallTimeout = TimeSpan.FromSeconds(20) };
    private long _baseline;
    private long _mostLive;
    private long _mostHeap;

    /// <param name="form"><c>open</c> reads a stream, <c>to</c> has it written to a stream.</param>
    /// <returns>What it read, and by how much the heap grew at most: what lived, and what the collector held.</returns>
    public async Task<string> RunAsync(string form)
    {
        // What every first request leaves behind is not the body's.
        await client.GetAsync(id);
        _baseline = GC.GetTotalMemory(forceFullCollection: true);
        var length = form == "open" ? await OpenAsync() : await WriteAsync();
        return $"memory {length} {_mostLive} {_mostHeap}";
    }

    private async Task<long> OpenAsync()
    {
        await using var content = await client.OpenContentAsync(id, _options);
        var buffer = new byte[ReadLength];
        var length = 0L;
        while (await content.Stream.ReadAsync(buffer) is > 0 and var count)
        {
            length = await TookAsync(length, count);
        }

        return length;
    }

    private async Task<long> WriteAsync()
    {
        await using var consumer = new SlowConsumer(this);
        return (await client.DownloadToAsync(id, consumer, _options)).Length;
    }

    private async ValueTask<long> TookAsync(long before, int count)
    {
        var after = before + count;
        if (before / SampleLength != after / SampleLength)
        {
            _mostHeap =
                Math.Max(
                    _mostHeap, Math.Max(GC.GetTotalMemory(forceFullCollection: false), GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes) - _baseline);
        }

        if (before / PauseLength != after / PauseLength)
        {
            // While nobody reads, the server goes on sending: what is buffered then, is buffered here.
            await Task.Delay(Pause);
            _mostLive = Math.Max(_mostLive, GC.GetTotalMemory(forceFullCollection: true) - _baseline);
        }

        return after;
    }

    /// <summary>A stream whose writes are as slow as the reads above.</summary>
    private sealed class SlowConsumer(MemoryRun run) : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            _length = await run.TookAsync(_length, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
