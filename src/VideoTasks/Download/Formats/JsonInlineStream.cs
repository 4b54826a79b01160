using VideoTasks.Json;

namespace VideoTasks.Download.Formats;

/// <summary>The bytes of a base64 value in a JSON body that is too large to hold: decoded as it arrives.</summary>
internal sealed class JsonInlineStream(Stream json, string? variant) : ForwardStream
{
    private const int BufferLength = 64 * 1024;
    private const int FoundLength = 4096;
    private const int HeadLength = 128;

    private readonly Base64Decoder _decoder = new();
    private readonly byte[] _buffer = new byte[BufferLength];
    private int _start;
    private int _end;
    private bool _isDone;

    /// <summary>Moves to the first long text value that may be the content, behind a <c>data:</c> prefix if it has one.</summary>
    /// <returns>False when there is none.</returns>
    public async ValueTask<bool> FindAsync(CancellationToken cancellationToken)
    {
        var run = 0;
        var isPassedOver = false;
        var names = new JsonNames();
        while (await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_start < _end)
            {
                // The value is found when more of it has passed than any name or word is long; what has passed is decoded then.
                var isBorder = _buffer[_start] is (byte)'"' or (byte)',' or (byte)':' or (byte)'{' or (byte)'[';
                isPassedOver &= !isBorder;
                run = isBorder || isPassedOver ? 0 : run + 1;
                names.Take(_buffer[_start]);
                _start++;
                if (run < FoundLength)
                {
                    continue;
                }

                if (JsonVideoLocator.MayBeInline(names.Current, _buffer.AsSpan(_start - run, HeadLength), variant))
                {
                    _start -= run;
                    return true;
                }

                (run, isPassedOver) = (0, true);
            }

            if (run > 0)
            {
                // The run stays in the buffer, so that it can be gone back to.
                _buffer.AsSpan(_end - run, run).CopyTo(_buffer);
            }

            _start = _end = run;
        }

        return false;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = 0;
        while (count == 0 && !_isDone && buffer.Length > 0)
        {
            if (_start == _end)
            {
                _start = _end = 0;
                if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw new HttpIOException(HttpRequestError.ResponseEnded, "The JSON ends within its base64.");
                }
            }

            count = await DecodeAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            json.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> DecodeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = 0;
        while (_start < _end && count < buffer.Length)
        {
            var letter = _buffer[_start++];
            if (letter == '"')
            {
                _isDone = true;
                while (await json.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false) > 0)
                {
                    // The rest is read so that a cut in it is noticed, and the connection can be used again.
                }

                break;
            }

            if (letter == '\\')
            {
                letter = await UnescapeAsync(cancellationToken).ConfigureAwait(false);
            }

            count += _decoder.Append(letter, buffer.Span[count..]);
        }

        return count;
    }

    private async ValueTask<byte> UnescapeAsync(CancellationToken cancellationToken)
    {
        var letter = await NextAsync(cancellationToken).ConfigureAwait(false);
        if (letter != 'u')
        {
            return letter is (byte)'n' or (byte)'r' or (byte)'t' ? (byte)'\n' : letter;
        }

        var value = 0;
        for (var i = 0; i < 4; i++)
        {
            value = (value << 4) | Convert.ToInt32(((char)await NextAsync(cancellationToken).ConfigureAwait(false)).ToString(), 16);
        }

        return value < 128 ? (byte)value : (byte)0;
    }

    private async ValueTask<byte> NextAsync(CancellationToken cancellationToken)
    {
        if (_start == _end)
        {
            _start = _end = 0;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new HttpIOException(HttpRequestError.ResponseEnded, "The JSON ends within an escape.");
            }
        }

        return _buffer[_start++];
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        var count = await json.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }
}
