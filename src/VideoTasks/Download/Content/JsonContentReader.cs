using VideoTasks.Calls;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;
using VideoTasks.Http;
using VideoTasks.Json;

namespace VideoTasks.Download.Content;

/// <summary>JSON where the content was expected: it names the file, holds it, or says why there is none.</summary>
internal sealed class JsonContentReader(IContentSource source, DownloadContext context)
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Reads an answer that is JSON.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="head">What was read of it already.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ContentAnswer> ReadAsync(ContentReply reply, ReadOnlyMemory<byte> head, CancellationToken cancellationToken)
    {
        var response = reply.Response;
        var (text, isWhole) = await reply.ReadTextAsync(head, MaxBytes, cancellationToken).ConfigureAwait(false);
        if (!isWhole)
        {
            return await ReadLargeAsync(reply, text, cancellationToken).ConfigureAwait(false);
        }

        if (!JsonBody.TryParse(text, out var answer))
        {
            return new ContentAnswer.Problem(
                context.Errors.NotMedia(ContentKind.Text, "JSON", text, response.StatusCode), response.StatusCode, reply.IsVendors);
        }

        var found = source.FindUrl(answer) is { } named && !named.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? named : null;
        if (found is not null && ExactUrl.TryResolve(reply.Url, found, out var url))
        {
            return new ContentAnswer.Relocated(ContentLocation.At(url, ContentLocationKind.Named));
        }

        if (JsonVideoLocator.FindInline(answer, context.Options.Variant) is { } inline)
        {
            return ReadInline(inline, response, reply.Guard);
        }

        if (found is not null)
        {
            return new ContentAnswer.Problem(
                context.Errors.Unusable("the vendor names a URL that can't be read"), response.StatusCode, reply.IsVendors);
        }

        var said = source.ReadError(response.StatusCode, response.Headers, text);
        return JsonVideoLocator.HasError(answer) || said.Reason is VideoTaskErrorReason.Unauthorized or VideoTaskErrorReason.QuotaExceeded
                or VideoTaskErrorReason.Expired or VideoTaskErrorReason.RateLimited
            ? new ContentAnswer.Problem(said, response.StatusCode, reply.IsVendors)
            : new ContentAnswer.Problem(
                context.Errors.NotReady(text, said.Error), response.StatusCode, reply.IsVendors) { RetryAfter = VendorErrors
                    .RetryAfter(response, context.Time) };
    }

    /// <summary>Reads an answer that is too large to hold, or comes too slowly for one that names the content.</summary>
    private async Task<ContentAnswer> ReadLargeAsync(ContentReply reply, ReadOnlyMemory<byte> beginning, CancellationToken cancellationToken)
    {
        var body = new BoundedStream(reply.Body, reply.Guard, reply.Limit);
        var inline = new JsonInlineStream(new PrefixedStream(beginning, body), context.Options.Variant);
        try
        {
            if (!await inline.FindAsync(reply.Guard.Token).ConfigureAwait(false))
            {
                return new ContentAnswer.Problem(
                    context.Errors.NotMedia(ContentKind.Json, null, default, reply.Response.StatusCode), reply.Response.StatusCode, reply.IsVendors);
            }

            body.IsContent = true;
            var head = await (reply with { Body = inline }).PeekAsync(cancellationToken).ConfigureAwait(false);
            return Inlined(reply.Response, inline, head, reply.Guard, length: null);
        }
        catch (FormatException exception)
        {
            throw context.Errors.Invalid(exception.Message, exception);
        }
        catch (IOException exception)
        {
            throw new TransferBreakException("the connection broke", exception);
        }
    }

    /// <summary>Content that stands in the answer itself.</summary>
    public ContentAnswer.Bytes ReadInline(string inline, HttpResponseMessage? response, IdleTimeout? guard)
    {
        try
        {
            var bytes = Base64Text.Decode(inline);
            if (bytes.Length > context.Options.MaxBytes)
            {
                throw context.Errors.TooLarge(context.Options.MaxBytes, bytes.Length);
            }

            guard ??= new IdleTimeout(context.Time, context.Options.StallLimit, CancellationToken.None);
            return Inlined(response, new MemoryStream(bytes), bytes.AsMemory(0, Math.Min(bytes.Length, ContentSniffer.Length)), guard, bytes.Length);
        }
        catch (FormatException exception)
        {
            throw context.Errors.Invalid(exception.Message, exception);
        }
    }

    private ContentAnswer.Bytes Inlined(HttpResponseMessage? response, Stream stream, ReadOnlyMemory<byte> head, IdleTimeout guard, long? length)
    {
        var kind = ContentSniffer.Sniff(head.Span);
        if (!kind.IsMedia())
        {
            throw context.Errors.Invalid($"the base64 in the vendor's answer is {ContainerCheck.Describe(kind)}");
        }

        if (stream is MemoryStream)
        {
            head = default;
        }

        return new ContentAnswer.Bytes(
            new ContentBody(response, stream, head, guard)
            {
                End = length,
                Identity = new(null, null, length, HasStrongDate: false),
                Kind = kind,
                MediaType = kind.MediaType(),
                IsDecoded = true,
            },
            null);
    }
}
