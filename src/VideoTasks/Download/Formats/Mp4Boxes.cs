using System.Buffers.Binary;

namespace VideoTasks.Download.Formats;

/// <summary>Walks the top-level boxes of an MP4 or QuickTime file, fed in order, and holds no more than one box header.</summary>
internal sealed class Mp4Boxes
{
    private const int HeaderLength = 8;
    private const int LargeHeaderLength = 16;

    private readonly byte[] _header = new byte[LargeHeaderLength];
    private int _headerCount;
    private long _next;
    private long _position;
    private bool _hasMovie;
    private bool _toTheEnd;
    private bool _isBroken;
    private (long Start, long Size)? _tooSmall;

    /// <summary>Where the next box header is wanted; bytes before it need not be fed, see <see cref="SkipTo"/>.</summary>
    public long Next => _next;

    /// <summary>Whether nothing further can be learnt from the file.</summary>
    public bool IsDone => _toTheEnd || _isBroken;

    /// <summary>Whether a file may begin with a box of this type.</summary>
    public static bool IsFirstBox(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("ftyp"u8) || type.SequenceEqual("styp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("moof"u8)
        || type.SequenceEqual("mdat"u8) || type.SequenceEqual("wide"u8) || type.SequenceEqual("free"u8) || type.SequenceEqual("skip"u8)
        || type.SequenceEqual("pnot"u8);

    /// <summary>Passes over bytes up to an offset that is not beyond <see cref="Next"/>.</summary>
    public void SkipTo(long position) => _position = position;

    /// <summary>Takes the bytes that follow.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && !IsDone)
        {
            if (_position < _next)
            {
                var skipped = (int)Math.Min(_next - _position, bytes.Length);
                bytes = bytes[skipped..];
                _position += skipped;
                continue;
            }

            var wanted = _headerCount >= HeaderLength ? LargeHeaderLength : HeaderLength;
            var taken = Math.Min(wanted - _headerCount, bytes.Length);
            bytes[..taken].CopyTo(_header.AsSpan(_headerCount));
            _headerCount += taken;
            bytes = bytes[taken..];
            _position += taken;
            _next = _position;
            if (_headerCount == wanted)
            {
                ReadHeader();
            }
        }

        _position += bytes.Length;
    }

    /// <summary>What is wrong with a file that ends here; null when it is whole.</summary>
    public string? FaultAt(long length)
    {
        if (!_hasMovie)
        {
            return "it has no moov box, so no player can read it";
        }

        if (_tooSmall is { } box)
        {
            return $"its box at byte {box.Start} says that it is {box.Size} bytes long";
        }

        // After the movie, a stray tail harms nobody; a box that is cut off does.
        return !IsDone && length < _next ? $"its last box ends at byte {_next}, but the file at byte {length}" : null;
    }

    private void ReadHeader()
    {
        var size = (long)BinaryPrimitives.ReadUInt32BigEndian(_header);
        if (size == 1 && _headerCount == HeaderLength)
        {
            return;
        }

        if (size == 1)
        {
            // Beyond what a file can have is beyond the end, like anything else that is too large.
            size = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(HeaderLength)), long.MaxValue / 2);
        }

        var start = _position - _headerCount;
        _hasMovie |= _header.AsSpan(4, 4).SequenceEqual("moov"u8);
        _toTheEnd = size == 0;
        var isType = IsType(_header.AsSpan(4, 4));
        _tooSmall = isType && size > 0 && size < _headerCount ? (start, size) : null;
        _isBroken = !_toTheEnd && (size < _headerCount || !isType);
        _next = _toTheEnd || _isBroken ? _position : start + size;
        _headerCount = 0;
    }

    private static bool IsType(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
        {
            // 0xA9 is the copyright sign of QuickTime's user data.
            if (letter is (< 0x20 or > 0x7E) and not 0xA9)
            {
                return false;
            }
        }

        return true;
    }
}
