using System.Runtime.InteropServices;

namespace VideoTasks.Requests;

/// <summary>What is uploaded of an input reference: its name, its media type and its bytes, wherever they are.</summary>
internal static class InputFiles
{
    /// <exception cref="VideoTaskException">It is a file that can't be read, or nothing is in it.</exception>
    public static string MediaTypeOf(VideoInputReference reference) => reference.Path is { } path ? MediaTypes.Of(path) : reference.MediaType!;

    /// <summary>The name that the vendor sees: some tell by its end what a file is.</summary>
    public static string NameOf(VideoInputReference reference) =>
        reference.Path is { } path ? Path.GetFileName(path) : reference.FileName ?? "input" + MediaTypes.ExtensionOf(reference.MediaType!);

    /// <summary>The bytes as a stream, which the caller disposes of.</summary>
    public static Stream OpenRead(VideoInputReference reference) => reference switch
    {
        { Path: { } path } => new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 }),
        { Content: { } content } => MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false),
        _ => reference.Opened ?? throw NotOpened(),
    };

    /// <summary>The bytes in a URL, for a body that is JSON.</summary>
    public static string ToDataUrl(VideoInputReference reference) => $"data:{MediaTypeOf(reference)};base64," + reference switch
    {
        { Path: { } path } => Convert.ToBase64String(File.ReadAllBytes(path)),
        { Content: { } content } => Convert.ToBase64String(content.Span),
        _ => throw NotOpened(),
    };

    private static InvalidOperationException NotOpened() => new("A stream is opened by the client's calls, before the vendor writes the request.");
}
