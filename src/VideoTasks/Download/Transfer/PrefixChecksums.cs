namespace VideoTasks.Download.Transfer;

/// <summary>
/// Checksums of everything from a beginning on, a block each: few enough to hand out, and enough to keep what lies before the first damaged block.
/// </summary>
internal sealed class PrefixChecksums
{
    private const long BlockLength = CheckpointContent.BlockLength;

    private readonly List<ulong> _closed = [];
    private BlockChecksum _open;

    public long Length { get; private set; }

    /// <summary>The checksums of the full blocks, and of the one that has begun.</summary>
    public ulong[] Values => Length % BlockLength == 0 ? [.. _closed] : [.. _closed, _open.Value];

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = (int)Math.Min(BlockLength - (Length % BlockLength), bytes.Length);
            _open.Append(bytes[..taken]);
            Length += taken;
            bytes = bytes[taken..];
            if (Length % BlockLength == 0)
            {
                _closed.Add(_open.Value);
                _open = default;
            }
        }
    }

    public void Clear()
    {
        _closed.Clear();
        (_open, Length) = (default, 0);
    }

    public bool Matches(PrefixChecksums other) => Length == other.Length && Values.AsSpan().SequenceEqual(other.Values);
}
