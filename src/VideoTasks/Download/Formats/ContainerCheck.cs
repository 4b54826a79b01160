namespace VideoTasks.Download.Formats;

/// <summary>Whether a container reaches its end, for bytes that pass by in order and for files.</summary>
internal sealed class ContainerCheck
{
    private const int TailLength = 12;

    private readonly Mp4Boxes? _boxes;
    private readonly byte[] _head = new byte[WebMSegment.HeadLength];
    private readonly byte[] _tail = new byte[TailLength];
    private long _length;

    public ContainerCheck(ContentKind kind)
    {
        Kind = kind;
        _boxes = kind is ContentKind.Mp4 or ContentKind.QuickTime ? new Mp4Boxes() : null;
    }

    public ContentKind Kind { get; }

    /// <summary>What is wrong with a file; null when nothing is.</summary>
    public static string? FaultOf(Microsoft.Win32.SafeHandles.SafeFileHandle file, long length)
    {
        Span<byte> buffer = stackalloc byte[ContentSniffer.Length];
        var check = new ContainerCheck(ContentSniffer.Sniff(buffer[..RandomAccess.Read(file, buffer, 0)]));
        if (check._boxes is { } boxes)
        {
            while (!boxes.IsDone && boxes.Next < length)
            {
                boxes.SkipTo(boxes.Next);
                boxes.Feed(buffer[..RandomAccess.Read(file, buffer[..16], boxes.Next)]);
            }
        }
        else
        {
            var head = RandomAccess.Read(file, buffer[..WebMSegment.HeadLength], 0);
            check.Feed(buffer[..head]);
            check.Feed(buffer[..RandomAccess.Read(file, buffer[..TailLength], Math.Max(head, length - TailLength))]);
        }

        check._length = length;
        return check.Fault();
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        if (_boxes is not null)
        {
            _boxes.Feed(bytes);
        }
        else
        {
            if (_length < _head.Length)
            {
                bytes[..(int)Math.Min(_head.Length - _length, bytes.Length)].CopyTo(_head.AsSpan((int)_length));
            }

            var last = bytes.Length > TailLength ? bytes[^TailLength..] : bytes;
            _tail.AsSpan(last.Length).CopyTo(_tail);
            last.CopyTo(_tail.AsSpan(TailLength - last.Length));
        }

        _length += bytes.Length;
    }

    /// <summary>What is wrong with a file that ends here; null when nothing is.</summary>
    public string? Fault() => Kind switch
    {
        ContentKind.Mp4 or ContentKind.QuickTime => _boxes!.FaultAt(_length),
        ContentKind.Png when !_tail.AsSpan(4, 4).SequenceEqual("IEND"u8) => "it is a PNG image without its end",
        ContentKind.Gif when _tail[^1] != 0x3B => "it is a GIF image without its end",
        ContentKind.WebP or ContentKind.Avi when _length < 8 + BitConverter.ToUInt32(_head, 4) => "it is shorter than its RIFF header says",
        ContentKind.WebM when WebMSegment.EndOf(_head.AsSpan(0, (int)Math.Min(_head.Length, _length))) is { } end && _length < end =>
            $"its segment ends at byte {end}, but the file at byte {_length}",
        ContentKind.Empty => "it is empty",
        _ when Kind.IsSomethingElse() => $"it is {Describe(Kind)}",
        _ => null,
    };

    public static string Describe(ContentKind kind) => kind switch
    {
        ContentKind.Json => "JSON",
        ContentKind.Markup => "an HTML or XML page",
        ContentKind.Text => "text",
        ContentKind.Archive => "a compressed archive",
        ContentKind.Playlist => "an HLS playlist, and no file,",
        ContentKind.Sound => "sound without a picture",
        ContentKind.Document => "a PDF document",
        ContentKind.Empty => "nothing",
        _ => "bytes of an unknown kind",
    };
}
