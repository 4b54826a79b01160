using System.Numerics;

namespace VideoTasks.Download.Formats;

/// <summary>Where a WebM or Matroska file says that it ends: its one segment, after the EBML header, may give its size.</summary>
internal static class WebMSegment
{
    /// <summary>How many first bytes are enough to find the segment in any file as muxers write it.</summary>
    public const int HeadLength = 256;

    private const uint Header = 0x1A45DFA3;
    private const uint Segment = 0x18538067;
    private const uint Void = 0xEC;
    private const uint Checksum = 0xBF;

    /// <summary>The byte behind the file's last one; null where the file does not say, as live recordings don't.</summary>
    public static long? EndOf(ReadOnlySpan<byte> head)
    {
        var position = 0L;
        while (position < head.Length && ReadNumber(head[(int)position..], keepsMarker: true) is (var id, var idLength)
            && ReadNumber(head[(int)(position + idLength)..], keepsMarker: false) is (var size, var sizeLength))
        {
            var isUnknown = size == (1UL << (7 * sizeLength)) - 1;
            position += idLength + sizeLength;
            switch (id)
            {
                case Segment:
                    return isUnknown || size > long.MaxValue / 2 ? null : position + (long)size;
                case Header or Void or Checksum when !isUnknown && size < (ulong)head.Length:
                    position += (long)size;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Reads a number whose leading zero bits tell how many bytes it has.</summary>
    private static (ulong Value, int Length)? ReadNumber(ReadOnlySpan<byte> bytes, bool keepsMarker)
    {
        var length = bytes.IsEmpty || bytes[0] == 0 ? 0 : BitOperations.LeadingZeroCount((uint)bytes[0]) - 23;
        if (length is 0 || length > bytes.Length)
        {
            return null;
        }

        ulong value = keepsMarker ? bytes[0] : (byte)(bytes[0] & ((1 << (8 - length)) - 1));
        foreach (var next in bytes[1..length])
        {
            value = (value << 8) | next;
        }

        return (value, length);
    }
}
