namespace Microsoft.IO;

/// <summary>Gives memory streams whose buffers come from a pool and go back to it.</summary>
public sealed class RecyclableMemoryStreamManager
{
    /// <summary>An empty stream.</summary>
    public RecyclableMemoryStream GetStream() => new();

    /// <summary>A stream with a copy of some bytes, at their start.</summary>
    /// <param name="buffer">The bytes.</param>
    public RecyclableMemoryStream GetStream(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var stream = new RecyclableMemoryStream();
        stream.Write(buffer, 0, buffer.Length);
        stream.Position = 0;
        return stream;
    }
}
