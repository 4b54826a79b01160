using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>
/// The answer that a file is being read from. Another one takes its place only where it is proven to go on with the same file: by a strong
/// validator, by the bytes before, or by all bytes so far.
/// </summary>
internal sealed class ContentConnection(DownloadContext context, ContentLocator locator, IContentSink sink, DownloadPosition cursor) : IDisposable
{
    /// <summary>How many bytes that are there already are compared where no validator proves that an answer goes on with them.</summary>
    public const int OverlapLength = 16 * 1024;

    private bool _hasSilentRanges;
    private bool _hasLookedFurther;

    /// <summary>What is read from; null when nothing is open.</summary>
    public ContentBody? Content { get; private set; }

    /// <summary>Bytes of the next position on that were read already.</summary>
    public ReadOnlyMemory<byte> Surplus { get; set; }

    /// <summary>Goes on with an answer that was opened already.</summary>
    public void Adopt(ContentBody content)
    {
        Content = content;
        cursor.Accept(content);
    }

    /// <summary>Asks for what follows.</summary>
    /// <returns>False when the server says that there is nothing behind what was received.</returns>
    public ValueTask<bool> OpenAsync(CancellationToken cancellationToken) => OpenAsync(mustCompare: false, cancellationToken);

    private async ValueTask<bool> OpenAsync(bool mustCompare, CancellationToken cancellationToken)
    {
        var received = cursor.Position - cursor.Start;
        var comparable = Math.Min(Math.Min(OverlapLength, received), sink.Comparable);
        var mustProve = mustCompare || _hasSilentRanges || cursor.Identity?.Validator is null;
        var overlap = mustProve ? comparable : 0;

        // What can neither be confirmed nor compared at the seam is compared from the beginning on.
        var canResume = received > 0
            && cursor.Identity is not null
            && (cursor.Identity.Validator is not null || cursor.Identity.Length is not null)
            && !(mustProve && comparable == 0);
        if (canResume && cursor.Position == cursor.Total && overlap == 0)
        {
            // Everything is there; only the server can say whether it is still the same file.
            overlap = Math.Min(comparable, sink.Comparable == int.MaxValue ? 1 : OverlapLength);
        }

        var wanted = canResume ? new ContentRequest(cursor.Position - overlap, cursor.Limit, cursor.Identity)
            : received == 0 ? new ContentRequest(cursor.Start, cursor.Limit, null)
            : ContentRequest.Whole;

        Content = await locator.OpenAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (Content is null && overlap == 0)
        {
            await sink.DrainAsync(cancellationToken).ConfigureAwait(false);
            if (cursor.Position == cursor.Total || await sink.FaultAsync(cancellationToken).ConfigureAwait(false) is null)
            {
                cursor.End();
                return false;
            }

            // Less than was announced, and no whole container: it is this answer that is wrong.
            locator.RangesAreWrong = true;
            return await OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        if (Content is null)
        {
            await TruncateAsync(0, cancellationToken).ConfigureAwait(false);
            return await OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        if (received == 0)
        {
            return await BeginAsync(cancellationToken).ConfigureAwait(false);
        }

        if (overlap < comparable && Content.IsPartial && !cursor.Identity!.Confirms(Content.Identity))
        {
            // A range from elsewhere, or one that does not say of which version it is, proves nothing; the bytes before it do.
            _hasSilentRanges = !cursor.Identity.HasValidatorOf(Content.Identity);
            Close();
            return await OpenAsync(mustCompare: true, cancellationToken).ConfigureAwait(false);
        }

        var isAtOverlap = Content.IsPartial && Content.From == wanted.From && wanted.IsRanged;
        if (isAtOverlap && await ReplayAsync(cursor.Position - overlap, cancellationToken).ConfigureAwait(false) is null)
        {
            if (cursor.Identity is { ETag: null, LastModified: null } || cursor.Identity!.UriDigest != Content.Identity.UriDigest)
            {
                // What follows must be of the version that this answer names, at the place that it came from.
                cursor.Identity = Content.Identity;
            }

            cursor.Accept(Content);
            return true;
        }

        if (!isAtOverlap)
        {
            return await StartOverAsync(cancellationToken).ConfigureAwait(false);
        }

        // The bytes at the seam differ: it is another file, whatever its headers say.
        Close();
        await TruncateAsync(0, cancellationToken).ConfigureAwait(false);
        return await OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether the file goes on behind the length that the server gave: a Content-Length may be too small, and nothing else of the answer tells.
    /// Asked once, and only when the container is cut off there.
    /// </summary>
    public async ValueTask<bool> ReachesFurtherAsync(CancellationToken cancellationToken)
    {
        if (_hasLookedFurther || Content is { IsDecoded: true } || locator.RangesAreWrong)
        {
            return false;
        }

        _hasLookedFurther = true;
        Close();
        var wanted = new ContentRequest(cursor.Position - Math.Min(OverlapLength, cursor.Position), null, cursor.Identity! with { Length = null });
        try
        {
            Content = await locator.OpenAsync(wanted, cancellationToken).ConfigureAwait(false);
        }
        catch (VideoTaskException exception) when (exception.Reason != VideoTaskErrorReason.Interrupted)
        {
            // That the container is cut off says more than that nobody can tell what follows.
            return false;
        }

        if (Content is { IsPartial: true } && Content.From == wanted.From && Content.Identity.Length > cursor.Position
            && await ReplayAsync(wanted.From, cancellationToken).ConfigureAwait(false) is null)
        {
            cursor.Accept(Content);
            return true;
        }

        return false;
    }

    /// <summary>Takes the first answer, of whatever it is.</summary>
    private async ValueTask<bool> BeginAsync(CancellationToken cancellationToken)
    {
        if (cursor.Start > 0 && Content is { IsPartial: true, Identity.Length: null })
        {
            // Without the length of the file, nobody could tell a range to its end from a shorter one.
            Close();
            locator.RangesAreWrong = true;
            return await OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        if (Content!.From != cursor.Start)
        {
            // The whole file comes, and its reader passes over what is before the range.
            cursor.Narrow(Content.From, cursor.Limit);
        }

        cursor.Identity = null;
        cursor.Accept(Content);
        return true;
    }

    public void Close()
    {
        Content?.Dispose();
        (Content, Surplus) = (null, default);
    }

    public void Dispose() => Close();

    /// <summary>Deals with an answer that begins at 0 where a range was wanted.</summary>
    private async ValueTask<bool> StartOverAsync(CancellationToken cancellationToken)
    {
        if (cursor.Identity?.Contradicts(Content!.Identity) == true
            && await sink.TruncateAsync(0, cancellationToken).ConfigureAwait(false) is not null)
        {
            RewindTo(0);
            cursor.Accept(Content);
            return true;
        }

        // Perhaps it is the same file: what is there stays until it is proven wrong.
        cursor.ResumedBytes = 0;
        var differsAt = await ReplayAsync(0, cancellationToken).ConfigureAwait(false);
        var fresh = Content!.Identity;
        if (differsAt is { } offset)
        {
            var surplus = Surplus;
            await TruncateAsync(offset, cancellationToken).ConfigureAwait(false);
            if (cursor.Position != offset)
            {
                Close();
                return await OpenAsync(cancellationToken).ConfigureAwait(false);
            }

            Surplus = surplus;
            cursor.Identity = null;
        }

        cursor.Identity = cursor.Identity is null
            || fresh.Validator is not null
            || fresh.UriDigest != cursor.Identity.UriDigest ? fresh : cursor.Identity;
        cursor.Accept(Content);
        return true;
    }

    /// <summary>Reads what was received before once more.</summary>
    /// <returns>Null when all of it is the same; else the first byte that is not.</returns>
    private async ValueTask<long?> ReplayAsync(long from, CancellationToken cancellationToken)
    {
        if (from < cursor.Start)
        {
            await ContentReplay.SkipAsync(Content!, cursor.Start - from, cancellationToken).ConfigureAwait(false);
            from = cursor.Start;
        }

        var (differsAt, surplus) = await ContentReplay.RunAsync(Content!, sink, from, cursor.Position, cancellationToken).ConfigureAwait(false);
        if (!surplus.IsEmpty)
        {
            Surplus = surplus;
        }

        return differsAt;
    }

    private async ValueTask TruncateAsync(long offset, CancellationToken cancellationToken)
    {
        RewindTo(await sink.TruncateAsync(offset, cancellationToken).ConfigureAwait(false) ?? throw context.Errors.Changed());
    }

    private void RewindTo(long position)
    {
        Surplus = default;
        cursor.RewindTo(position);
    }
}
