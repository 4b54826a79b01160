using Microsoft.AspNetCore.Http;

namespace VideoTasks.Emulator.Http;

/// <summary>Lets so many bytes of a body through, then resets the connection.</summary>
internal sealed class CutStream(HttpContext context, int bytes) : Stream
{
    private readonly Stream _body = context.Response.Body;
    private int _left = bytes;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var part = buffer[..Math.Min(buffer.Length, _left)];
        await _body.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        _left -= part.Length;
        if (_left > 0)
        {
            return;
        }

        await _body.FlushAsync(cancellationToken).ConfigureAwait(false);
        context.Abort();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => _body.FlushAsync(cancellationToken);

    public override void Flush() => _body.Flush();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
