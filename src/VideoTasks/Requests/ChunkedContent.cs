using System.Net;

namespace VideoTasks.Requests;

/// <summary>A body that can be sent again and whose length is not known.</summary>
internal sealed class ChunkedContent(MultipartUpload upload) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        upload.Rewind();
        return upload.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            upload.Dispose();
        }

        base.Dispose(disposing);
    }
}
