using System.Net;
using System.Text.Json;
using VideoTasks.Http;

namespace VideoTasks.Download;

/// <summary>One request for the content, and what its answer means: by status, by type, and by the first bytes.</summary>
internal sealed class ContentExchange(IContentSource source, VideoDownloadOptions options, TimeProvider time, DownloadErrors errors)
{
    private const int MaxErrorBytes = 64 * 1024;
    private const int MaxJsonBytes = 1024 * 1024;

    /// <summary>Whether any server answered yet.</summary>
    public bool HasConnected { get; private set; }

    /// <exception cref="HttpRequestException">No answer came.</exception>
    /// <exception cref="TransferBreakException">The answer broke off, or did not come in time.</exception>
    /// <exception cref="VideoTaskException">The answer can't be used, whatever is tried.</exception>
    public async Task<ContentAnswer> SendAsync(ContentPlace place, ContentRequest wanted, CancellationToken cancellationToken)
    {
        var guard = new StallGuard(time, options.StallTimeout, cancellationToken);
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

    private async Task<HttpResponseMessage> SendAsync(ContentPlace place, ContentRequest wanted, StallGuard guard, CancellationToken cancellationToken)
    {
        var request = place.CreateRequest();
        wanted.ApplyTo(request);

        // One connection of HTTP/2 for all pieces would be as slow as one connection. Never "or higher": HTTP/3 knows no connect callback, so
        // no check of addresses.
        request.Version = options.Connections == 1 ? HttpVersion.Version20 : HttpVersion.Version11;
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
        ContentPlace place, ContentRequest wanted, HttpResponseMessage response, StallGuard guard, CancellationToken cancellationToken)
    {
        var isVendors = place.Kind == ContentPlaceKind.Operation && !VendorHttp.WasRedirected(response);
        var stream = await response.Content.ReadAsStreamAsync(guard.Token).ConfigureAwait(false);
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation:
                return await ReadWholeAsync(place, response, stream, guard, isVendors, cancellationToken).ConfigureAwait(false);
            case HttpStatusCode.PartialContent:
                return await ReadRangeAsync(place, wanted, response, stream, guard, isVendors, cancellationToken).ConfigureAwait(false);
            case HttpStatusCode.RequestedRangeNotSatisfiable when wanted.IsRanged:
                return new ContentAnswer.Unsatisfied(ContentByteRange.Of(response)?.Total);
            case HttpStatusCode.Accepted:
                return new ContentAnswer.Problem(errors.NotReady(default), response.StatusCode, isVendors) { RetryAfter = VendorErrors.RetryAfter(response, time) };
            case HttpStatusCode.NoContent or HttpStatusCode.ResetContent:
                return new ContentAnswer.Problem(errors.Unusable($"the server answered {(int)response.StatusCode} without a body"), response.StatusCode, isVendors) { IsTransient = true };
            case < HttpStatusCode.BadRequest:
                return new ContentAnswer.Problem(errors.Unusable($"the server answered {(int)response.StatusCode}, which brings no content"), response.StatusCode, isVendors);
        }

        var body = await ReadTextAsync(stream, default, MaxErrorBytes, guard, cancellationToken).ConfigureAwait(false);
        return new ContentAnswer.Problem(source.ReadError(response.StatusCode, response.Headers, body.Text), response.StatusCode, isVendors)
        {
            RetryAfter = VendorErrors.RetryAfter(response, time),
        };
    }

    private async Task<ContentAnswer> ReadRangeAsync(
        ContentPlace place, ContentRequest wanted, HttpResponseMessage response, Stream stream, StallGuard guard, bool isVendors, CancellationToken cancellationToken)
    {
        var range = ContentByteRange.Of(response);
        var headers = response.Content.Headers;
        var why = range switch
        {
            null or { From: null } or { To: null } => "a 206 without a readable Content-Range",
            _ when range.From != wanted.From => $"a range from {range.From} where one from {wanted.From} was asked for",
            _ when range.To >= (wanted.To ?? long.MaxValue) => $"a range up to {range.To} where one up to {wanted.To - 1} was asked for",
            _ when range.Total is { } total && (range.To >= total || total != (wanted.Known?.Length ?? total)) => $"a range of {total} bytes where the file has {wanted.Known?.Length}",
            _ when headers.ContentLength is { } length && length != range.To - range.From + 1 => "a range of another length than its Content-Length",
            _ when headers.ContentEncoding.Any(IsRealEncoding) => "an encoded range",
            _ => null,
        };
        if (why is not null)
        {
            return new ContentAnswer.WrongRange(why);
        }

        var identity = ContentIdentity.Of(response, range!.Total ?? wanted.Known?.Length);
        if (wanted.Known is { } known && known.Contradicts(identity))
        {
            return new ContentAnswer.WrongRange("a range of another version of the file", IsOtherVersion: true);
        }

        if (range.From == 0)
        {
            return await ClassifyAsync(place, response, stream, guard, identity, range.To + 1, isVendors, cancellationToken).ConfigureAwait(false);
        }

        // What JSON or HTML has at an offset is nothing that a video can go on with.
        if (IsTextType(headers.ContentType?.MediaType))
        {
            return new ContentAnswer.WrongRange($"a range labelled {headers.ContentType?.MediaType}");
        }

        return Content(place, response, stream, default, guard, identity, (wanted.From, range.To + 1), ContentKind.Unknown, isDecoded: false);
    }

    private async Task<ContentAnswer> ReadWholeAsync(
        ContentPlace place, HttpResponseMessage response, Stream stream, StallGuard guard, bool isVendors, CancellationToken cancellationToken)
    {
        var length = response.Content.Headers.ContentLength;
        return await ClassifyAsync(place, response, stream, guard, ContentIdentity.Of(response, length), length, isVendors, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ContentAnswer> ClassifyAsync(
        ContentPlace place, HttpResponseMessage response, Stream stream, StallGuard guard, ContentIdentity identity, long? end, bool isVendors, CancellationToken cancellationToken)
    {
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var head = await PeekAsync(stream, guard, cancellationToken).ConfigureAwait(false);
        var kind = ContentSniffer.Sniff(head.Span);
        var isDecoded = false;
        if (!kind.IsMedia() && response.Content.Headers.ContentEncoding.LastOrDefault(IsRealEncoding) is { } encoding)
        {
            stream = ContentDecoding.Wrap(encoding, new PrefixedStream(head, stream), head.Span) ?? throw errors.Unusable($"it is encoded as {encoding}, which was not asked for");
            head = await PeekAsync(stream, guard, cancellationToken).ConfigureAwait(false);
            kind = ContentSniffer.Sniff(head.Span);
            (isDecoded, end, identity) = (true, null, identity with { Length = null });
        }

        if (kind == ContentKind.Json || (kind is ContentKind.Text or ContentKind.Unknown && mediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true))
        {
            return await ReadJsonAsync(response, stream, head, guard, isVendors, cancellationToken).ConfigureAwait(false);
        }

        if (kind == ContentKind.Text && ReadUrl(head.Span) is { } url)
        {
            return new ContentAnswer.Elsewhere(ContentPlace.At(url, ContentPlaceKind.Named));
        }

        if (kind == ContentKind.Empty)
        {
            return new ContentAnswer.Problem(errors.Unusable("the server sent an empty body"), response.StatusCode, isVendors) { IsTransient = true };
        }

        if (!kind.IsMedia() && (kind != ContentKind.Unknown || IsTextType(mediaType)))
        {
            return new ContentAnswer.Problem(errors.NotMedia(kind, mediaType, head, response.StatusCode), response.StatusCode, isVendors);
        }

        if (options.Variant is "thumbnail" or "spritesheet" && kind.MediaType()?.StartsWith("video/", StringComparison.Ordinal) == true)
        {
            // What a vendor without variants sends for any of them.
            throw errors.Invalid($"it is the video, not a {options.Variant}: leave the variant out");
        }

        if (end > options.MaxBytes || identity.Length > options.MaxBytes)
        {
            throw errors.TooLarge(options.MaxBytes, identity.Length ?? end);
        }

        return Content(place, response, stream, head, guard, identity, (0, end), kind, isDecoded);
    }

    private async Task<ContentAnswer> ReadJsonAsync(
        HttpResponseMessage response, Stream stream, ReadOnlyMemory<byte> head, StallGuard guard, bool isVendors, CancellationToken cancellationToken)
    {
        var (text, isWhole) = await ReadTextAsync(stream, head, MaxJsonBytes, guard, cancellationToken).ConfigureAwait(false);
        if (!isWhole)
        {
            return await ReadLargeJsonAsync(response, new PrefixedStream(text, stream), guard, isVendors, cancellationToken).ConfigureAwait(false);
        }

        JsonElement answer;
        try
        {
            using var document = JsonDocument.Parse(text);
            answer = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return new ContentAnswer.Problem(errors.NotMedia(ContentKind.Text, "JSON", text, response.StatusCode), response.StatusCode, isVendors);
        }

        if (source.FindUrl(answer) is { } found && !found.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(response.RequestMessage!.RequestUri, found, out var url))
        {
            return new ContentAnswer.Elsewhere(ContentPlace.At(url, ContentPlaceKind.Named));
        }

        if (JsonAnswer.FindInline(answer) is { } inline)
        {
            return ReadInline(inline, response, guard);
        }

        var said = source.ReadError(response.StatusCode, response.Headers, text);
        return JsonAnswer.HasError(answer) || said is VideoUnauthorizedException or VideoQuotaExceededException or VideoExpiredException or VideoRateLimitedException
            ? new ContentAnswer.Problem(said, response.StatusCode, isVendors)
            : new ContentAnswer.Problem(errors.NotReady(text, said), response.StatusCode, isVendors) { RetryAfter = VendorErrors.RetryAfter(response, time) };
    }

    private async Task<ContentAnswer> ReadLargeJsonAsync(
        HttpResponseMessage response, Stream json, StallGuard guard, bool isVendors, CancellationToken cancellationToken)
    {
        var inline = new JsonInlineStream(json);
        try
        {
            if (!await inline.FindAsync(guard.Token).ConfigureAwait(false))
            {
                return new ContentAnswer.Problem(errors.NotMedia(ContentKind.Json, null, default, response.StatusCode), response.StatusCode, isVendors);
            }

            var head = await PeekAsync(inline, guard, cancellationToken).ConfigureAwait(false);
            return Inlined(response, inline, head, guard, length: null);
        }
        catch (FormatException exception)
        {
            throw errors.Invalid(exception.Message, exception);
        }
        catch (IOException exception)
        {
            throw new TransferBreakException("the connection broke", exception);
        }
    }

    /// <summary>Content that stands in the answer itself.</summary>
    public ContentAnswer.Bytes ReadInline(string inline, HttpResponseMessage? response, StallGuard? guard)
    {
        try
        {
            var bytes = Base64Text.Decode(inline);
            if (bytes.Length > options.MaxBytes)
            {
                throw errors.TooLarge(options.MaxBytes, bytes.Length);
            }

            guard ??= new StallGuard(time, options.StallTimeout, CancellationToken.None);
            return Inlined(response, new MemoryStream(bytes), bytes.AsMemory(0, Math.Min(bytes.Length, ContentSniffer.Length)), guard, bytes.Length);
        }
        catch (FormatException exception)
        {
            throw errors.Invalid(exception.Message, exception);
        }
    }

    private ContentAnswer.Bytes Inlined(HttpResponseMessage? response, Stream stream, ReadOnlyMemory<byte> head, StallGuard guard, long? length)
    {
        var kind = ContentSniffer.Sniff(head.Span);
        if (!kind.IsMedia() && kind != ContentKind.Unknown)
        {
            throw errors.Invalid($"the base64 in the vendor's answer is {ContainerCheck.Describe(kind)}");
        }

        if (stream is MemoryStream)
        {
            head = default;
        }

        return new ContentAnswer.Bytes(
            new OpenContent(response, stream, head, guard)
            {
                End = length,
                Identity = new(null, null, length, HasStrongDate: false),
                Kind = kind,
                MediaType = kind.MediaType(),
                IsDecoded = true,
            },
            null);
    }

    private static ContentAnswer.Bytes Content(
        ContentPlace place, HttpResponseMessage response, Stream stream, ReadOnlyMemory<byte> head, StallGuard guard,
        ContentIdentity identity, (long From, long? End) range, ContentKind kind, bool isDecoded)
    {
        var url = response.RequestMessage!.RequestUri!;
        var content = new OpenContent(response, stream, head, guard)
        {
            From = range.From,
            End = range.End,
            Identity = identity,
            Kind = kind,
            MediaType = kind.MediaType() ?? response.Content.Headers.ContentType?.MediaType,
            FileName = SafeFileName.From(response.Content.Headers) ?? SafeFileName.From(url),
            FinalUrl = UrlQuery.WithoutQuery(url),
            IsDecoded = isDecoded,
        };
        return new(content, VendorHttp.WasRedirected(response) ? ContentPlace.At(url, ContentPlaceKind.Redirected) : place);
    }

    private static async ValueTask<ReadOnlyMemory<byte>> PeekAsync(Stream stream, StallGuard guard, CancellationToken cancellationToken)
    {
        var head = new byte[ContentSniffer.Length];
        var count = 0;
        int read;
        do
        {
            read = await OpenContent.ReadAsync(stream, head.AsMemory(count), guard, cancellationToken).ConfigureAwait(false);
            count += read;
        }
        while (read > 0 && count < ContentSniffer.MinLength);
        return head.AsMemory(0, count);
    }

    private static async ValueTask<(ReadOnlyMemory<byte> Text, bool IsWhole)> ReadTextAsync(
        Stream stream, ReadOnlyMemory<byte> head, int limit, StallGuard guard, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        buffer.Write(head.Span);
        var chunk = new byte[16 * 1024];
        while (buffer.Length < limit)
        {
            var count = await OpenContent.ReadAsync(stream, chunk, guard, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return (buffer.ToArray(), true);
            }

            buffer.Write(chunk.AsSpan(0, count));
        }

        return (buffer.ToArray(), false);
    }

    private static Uri? ReadUrl(ReadOnlySpan<byte> text)
    {
        var line = System.Text.Encoding.UTF8.GetString(text).Trim();
        var isUrl = line.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !line.Any(char.IsWhiteSpace) && text.Length < ContentSniffer.Length;
        return isUrl && Uri.TryCreate(line, UriKind.Absolute, out var url) ? url : null;
    }

    private static bool IsRealEncoding(string encoding) => encoding.ToLowerInvariant() is "gzip" or "x-gzip" or "deflate" or "br" or "zstd" or "compress";

    private static bool IsTextType(string? mediaType) =>
        mediaType is not null && (mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || mediaType.Contains("json", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase));
}
