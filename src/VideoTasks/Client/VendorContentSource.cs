using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using VideoTasks.Calls;
using VideoTasks.Download.Content;
using VideoTasks.Download.Formats;
using VideoTasks.Http;
using VideoTasks.Json;
using VideoTasks.Mapping;
using VideoTasks.Vendors;

namespace VideoTasks;

/// <summary>The content of a task: its vendor's content operation, or what the task itself says where there is none.</summary>
/// <param name="readTask">Reads the task; see <see cref="IVideoTaskClient.GetAsync"/>.</param>
/// <param name="http">Sends the requests, by the rules about keys, redirects and addresses.</param>
/// <param name="requests">Builds the request of the content operation.</param>
/// <param name="context">The vendor and the task, for errors too.</param>
/// <param name="options">The rendition, and which addresses it may lie at.</param>
/// <param name="time">The clock that a Retry-After date is compared with where the answer has none of its own.</param>
internal sealed class VendorContentSource(
    Func<CancellationToken, Task<VideoTask>> readTask,
    VendorHttp http,
    VendorRequests requests,
    VendorErrorContext context,
    VideoContentOptions options,
    TimeProvider time)
    : IContentSource
{
    private readonly VideoVendorDescription _vendor = context.Vendor;
    private readonly VendorCall _call = new(VideoOperation.Content, context.Id, options.Variant);

    public string? Vendor => _vendor.Name;

    public VideoTaskHandle? Handle => context.Handle;

    private bool WantsVideo => options.Variant is null || options.Variant.Equals("video", StringComparison.OrdinalIgnoreCase);

    public async ValueTask<ContentLocation> LocateAsync(CancellationToken cancellationToken)
    {
        if (_vendor.Supports(VideoOperation.Content))
        {
            var call = _vendor.ContentIdPointer is { } pointer
                ? _call with { Id = await FindFileIdAsync(pointer, cancellationToken).ConfigureAwait(false) }
                : _call;
            return new(ContentLocationKind.Operation, () => requests.Create(call));
        }

        var task = VideoTaskOutcome.EnsureNotFailed(await readTask(cancellationToken).ConfigureAwait(false));
        return FindContent(task) ?? throw (!WantsVideo || UrlOf(task) is null
            ? NotReady(ErrorMessages.NamesNoVideo(task.Handle, task.Status, task.RawStatus, options.Variant), task)
            : new VideoTaskException(ErrorMessages.UrlUnreadable(task.Handle)) { Vendor = Vendor, Handle = Handle, Task = task });
    }

    public ContentLocation? FindContent(VideoTask task)
    {
        var url = WantsVideo ? UrlOf(task) : JsonVideoLocator.FindUrl(task.Raw, options.Variant);
        if (url?.StartsWith("data:", StringComparison.OrdinalIgnoreCase) == true)
        {
            return ContentLocation.Parse(url);
        }

        if (url is not null)
        {
            return ExactUrl.TryResolve(context.BaseUrl, url, out var absolute) ? ContentLocation.At(absolute, ContentLocationKind.Named) : null;
        }

        // Where the file has an operation of its own, a task may hold many a text; only one that is a video by its bytes is taken for it.
        return WantsVideo && task.Raw.ValueKind != JsonValueKind.Undefined && JsonVideoLocator.FindInline(task.Raw, options.Variant) is { } inline
            && (!_vendor.Supports(VideoOperation.Content) || ContentSniffer.Sniff(Base64Text.HeadOf(inline)).IsMedia())
            ? ContentLocation.Parse(inline.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? inline : "data:;base64," + inline)
            : null;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, ContentLocation place, CancellationToken cancellationToken) =>
        http.SendAsync(request, place.Kind == ContentLocationKind.Named, options.AllowPrivateAddresses, cancellationToken);

    public Uri WithoutKey(Uri url) => http.Endpoint.Keys.RemoveFrom(url);

    public string? FindUrl(JsonElement answer)
    {
        if (!WantsVideo)
        {
            return JsonVideoLocator.FindUrl(answer, options.Variant);
        }

        return UrlOf(VideoTaskMapper.Map(_vendor, VideoOperation.Content, answer, context.Id))
            ?? (JsonVideoLocator.HasError(answer) ? null : JsonVideoLocator.FindUrl(answer, options.Variant));
    }

    public VideoTaskException ReadError(HttpStatusCode status, HttpResponseHeaders headers, ReadOnlyMemory<byte> body) =>
        VendorErrors.From(status, body, context, RetryAfter.Of(headers, time));

    public async ValueTask<VideoTask?> ReadTaskAsync(CancellationToken cancellationToken)
    {
        if (!_vendor.Supports(VideoOperation.Get))
        {
            return null;
        }

        try
        {
            return await readTask(cancellationToken).ConfigureAwait(false);
        }
        catch (VideoTaskException exception)
            when (exception.Reason is not (VideoTaskErrorReason.NotFound or VideoTaskErrorReason.Unauthorized or VideoTaskErrorReason.Expired))
        {
            // The content's own error says more than that the task can't be read just now.
            return null;
        }
    }

    // Some vendors keep the file under an id of its own, which the task names once it is completed.
    private async ValueTask<string> FindFileIdAsync(string pointer, CancellationToken cancellationToken)
    {
        var task = VideoTaskOutcome.EnsureNotFailed(await readTask(cancellationToken).ConfigureAwait(false));
        return JsonPointer.Find(task.Raw, pointer) is { } value && JsonText.AsText(value) is { Length: > 0 } id ? id
            : throw NotReady(ErrorMessages.NamesNoFile(task.Handle, task.Status, task.RawStatus, pointer), task);
    }

    private VideoTaskException NotReady(ErrorMessage message, VideoTask task) =>
        new(message) { Vendor = Vendor, Handle = Handle, Task = task, RetryAfter = task.RetryAfter };

    private static string? UrlOf(VideoTask task) => task.VideoUrl?.OriginalString ?? task.VideoUrlText;
}
