using System.Text;

namespace VideoTasks.Requests;

/// <summary>
/// A <c>multipart/form-data</c> body that is read from its files as it is sent. It is as long as its files are when it is made, so that the request
/// says its length; a file that shrinks meanwhile fails the request.
/// </summary>
internal sealed class MultipartUpload : Stream
{
    private readonly List<Stream> _parts = [];
    private int _current;
    private long _position;

    public MultipartUpload(
        IEnumerable<(string Name, string MediaType, string Text)> texts, IEnumerable<(string Name, string MediaType, string Path)> files)
    {
        Boundary = Guid.NewGuid().ToString("N");
        try
        {
            foreach (var (name, mediaType, text) in texts)
            {
                Add(Head(name, mediaType, fileName: null) + text + "\r\n");
            }

            foreach (var (name, mediaType, path) in files)
            {
                Add(Head(name, mediaType, Path.GetFileName(path)));
                _parts.Add(new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 }));
                Add("\r\n");
            }

            Add($"--{Boundary}--\r\n");
            Length = _parts.Sum(part => part.Length);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Boundary { get; }

    public override bool CanRead => true;

    /// <summary>So that whoever sends it asks for its length.</summary>
    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set
        {
            if (value != 0)
            {
                throw new NotSupportedException("A body is read from its beginning.");
            }

            _parts.ForEach(part => part.Position = 0);
            (_current, _position) = (0, 0);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_current < _parts.Count)
        {
            var read = _parts[_current].Read(buffer);
            if (read > 0 || buffer.Length == 0)
            {
                _position += read;
                return read;
            }

            _current++;
        }

        return 0;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_current < _parts.Count)
        {
            var read = await _parts[_current].ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read > 0 || buffer.Length == 0)
            {
                _position += read;
                return read;
            }

            _current++;
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        origin == SeekOrigin.Begin ? Position = offset : throw new NotSupportedException("A body is read from its beginning.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("A body is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A body is only read.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _parts.ForEach(part => part.Dispose());
        }

        base.Dispose(disposing);
    }

    private void Add(string text) => _parts.Add(new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false));

    private string Head(string name, string mediaType, string? fileName) =>
        $"--{Boundary}\r\nContent-Type: {mediaType}\r\nContent-Disposition: form-data; name=\"{Quote(name)}\""
            + (fileName is null ? "" : $"; filename=\"{Quote(fileName)}\"")
            + "\r\n\r\n";

    // A name with a quote or a line break in it would end the header early.
    private static string Quote(string value) =>
        value.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
}
