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

    /// <summary>What another process needs to go on in the block that has begun; null between two blocks.</summary>
    public byte[]? Save() => Length % BlockLength == 0 ? null : _open.Save();

    /// <summary>Takes up what an earlier process had come to, whose bytes are not here.</summary>
    /// <returns>False when that is not known well enough.</returns>
    public bool TryRestore(CheckpointContent content)
    {
        Clear();
        var begun = content.Length % BlockLength;
        if (begun > 0 && (!BlockChecksum.TryRestore(content.OpenBlock, begun, out _open) || _open.Value != content.Checksums[^1]))
        {
            _open = default;
            return false;
        }

        _closed.AddRange(content.Checksums.Take((int)(content.Length / BlockLength)));
        Length = content.Length;
        return true;
    }

    public void Clear()
    {
        _closed.Clear();
        (_open, Length) = (default, 0);
    }

    public bool Matches(PrefixChecksums other) => Length == other.Length && Values.AsSpan().SequenceEqual(other.Values);
}
