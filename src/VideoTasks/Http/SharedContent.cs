using System.Net;

namespace VideoTasks.Http;

/// <summary>
/// The body of a request that is sent once, in a form that handlers which copy requests share between the copies: of a <see cref="StreamContent"/>
/// they
/// read the whole stream into memory, or refuse it.
/// </summary>
internal sealed class SharedContent : HttpContent
{
    private readonly HttpContent _content;

    public SharedContent(HttpContent content)
    {
        _content = content;
        foreach (var header in content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _content.CopyToAsync(stream, context, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
