using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoTasks.Download.Transfer;

/// <summary>
/// A fast checksum of a run of bytes (four interleaved CRC-32C), by which the next process tells that a part file holds what was written to it.
/// It guards against crashes, edits and mix-ups, not against forgers.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct BlockChecksum
{
    private const int Stripe = 32;

    private uint _a;
    private uint _b;
    private uint _c;
    private uint _d;
    private StripeTail _tail;
    private int _tailCount;
    private long _length;

    /// <summary>The checksum of what was appended so far; appending may go on.</summary>
    public readonly ulong Value
    {
        get
        {
            var first = BitOperations.Crc32C(BitOperations.Crc32C(_a, _c), (ulong)_length);
            var second = BitOperations.Crc32C(BitOperations.Crc32C(_b, _d), ~(ulong)_length);
            foreach (var value in ((ReadOnlySpan<byte>)_tail)[.._tailCount])
            {
                first = BitOperations.Crc32C(first, value);
                second = BitOperations.Crc32C(second, (byte)~value);
            }

            return ((ulong)first << 32) | second;
        }
    }

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = default(BlockChecksum);
        checksum.Append(bytes);
        return checksum.Value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        if (_tailCount > 0)
        {
            var taken = Math.Min(Stripe - _tailCount, bytes.Length);
            bytes[..taken].CopyTo(((Span<byte>)_tail)[_tailCount..]);
            _tailCount += taken;
            bytes = bytes[taken..];
            if (_tailCount < Stripe)
            {
                return;
            }

            AppendStripes(_tail);
            _tailCount = 0;
        }

        var whole = bytes.Length / Stripe * Stripe;
        AppendStripes(bytes[..whole]);
        bytes[whole..].CopyTo(_tail);
        _tailCount = bytes.Length - whole;
    }

    // A command that downloads one file is over before the runtime would think of optimising this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AppendStripes(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var (a, b, c, d) = (_a, _b, _c, _d);
        for (var i = 0; i + 3 < words.Length; i += 4)
        {
            a = BitOperations.Crc32C(a, words[i]);
            b = BitOperations.Crc32C(b, words[i + 1]);
            c = BitOperations.Crc32C(c, words[i + 2]);
            d = BitOperations.Crc32C(d, words[i + 3]);
        }

        (_a, _b, _c, _d) = (a, b, c, d);
    }

    [InlineArray(Stripe)]
    private struct StripeTail
    {
        private byte _first;
    }
}
