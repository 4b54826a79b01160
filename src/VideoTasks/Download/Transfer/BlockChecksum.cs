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
    private const int StateLength = 4 * sizeof(uint);

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

    /// <summary>What goes on from here in another process needs: the running checksums, and the bytes of the stripe that has begun.</summary>
    public readonly byte[] Save()
    {
        var state = new byte[StateLength + _tailCount];
        var words = MemoryMarshal.Cast<byte, uint>(state.AsSpan(0, StateLength));
        (words[0], words[1], words[2], words[3]) = (_a, _b, _c, _d);
        ((ReadOnlySpan<byte>)_tail)[.._tailCount].CopyTo(state.AsSpan(StateLength));
        return state;
    }

    /// <summary>Takes up what <see cref="Save"/> had written of a run of so many bytes.</summary>
    /// <returns>False when it can't be of such a run.</returns>
    public static bool TryRestore(ReadOnlySpan<byte> state, long length, out BlockChecksum checksum)
    {
        checksum = default;
        if (state.Length != StateLength + (length % Stripe))
        {
            return false;
        }

        var words = MemoryMarshal.Cast<byte, uint>(state[..StateLength]);
        (checksum._a, checksum._b, checksum._c, checksum._d) = (words[0], words[1], words[2], words[3]);
        state[StateLength..].CopyTo(checksum._tail);
        (checksum._tailCount, checksum._length) = (state.Length - StateLength, length);
        return true;
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
