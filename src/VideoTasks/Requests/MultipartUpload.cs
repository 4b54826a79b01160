using System.Text;

namespace VideoTasks.Requests;

/// <summary>
/// A <c>multipart/form-data</c> body that is read from its files as it is sent. It is as long as its files are when it is made, so that the request
/// says its length; a file that shrinks meanwhile fails the request. A stream that can't seek has no length, and is opened again to be read again.
/// </summary>
internal sealed class MultipartUpload : Stream
{
    private readonly List<Part> _parts = [];
    private int _current;
    private long _position;

    public MultipartUpload(
        IEnumerable<(string Name, string MediaType, string Text)> texts, IEnumerable<(string Name, VideoInputReference Reference)> files)
    {
        Boundary = Guid.NewGuid().ToString("N");
        try
        {
            foreach (var (name, mediaType, text) in texts)
            {
                Add(Head(name, mediaType, fileName: null) + text + "\r\n");
            }

            foreach (var (name, reference) in files)
            {
                Add(Head(name, InputFiles.MediaTypeOf(reference), InputFiles.NameOf(reference)));
                _parts.Add(new(InputFiles.OpenRead(reference), reference.Open));
                Add("\r\n");
            }

            Add($"--{Boundary}--\r\n");
            HasLength = _parts.TrueForAll(part => part.Stream.CanSeek);
            Length = HasLength ? _parts.Sum(part => part.Stream.Length - part.Start) : 0;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Boundary { get; }

    /// <summary>Whether it is known how long it is.</summary>
    public bool HasLength { get; }

    public override bool CanRead => true;

    /// <summary>So that whoever sends it asks for its length.</summary>
    public override bool CanSeek => HasLength;

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

            Rewind();
        }
    }

    /// <summary>Lets it be read from its beginning.</summary>
    public void Rewind()
    {
        _parts.ForEach(part => part.Rewind());
        (_current, _position) = (0, 0);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_current < _parts.Count)
        {
            var read = _parts[_current].Stream.Read(buffer);
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
            var stream = await _parts[_current].OpenAsync(cancellationToken).ConfigureAwait(false);
            var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
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
            _parts.ForEach(part => part.Stream.Dispose());
        }

        base.Dispose(disposing);
    }

    private void Add(string text) => _parts.Add(new(new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false), null));

    private string Head(string name, string mediaType, string? fileName) =>
        $"--{Boundary}\r\nContent-Type: {mediaType}\r\nContent-Disposition: form-data; name=\"{Quote(name)}\""
            + (fileName is null ? "" : $"; filename=\"{Quote(fileName)}\"")
            + "\r\n\r\n";

    // A name with a quote or a line break in it would end the header early.
    private static string Quote(string value) =>
        value.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private sealed class Part(Stream stream, Func<CancellationToken, ValueTask<Stream>>? open)
    {
        private bool _isConsumed;
        private bool _isRead;

        public Stream Stream { get; private set; } = stream;

        public long Start { get; } = stream.CanSeek ? stream.Position : 0;

        public void Rewind()
        {
            if (Stream.CanSeek)
            {
                Stream.Position = Start;
            }
            else
            {
                _isConsumed |= _isRead;
            }
        }

        /// <summary>The stream at its beginning, another one after it was read.</summary>
        public async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
        {
            if (_isConsumed)
            {
                await Stream.DisposeAsync().ConfigureAwait(false);
                Stream = await open!(cancellationToken).ConfigureAwait(false);
                _isConsumed = false;
            }

            _isRead = true;
            return Stream;
        }
    }
}
