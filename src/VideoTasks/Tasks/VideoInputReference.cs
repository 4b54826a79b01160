namespace VideoTasks;

/// <summary>An image or video that a task starts from: a URL that the vendor fetches, or a file of this machine that is uploaded.</summary>
public sealed record VideoInputReference
{
    private VideoInputReference(Uri? url, string? path) => (Url, Path) = (url, path);

    /// <summary>The URL; null when it is a file.</summary>
    public Uri? Url { get; }

    /// <summary>The path of the file; null when it is a URL.</summary>
    public string? Path { get; }

    /// <summary>A URL that the vendor fetches.</summary>
    public static VideoInputReference FromUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new(url, null);
    }

    /// <summary>A file of this machine, uploaded with the request.</summary>
    public static VideoInputReference FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(null, path);
    }
}
