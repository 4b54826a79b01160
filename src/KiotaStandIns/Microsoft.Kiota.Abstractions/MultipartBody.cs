using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Abstractions;

/// <summary>A <c>multipart/form-data</c> body.</summary>
public class MultipartBody : IParsable
{
    private readonly Dictionary<(string Name, string? FileName), Part> _parts = new(new PartKeyComparer());
    private readonly List<(string Name, string? FileName)> _order = [];

    /// <summary>The line that separates the parts; unique to this body.</summary>
    public string Boundary { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Gives the writers for parts that are models; set by <see cref="RequestInformation"/>.</summary>
    public IRequestAdapter? RequestAdapter { get; set; }

    /// <summary>Adds a part, or replaces the part with that name and file name.</summary>
    /// <param name="partName">The part's name.</param>
    /// <param name="contentType">The part's content type.</param>
    /// <param name="partValue">A model, a text, a stream or bytes.</param>
    /// <param name="fileName">The part's file name; null for none.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    public void AddOrReplacePart<T>(string partName, string contentType, T partValue, string? fileName = null)
    {
        ThrowIfNullOrEmpty(partName, nameof(partName));
        ThrowIfNullOrEmpty(contentType, nameof(contentType));
        if (partValue is null)
        {
            throw new ArgumentNullException(nameof(partValue));
        }

        if (!_parts.ContainsKey((partName, fileName)))
        {
            _order.Add((partName, fileName));
        }

        _parts[(partName, fileName)] = new Part(partName, contentType, partValue, fileName);
    }

    /// <summary>The value of a part.</summary>
    /// <param name="partName">The part's name.</param>
    /// <param name="fileName">The part's file name; null for none.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <returns>The value; the default when there is no such part.</returns>
    public T? GetPartValue<T>(string partName, string? fileName)
    {
        ThrowIfNullOrEmpty(partName, nameof(partName));
        return _parts.TryGetValue((partName, fileName), out var part) ? (T)part.Value : default;
    }

    /// <summary>Removes a part.</summary>
    /// <param name="partName">The part's name.</param>
    /// <param name="fileName">The part's file name; null for none.</param>
    /// <returns>Whether it was there.</returns>
    public bool RemovePart(string partName, string? fileName)
    {
        ThrowIfNullOrEmpty(partName, nameof(partName));
        _order.RemoveAll(key => new PartKeyComparer().Equals(key, (partName, fileName)));
        return _parts.Remove((partName, fileName));
    }

    /// <summary>A multipart body is only written: there is nothing to read into it.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
        throw new NotSupportedException("A multipart body can be sent, not read.");

    /// <inheritdoc/>
    public void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (RequestAdapter?.SerializationWriterFactory is not { } writers)
        {
            throw new InvalidOperationException($"{nameof(MultipartBody)}.{nameof(RequestAdapter)} must be set before the body is written.");
        }

        if (_order.Count == 0)
        {
            throw new InvalidOperationException("The multipart body has no parts; add one before it is sent.");
        }

        var first = true;
        foreach (var key in _order)
        {
            if (!first)
            {
                WriteNewLine(writer);
            }

            first = false;
            WritePart(writer, writers, _parts[key]);
        }

        WriteNewLine(writer);
        writer.WriteStringValue(string.Empty, $"--{Boundary}--");
    }

    private static void WriteNewLine(ISerializationWriter writer) => writer.WriteStringValue(string.Empty, string.Empty);

    private void WritePart(ISerializationWriter writer, ISerializationWriterFactory writers, Part part)
    {
        writer.WriteStringValue(string.Empty, $"--{Boundary}");
        writer.WriteStringValue("Content-Type", part.ContentType);
        writer.WriteStringValue(
            "Content-Disposition",
            part.FileName is { Length: > 0 } fileName
                ? $"form-data; name=\"{Quote(part.Name)}\"; filename=\"{Quote(fileName)}\""
                : $"form-data; name=\"{Quote(part.Name)}\"");
        WriteNewLine(writer);
        switch (part.Value)
        {
            case IParsable parsable:
                WriteWith(writer, writers, part, partWriter => partWriter.WriteObjectValue(string.Empty, parsable));
                break;
            case string text:
                WriteWith(writer, writers, part, partWriter => partWriter.WriteStringValue(string.Empty, text));
                break;
            case byte[] bytes:
                writer.WriteByteArrayValue(string.Empty, bytes);
                break;
            case Stream stream:
                WriteBytes(writer, stream);
                break;
            default:
                throw new InvalidOperationException(
                    $"The part '{part.Name}' is a {part.Value.GetType().FullName}; a part can be a model, a text, a stream or bytes.");
        }
    }

    private static void WriteWith(ISerializationWriter writer, ISerializationWriterFactory writers, Part part, Action<ISerializationWriter> write)
    {
        using var partWriter = writers.GetSerializationWriter(part.ContentType);
        write(partWriter);
        using var content = partWriter.GetSerializedContent();
        WriteBytes(writer, content);
    }

    private static void WriteBytes(ISerializationWriter writer, Stream stream)
    {
        if (stream.CanSeek)
        {
            stream.Position = 0;
        }

        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        writer.WriteByteArrayValue(string.Empty, buffer.ToArray());
    }

    // A name with a quote or a line break in it would end the header early.
    private static string Quote(string value) =>
        value.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static void ThrowIfNullOrEmpty([NotNull] string? value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(parameter);
        }
    }

    private sealed record Part(string Name, string ContentType, object Value, string? FileName);

    private sealed class PartKeyComparer : IEqualityComparer<(string Name, string? FileName)>
    {
        public bool Equals((string Name, string? FileName) x, (string Name, string? FileName) y) =>
            string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase)
            && string.Equals(x.FileName, y.FileName, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Name, string? FileName) key) => HashCode.Combine(
            StringComparer.OrdinalIgnoreCase.GetHashCode(key.Name),
            key.FileName is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(key.FileName));
    }
}
