using System.Buffers;
using Microsoft.Win32.SafeHandles;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Files;

/// <summary>Which bytes of a part file were written, in blocks with checksums. Only what stands here is ever trusted.</summary>
internal sealed class PartMap
{
    private const long BlockLength = 4 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly List<PartBlock> _blocks = [];
    private readonly List<PartRun> _runs = [];
    private long _prefix;

    /// <summary>The bytes that are there.</summary>
    public long Count
    {
        get
        {
            lock (_lock)
            {
                return _blocks.Sum(block => block.To - block.From) + _runs.Sum(run => run.Position - run.From);
            }
        }
    }

    /// <summary>How many bytes are there from the beginning without a gap.</summary>
    public long Prefix
    {
        get
        {
            lock (_lock)
            {
                var before = -1L;
                while (before != _prefix)
                {
                    before = _prefix;
                    foreach (var block in _blocks)
                    {
                        Extend(block.From, block.To);
                    }

                    foreach (var run in _runs)
                    {
                        Extend(run.From, run.Position);
                    }
                }

                return _prefix;
            }
        }
    }

    /// <summary>The byte behind the last one that is there.</summary>
    public long End => Snapshot() is [.., var last] ? last.To : 0;

    /// <summary>All blocks, in order of their place.</summary>
    public List<PartBlock> Snapshot()
    {
        lock (_lock)
        {
            var blocks = new List<PartBlock>(_blocks);
            blocks.AddRange(_runs.Where(run => run.Position > run.From).Select(run => run.ToBlock()));
            blocks.Sort((left, right) => left.From.CompareTo(right.From));
            return blocks;
        }
    }

    /// <summary>What is missing of a file of this length.</summary>
    public List<(long From, long To)> Gaps(long length)
    {
        var gaps = new List<(long, long)>();
        var end = 0L;
        foreach (var block in Snapshot())
        {
            if (block.From > end)
            {
                gaps.Add((end, block.From));
            }

            end = Math.Max(end, block.To);
        }

        if (end < length)
        {
            gaps.Add((end, length));
        }

        return gaps;
    }

    /// <summary>Begins to record what is written from an offset on.</summary>
    public PartRun Begin(long from)
    {
        lock (_lock)
        {
            var run = new PartRun(this, from);
            _runs.Add(run);
            return run;
        }
    }

    /// <summary>Takes over those blocks of an earlier process that the file really holds.</summary>
    public void Load(SafeFileHandle file, IEnumerable<PartBlock> claimed, long length)
    {
        var end = 0L;
        foreach (var block in claimed.OrderBy(block => block.From))
        {
            if (block.From >= end && block.To > block.From && block.To <= length && ChecksumOf(file, block.From, block.To) == block.Checksum)
            {
                _blocks.Add(block);
                end = block.To;
            }
        }
    }

    /// <summary>Truncates everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _blocks.Clear();
            _runs.Clear();
            _prefix = 0;
        }
    }

    /// <summary>Truncates everything behind an offset up to which there is no gap.</summary>
    public void Truncate(SafeFileHandle file, long length)
    {
        lock (_lock)
        {
            var all = Snapshot();
            Clear();
            foreach (var block in all.Where(block => block.From < length))
            {
                _blocks.Add(block.To <= length ? block : new(block.From, length, ChecksumOf(file, block.From, length)!.Value));
            }
        }
    }

    private void Extend(long from, long to)
    {
        if (from <= _prefix && to > _prefix)
        {
            _prefix = to;
        }
    }

    private static ulong? ChecksumOf(SafeFileHandle file, long from, long to)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TransferBuffers.Length);
        try
        {
            var checksum = default(BlockChecksum);
            while (from < to)
            {
                var count = RandomAccess.Read(file, buffer.AsSpan(0, (int)Math.Min(buffer.Length, to - from)), from);
                if (count == 0)
                {
                    return null;
                }

                checksum.Append(buffer.AsSpan(0, count));
                from += count;
            }

            return checksum.Value;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What is being written in one go: one block that grows, closed at each multiple of the block length.</summary>
    internal sealed class PartRun(PartMap map, long from)
    {
        private BlockChecksum _checksum;
        private ulong _value;

        public long From { get; private set; } = from;

        public long Position { get; private set; } = from;

        /// <summary>Records bytes that are in the file now. A run has one writer.</summary>
        public void Append(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                var room = ((Position / BlockLength) + 1) * BlockLength - Position;
                var taken = (int)Math.Min(room, bytes.Length);

                // Outside the lock, for which the other connections would wait meanwhile.
                _checksum.Append(bytes[..taken]);
                var value = _checksum.Value;
                lock (map._lock)
                {
                    Position += taken;
                    _value = value;
                    if (taken == room)
                    {
                        Close();
                    }
                }

                bytes = bytes[taken..];
            }
        }

        /// <summary>Nothing more comes.</summary>
        public void End()
        {
            lock (map._lock)
            {
                if (Position > From)
                {
                    Close();
                }

                map._runs.Remove(this);
            }
        }

        public PartBlock ToBlock() => new(From, Position, _value);

        private void Close()
        {
            // A run that was forgotten meanwhile has nothing to say.
            if (map._runs.Contains(this))
            {
                map._blocks.Add(ToBlock());
            }

            From = Position;
            _checksum = default;
        }
    }
}
