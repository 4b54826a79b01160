using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;
using VideoTasks.Http;

namespace VideoTasks.Download.Content;

/// <summary>Tells by the range, by the type and by the first bytes whether an answer is the content.</summary>
internal sealed class MediaReader(DownloadContext context, JsonContentReader json)
{
    /// <summary>Reads what is JSON.</summary>
    public JsonContentReader Json => json;

    /// <summary>Reads an answer that claims to be the wanted range.</summary>
    public async Task<ContentAnswer> ReadRangeAsync(ContentReply reply, ContentRequest wanted, CancellationToken cancellationToken)
    {
        var range = ContentByteRange.Of(reply.Response);
        var why = range switch
        {
            null or { From: null } or { To: null } => "a 206 without a readable Content-Range",
            _ when range.From != wanted.From => $"a range from {range.From} where one from {wanted.From} was asked for",
            _ when range.To >= (wanted.To ?? long.MaxValue) => $"a range up to {range.To} where one up to {wanted.To - 1} was asked for",
            _ when range.Total is { } total && (range.To >= total || total != (wanted.Known?.Length ?? total)) =>
                $"a range of {total} bytes where the file has {wanted.Known?.Length}",
            _ when reply.Response.Content.Headers.ContentLength is { } length && length != range.To - range.From + 1 =>
                "a range of another length than its Content-Length",
            _ when reply.Encoding is not null => "an encoded range",
            _ => null,
        };
        if (why is not null)
        {
            return new ContentAnswer.WrongRange(why);
        }

        var identity = EntityValidators.Of(reply.Response, range!.Total ?? wanted.Known?.Length, reply.UriDigest);
        if (wanted.Known is { } known && known.Contradicts(identity))
        {
            return new ContentAnswer.WrongRange("a range of another version of the file", IsOtherVersion: true);
        }

        if (range.From == 0)
        {
            return await ClassifyAsync(reply, identity, range.To + 1, cancellationToken).ConfigureAwait(false);
        }

        // What JSON or HTML has at an offset is nothing that a video can go on with.
        if (reply.IsText)
        {
            return new ContentAnswer.WrongRange($"a range labelled {reply.MediaType}");
        }

        return Content(reply, default, identity, (wanted.From, range.To + 1), ContentKind.Unknown, isDecoded: false);
    }

    /// <summary>Reads an answer that is something whole.</summary>
    public async Task<ContentAnswer> ReadWholeAsync(ContentReply reply, CancellationToken cancellationToken)
    {
        var length = reply.Response.Content.Headers.ContentLength;
        return await ClassifyAsync(
            reply, EntityValidators.Of(reply.Response, length, reply.UriDigest), length, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ContentAnswer> ClassifyAsync(ContentReply reply, EntityValidators identity, long? end, CancellationToken cancellationToken)
    {
        var head = await reply.PeekAsync(cancellationToken).ConfigureAwait(false);
        var kind = ContentSniffer.Sniff(head.Span);
        var isDecoded = false;
        if (!kind.IsMedia() && reply.Encoding is { } encoding)
        {
            var decoded = ContentDecoding.Wrap(encoding, new PrefixedStream(head, reply.Body), head.Span)
                ?? throw context.Errors.Unusable($"it is encoded as {encoding}, which was not asked for");
            reply = reply with { Body = decoded };
            head = await reply.PeekAsync(cancellationToken).ConfigureAwait(false);
            kind = ContentSniffer.Sniff(head.Span);
            (isDecoded, end, identity) = (true, null, identity with { Length = null });
        }

        if (kind == ContentKind.Json
            || (kind is ContentKind.Text or ContentKind.Unknown && reply.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true))
        {
            return await json.ReadAsync(reply, head, cancellationToken).ConfigureAwait(false);
        }

        if (kind == ContentKind.Text && ReadUrl(head.Span, reply.Url) is { } url)
        {
            return new ContentAnswer.Relocated(ContentLocation.At(url, ContentLocationKind.Named));
        }

        if (kind == ContentKind.Empty)
        {
            return new ContentAnswer.Problem(
                context.Errors.Unusable("the server sent an empty body"), reply.Response.StatusCode, reply.IsVendors) { IsTransient = true };
        }

        // A range of a few bytes tells nothing yet; the whole file is looked at once more at its end.
        var isTooShort = end < Math.Min(identity.Length ?? 0, ContentSniffer.Length);
        if (!kind.IsMedia() && !isTooShort)
        {
            // Whatever it is labelled: what no player knows by its first bytes is no video to it.
            return new ContentAnswer.Problem(
                context.Errors.NotMedia(kind, reply.MediaType, head, reply.Response.StatusCode), reply.Response.StatusCode, reply.IsVendors);
        }

        if (context.Options.Variant is "thumbnail" or "spritesheet" && kind.MediaType()?.StartsWith("video/", StringComparison.Ordinal) == true)
        {
            // What a vendor without variants sends for any of them.
            throw context.Errors.Invalid($"it is the video, not a {context.Options.Variant}: leave the variant out");
        }

        if (end > context.Options.MaxBytes || identity.Length > context.Options.MaxBytes)
        {
            throw context.Errors.TooLarge(context.Options.MaxBytes, identity.Length ?? end);
        }

        return Content(reply, head, identity, (0, end), kind, isDecoded);
    }

    private static ContentAnswer.Bytes Content(
        ContentReply reply, ReadOnlyMemory<byte> head, EntityValidators identity, (long From, long? End) range, ContentKind kind, bool isDecoded)
    {
        var content = new ContentBody(reply.Response, reply.Body, head, reply.Guard)
        {
            From = range.From,
            End = range.End,
            Identity = identity,
            Kind = kind,
            MediaType = kind.MediaType() ?? reply.MediaType,
            FileName = SafeFileName.From(reply.Response.Content.Headers) ?? SafeFileName.From(reply.Url),
            FinalUrl = UrlQuery.WithoutQuery(reply.Url),
            IsDecoded = isDecoded,
        };
        return new(content, VendorHttp.WasRedirected(reply.Response) ? ContentLocation.At(reply.Url, ContentLocationKind.Redirected) : reply.Place);
    }

    private static Uri? ReadUrl(ReadOnlySpan<byte> text, Uri answered)
    {
        var line = System.Text.Encoding.UTF8.GetString(text).Trim();
        var isUrl = line.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && !line.Any(char.IsWhiteSpace)
            && text.Length < ContentSniffer.Length;
        return isUrl && ExactUrl.TryResolve(answered, line, out var url) ? url : null;
    }
}
