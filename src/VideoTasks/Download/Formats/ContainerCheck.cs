namespace VideoTasks.Download.Formats;

/// <summary>Whether a container reaches its end, for bytes that pass by in order and for files.</summary>
internal sealed class ContainerCheck
{
    private const int TailLength = 12;

    private readonly byte[] _head = new byte[ContentSniffer.Length];
    private readonly byte[] _tail = new byte[TailLength];
    private Mp4Boxes? _boxes;
    private ContentKind? _kind;
    private int _headLength;
    private long _length;

    /// <summary>What the first bytes are.</summary>
    public ContentKind Kind => _kind ?? ContentSniffer.Sniff(Head);

    private ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>What is wrong with a file; null when nothing is.</summary>
    public static string? FaultOf(Microsoft.Win32.SafeHandles.SafeFileHandle file, long length)
    {
        var check = new ContainerCheck();
        check._headLength = (int)Math.Min(length, RandomAccess.Read(file, check._head, 0));
        check.Decide();
        if (check._boxes is { } boxes)
        {
            Span<byte> header = stackalloc byte[16];
            while (!boxes.IsDone && boxes.Next < length)
            {
                boxes.SkipTo(boxes.Next);
                boxes.Feed(header[..RandomAccess.Read(file, header, boxes.Next)]);
            }
        }
        else
        {
            check.KeepTail(check.Head);
            var offset = Math.Max(check._headLength, length - TailLength);
            Span<byte> tail = stackalloc byte[(int)(length - offset)];
            check.KeepTail(tail[..RandomAccess.Read(file, tail, offset)]);
        }

        check._length = length;
        return check.Fault();
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        if (_kind is null)
        {
            // A reader may take the first bytes one by one; then they say nothing yet.
            var taken = Math.Min(_head.Length - _headLength, bytes.Length);
            bytes[..taken].CopyTo(_head.AsSpan(_headLength));
            _headLength += taken;
            bytes = bytes[taken..];
            if (_headLength < _head.Length)
            {
                return;
            }

            Decide();
            FeedKnown(Head);
        }

        FeedKnown(bytes);
    }

    /// <summary>What is wrong with a file that ends here; null when nothing is.</summary>
    public string? Fault()
    {
        if (_kind is null)
        {
            Decide();
            FeedKnown(Head);
        }

        return Kind switch
        {
            ContentKind.Mp4 or ContentKind.QuickTime => _boxes!.FaultAt(_length),
            ContentKind.Png when !_tail.AsSpan(4, 4).SequenceEqual("IEND"u8) => "it is a PNG image without its end",
            ContentKind.Gif when _tail[^1] != 0x3B => "it is a GIF image without its end",
            ContentKind.WebP or ContentKind.Avi when _length < 8 + BitConverter.ToUInt32(_head, 4) => "it is shorter than its RIFF header says",
            ContentKind.WebM when WebMSegment.EndOf(Head[..Math.Min(WebMSegment.HeadLength, _headLength)]) is { } end && _length < end =>
                $"its segment ends at byte {end}, but the file at byte {_length}",
            ContentKind.Empty => "it is empty",
            _ when !Kind.IsMedia() => $"it is {Describe(Kind)}",
            _ => null,
        };
    }

    public static string Describe(ContentKind kind) => kind switch
    {
        ContentKind.Json => "JSON",
        ContentKind.Markup => "an HTML or XML page",
        ContentKind.Text => "text",
        ContentKind.Archive => "a compressed archive",
        ContentKind.Playlist => "an HLS playlist, and no file,",
        ContentKind.Sound => "sound without a picture",
        ContentKind.Document => "a PDF document",
        ContentKind.Program => "a program",
        ContentKind.Zeros => "zero bytes",
        ContentKind.Empty => "nothing",
        _ => "bytes of an unknown kind",
    };

    private void Decide()
    {
        _kind = ContentSniffer.Sniff(Head);
        _boxes = _kind is ContentKind.Mp4 or ContentKind.QuickTime ? new Mp4Boxes() : null;
    }

    private void FeedKnown(ReadOnlySpan<byte> bytes)
    {
        if (_boxes is not null)
        {
            _boxes.Feed(bytes);
        }
        else
        {
            KeepTail(bytes);
        }
    }

    private void KeepTail(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.Length > TailLength ? bytes[^TailLength..] : bytes;
        _tail.AsSpan(last.Length).CopyTo(_tail);
        last.CopyTo(_tail.AsSpan(TailLength - last.Length));
    }
}
