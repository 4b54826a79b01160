using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace VideoTasks.Download.Content;

/// <summary>What a download asks of the vendor, or of whatever else knows where the file is.</summary>
internal interface IContentSource
{
    /// <summary>The vendor's name, for errors.</summary>
    string? Vendor { get; }

    /// <summary>The task; null for a bare URL.</summary>
    VideoTaskHandle? Handle { get; }

    /// <summary>Where to ask for the content; asked again when the last place no longer works.</summary>
    /// <exception cref="VideoTaskException">The vendor does not say, or says no.</exception>
    ValueTask<ContentLocation> LocateAsync(CancellationToken cancellationToken);

    /// <summary>Sends a request to a place, by the rules about keys, redirects and addresses.</summary>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, ContentLocation place, CancellationToken cancellationToken);

    /// <summary>A URL of an answer, without what is only there because of the key.</summary>
    Uri WithoutKey(Uri url);

    /// <summary>The URL of the video in a JSON answer; null when there is none.</summary>
    string? FindUrl(JsonElement answer);

    /// <summary>The content that a task names or holds; null when it does neither.</summary>
    ContentLocation? FindContent(VideoTask task);

    /// <summary>What an answer that is not the content means.</summary>
    VideoTaskException ReadError(HttpStatusCode status, HttpResponseHeaders headers, ReadOnlyMemory<byte> body);

    /// <summary>The task as it stands, to tell whether its content is worth waiting for; null when nobody can say.</summary>
    ValueTask<VideoTask?> ReadTaskAsync(CancellationToken cancellationToken);
}

/// <summary>Where content is.</summary>
/// <param name="Kind">How it was found.</param>
/// <param name="CreateRequest">A new GET request for it.</param>
internal sealed record ContentLocation(ContentLocationKind Kind, Func<HttpRequestMessage> CreateRequest)
{
    /// <summary>A <c>data:</c> URL that is the content itself; the request is of no use then.</summary>
    public string? Inline { get; init; }

    public static ContentLocation At(Uri url, ContentLocationKind kind) => new(kind, () => new HttpRequestMessage(HttpMethod.Get, url));

    public static ContentLocation Parse(string dataUrl) =>
        new(ContentLocationKind.Named, () => throw new InvalidOperationException("Inline content is not requested.")) { Inline = dataUrl };
}

/// <summary>How a place was found.</summary>
internal enum ContentLocationKind
{
    /// <summary>An operation of the vendor's own.</summary>
    Operation,

    /// <summary>A URL in an answer of the vendor.</summary>
    Named,

    /// <summary>Where redirects ended.</summary>
    Redirected,
}
