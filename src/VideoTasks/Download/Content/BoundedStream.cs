using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>
/// A body that is read from under its idle limit and up to a number of bytes, whoever reads it: what parses it knows neither of them. Until the
/// content is found in it, it has a time to end as well, since one byte now and then is no silence.
/// </summary>
internal sealed class BoundedStream(Stream body, IdleTimeout guard, BodyLimit limit) : ForwardStream
{
    private long _count;

    /// <summary>Whether what follows is the content, which may take its time.</summary>
    public bool IsContent { get; set; }

    /// <exception cref="TransferBreakException">The body broke off, fell silent, or takes too long.</exception>
    /// <exception cref="VideoTaskException">It is too large.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!IsContent)
        {
            limit.EnsureInTime();
        }

        // By the caller's token and not by the guard's, which tells the caller's cancellation from silence.
        var count = await ContentBody.ReadAsync(body, buffer, guard, guard.Origin).ConfigureAwait(false);
        _count += count;
        limit.EnsureSize(_count, IsContent);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }
}
