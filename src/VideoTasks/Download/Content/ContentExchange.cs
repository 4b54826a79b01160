using System.Net;
using VideoTasks.Calls;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>One request for the content, and what its answer means: by status, by type, and by the first bytes.</summary>
internal sealed class ContentExchange(IContentSource source, DownloadContext context)
{
    private const int MaxErrorBytes = 64 * 1024;

    // How what the RFC means by deflate begins.
    private static readonly byte[] Deflated = [0x78];

    private readonly MediaReader _media = new(context, new(source, context));

    /// <summary>Whether any server answered yet.</summary>
    public bool HasConnected { get; private set; }

    /// <exception cref="HttpRequestException">No answer came.</exception>
    /// <exception cref="TransferBreakException">The answer broke off, or did not come in time.</exception>
    /// <exception cref="VideoTaskException">The answer can't be used, whatever is tried.</exception>
    public async Task<ContentAnswer> SendAsync(ContentLocation place, ContentRequest wanted, CancellationToken cancellationToken)
    {
        var guard = new IdleTimeout(context.Time, context.Options.StallLimit, cancellationToken);
        HttpResponseMessage? response = null;
        var isHandedOn = false;
        try
        {
            response = await SendAsync(place, wanted, guard, cancellationToken).ConfigureAwait(false);
            HasConnected = true;
            var answer = await ReadAsync(place, wanted, response, guard, cancellationToken).ConfigureAwait(false);
            isHandedOn = answer is ContentAnswer.Bytes;
            return answer;
        }
        finally
        {
            if (!isHandedOn)
            {
                response?.Dispose();
                guard.Dispose();
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        ContentLocation place, ContentRequest wanted, IdleTimeout guard, CancellationToken cancellationToken)
    {
        var request = place.CreateRequest();
        wanted.ApplyTo(request);

        // One connection of HTTP/2 for all segments would be as slow as one connection. Never "or higher": HTTP/3 knows no connect callback, so
        // no check of addresses.
        request.Version = context.Options.Parallelism == 1 ? HttpVersion.Version20 : HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        guard.BeginWait();
        try
        {
            return await source.SendAsync(request, place, guard.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransferBreakException("the server did not answer", exception);
        }
        finally
        {
            guard.EndWait();
        }
    }

    private async Task<ContentAnswer> ReadAsync(
        ContentLocation place, ContentRequest wanted, HttpResponseMessage response, IdleTimeout guard, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(guard.Token).ConfigureAwait(false);
        var reply = new ContentReply(place, response, body, guard) 
        {
            Limit = new(context),
            UriDigest = EntityValidators.Digest(source.WithoutKey(response.RequestMessage!.RequestUri!)),
        };
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation:
                return await _media.ReadWholeAsync(reply, cancellationToken).ConfigureAwait(false);
            case HttpStatusCode.PartialContent:
                return await _media.ReadRangeAsync(reply, wanted, cancellationToken).ConfigureAwait(false);
            case HttpStatusCode.RequestedRangeNotSatisfiable when wanted.IsRanged:
                return new ContentAnswer.RangeNotSatisfiable(ContentByteRange.Of(response)?.Total, reply.UriDigest);
            case HttpStatusCode.RequestedRangeNotSatisfiable:
                return new ContentAnswer.Problem(
                    context.Errors.Unusable("the server answered 416, though no range was asked for"), response.StatusCode, reply.IsVendors);
            case HttpStatusCode.Accepted:
                return new ContentAnswer.Problem(
                    context.Errors.NotReady(default), response.StatusCode, reply.IsVendors) { RetryAfter = VendorErrors
                        .RetryAfter(response, context.Time) };
            case HttpStatusCode.NoContent or HttpStatusCode.ResetContent:
                return new ContentAnswer.Problem(
                    context.Errors.Unusable($"the server answered {(int)response.StatusCode} without a body"),
                    response.StatusCode,
                    reply.IsVendors) { IsTransient = true };
            case < HttpStatusCode.BadRequest:
                return new ContentAnswer.Problem(
                    context.Errors.Unusable(
                        $"the server answered {(int)response.StatusCode}, which brings no content"), response.StatusCode, reply.IsVendors);
        }

        if (reply.Encoding is { } encoding && ContentDecoding.Wrap(encoding, body, Deflated) is { } decoded)
        {
            reply = reply with { Body = decoded };
        }

        var text = await reply.ReadErrorAsync(MaxErrorBytes, context.Time, cancellationToken).ConfigureAwait(false);
        return new ContentAnswer.Problem(source.ReadError(response.StatusCode, response.Headers, text), response.StatusCode, reply.IsVendors)
        {
            RetryAfter = VendorErrors.RetryAfter(response, context.Time),
        };
    }

    /// <summary>Content that stands in the vendor's answer about the task.</summary>
    public ContentAnswer.Bytes ReadInline(string inline) => _media.Json.ReadInline(inline, null, null);
}
