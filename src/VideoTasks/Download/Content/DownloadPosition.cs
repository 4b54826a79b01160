using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>How far a file was read, and which file it is.</summary>
internal sealed class DownloadPosition(DownloadContext context, ContentLocator locator, IContentSink sink, long position, EntityValidators? identity)
{
    private const int MaxRestarts = 3;

    private int _restarts;

    /// <summary>The first byte that is wanted; nothing is known of those before it.</summary>
    public long Start { get; private set; }

    /// <summary>The byte behind the last one that is wanted; null for the end of the file.</summary>
    public long? Limit { get; private set; }

    /// <summary>The next byte.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Where the last answer began to bring bytes that were not there.</summary>
    public long AcceptedAt { get; private set; }

    public EntityValidators? Identity { get; set; } = identity;

    /// <summary>The length of the file; null as long as the server does not say.</summary>
    public long? Total { get; private set; } = identity?.Length;

    /// <summary>How many of the bytes that were there at the beginning did not have to be fetched again.</summary>
    public long ResumedBytes { get; set; } = position;

    /// <summary>The first answer of this file: what it is, where it came from.</summary>
    public ContentBody? First { get; private set; }

    /// <summary>Told when reading goes back to an earlier byte.</summary>
    public Action<long>? Rewound { get; set; }

    /// <summary>Wants a range only, of which nothing is there yet.</summary>
    public void Narrow(long start, long? limit)
    {
        (Start, Limit) = (start, limit);
        (Position, ResumedBytes) = (start, 0);
    }

    /// <summary>Bytes came.</summary>
    public int Take(int count)
    {
        Position += count;
        if (Position > context.Options.MaxBytes)
        {
            throw context.Errors.TooLarge(context.Options.MaxBytes, Total);
        }

        context.Budget.Advance(count, Total);
        return count;
    }

    /// <summary>An answer came that goes on with the file.</summary>
    public void Accept(ContentBody content)
    {
        First ??= content;
        AcceptedAt = Position;
        Identity ??= content.Identity;
        Total = content.IsPartial ? content.Identity.Length ?? Total : content.End ?? Total;
        if (Total > context.Options.MaxBytes)
        {
            throw context.Errors.TooLarge(context.Options.MaxBytes, Total);
        }

        if (Identity.Length != Total)
        {
            Identity = Identity with { Length = Total };
        }

        sink.Identify(Identity, locator.IsIndirect);
    }

    /// <summary>Nothing comes behind what was received.</summary>
    public void End() => Total = Position;

    /// <summary>The file is another one behind a byte.</summary>
    public void RewindTo(long position)
    {
        DownloadLog.Changed(context.Logger, context.Handle);
        if (++_restarts > MaxRestarts)
        {
            throw context.Errors.Invalid("the file changes at the server again and again while it is read");
        }

        locator.RangesAreWrong = false;
        ResumedBytes = Math.Min(ResumedBytes, position);
        (Position, Total, Identity) = (position, null, null);
        Rewound?.Invoke(position);
    }
}
