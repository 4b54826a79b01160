using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace VideoTasks;

/// <summary>
/// An image or video that a task starts from: a URL that the vendor fetches, or a file, bytes or a stream that are uploaded. In JSON it is
/// <c>{"url"}</c>, <c>{"path"}</c> or <c>{"data","mediaType","fileName"}</c>; a stream has none. Two are equal when their contents are, and of
/// streams when one function opens both.
/// </summary>
/// <remarks>A service that takes requests as JSON from others refuses those with a <see cref="Path"/>: it would upload its own files.</remarks>
[JsonConverter(typeof(VideoInputReferenceConverter))]
public sealed record VideoInputReference
{
    private VideoInputReference()
    {
    }

    /// <summary>The URL; null when it is none.</summary>
    public Uri? Url { get; private init; }

    /// <summary>The path of the file; null when it is none.</summary>
    public string? Path { get; private init; }

    /// <summary>The bytes; null when they are elsewhere.</summary>
    public ReadOnlyMemory<byte>? Content { get; private init; }

    /// <summary>The media type of bytes and streams; null for a URL and a file, which say it themselves.</summary>
    public string? MediaType { get; private init; }

    /// <summary>The name that bytes or a stream are uploaded under; null for one after their media type.</summary>
    public string? FileName { get; private init; }

    /// <summary>What opens the stream; null when it is none.</summary>
    internal Func<CancellationToken, ValueTask<Stream>>? Open { get; private init; }

    /// <summary>The stream of the request that is being made; null before it was opened.</summary>
    internal Stream? Opened { get; private init; }

    /// <summary>Whether it is uploaded rather than fetched by the vendor.</summary>
    internal bool IsUploaded => Url is null;

    /// <summary>A URL that the vendor fetches.</summary>
    public static VideoInputReference FromUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new() { Url = url };
    }

    /// <summary>A file of this machine, uploaded with the request.</summary>
    public static VideoInputReference FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new() { Path = path };
    }

    /// <summary>Bytes, uploaded with the request. They are not copied: leave them as they are until the task is created.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="mediaType">What they are: <c>image/png</c>.</param>
    /// <param name="fileName">The name that vendors see; null for one after the media type.</param>
    public static VideoInputReference FromBytes(ReadOnlyMemory<byte> content, string mediaType, string? fileName = null)
    {
        if (content.IsEmpty)
        {
            throw new ArgumentException("Nothing is in it.", nameof(content));
        }

        return new() { Content = content, MediaType = Checked(mediaType), FileName = fileName };
    }

    /// <summary>
    /// A stream, uploaded with the request: in a multipart body as it is read, so that it may be larger than the memory; where the vendor wants its
    /// data in JSON it is read first.
    /// </summary>
    /// <param name="open">
    /// Opens it at its beginning, or at whatever position it is to be sent from. It is asked each time that the request is sent, again after a
    /// <c>429</c>, and each stream is disposed of. The length of the request is known when the stream can seek.
    /// </param>
    /// <param name="mediaType">What it is: <c>video/mp4</c>.</param>
    /// <param name="fileName">The name that vendors see; null for one after the media type.</param>
    public static VideoInputReference FromStream(
        Func<CancellationToken, ValueTask<Stream>> open, string mediaType, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new() { Open = open, MediaType = Checked(mediaType), FileName = fileName };
    }

    /// <inheritdoc/>
    public bool Equals(VideoInputReference? other) =>
        other is not null
        && (Url?.OriginalString, Path, MediaType, FileName) == (other.Url?.OriginalString, other.Path, other.MediaType, other.FileName)
        && Open == other.Open && Opened == other.Opened
        && Content.HasValue == other.Content.HasValue && Content.GetValueOrDefault().Span.SequenceEqual(other.Content.GetValueOrDefault().Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Url?.OriginalString, Path, MediaType, FileName, Content?.Length);

    /// <summary>What kind of input it is, for logs: <c>image/png, 1024 bytes</c>. Neither the URL nor the bytes.</summary>
    public override string ToString() => this switch
    {
        { Url: not null } => "a URL",
        { Path: { } path } => path,
        { Content: { } content } => string.Create(CultureInfo.InvariantCulture, $"{MediaType}, {content.Length} bytes"),
        _ => $"{MediaType}, a stream",
    };

    /// <summary>This one as bytes that were read from its stream.</summary>
    internal VideoInputReference WithContent(ReadOnlyMemory<byte> content) => this with { Content = content, Open = null };

    /// <summary>This one with its stream open.</summary>
    internal VideoInputReference WithStream(Stream stream) => this with { Opened = stream };

    private static string Checked(string mediaType)
    {
        ArgumentException.ThrowIfNullOrEmpty(mediaType);
        return MediaTypeHeaderValue.TryParse(mediaType, out _)
            ? mediaType
            : throw new ArgumentException($"'{mediaType}' is no media type. One is such as image/png.", nameof(mediaType));
    }
}
