namespace VideoTasks.Download.Files;

/// <summary>Turns what the file system says into <see cref="VideoTargetException"/>.</summary>
internal static class TargetErrors
{
    private const int NoSpaceOnUnix = 28;
    private const int FileTooLargeOnUnix = 27;
    private const int QuotaOnLinux = 122;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    public static bool IsFileError(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or ArgumentException or NotSupportedException;

    /// <summary>Whether there is no space left. A file above the process's own limit is an argument out of range to .NET.</summary>
    public static bool IsFull(Exception exception) =>
        exception is ArgumentOutOfRangeException
        || (exception is IOException && exception.HResult is NoSpaceOnUnix or FileTooLargeOnUnix or QuotaOnLinux or DiskFullOnWindows);

    public static VideoTargetException Of(string path, Exception exception) => IsFull(exception)
        ? Full(path, needed: null, exception)
        : exception switch
        {
            FileNotFoundException => Moved(PartName.PartOf(path), exception),
            DirectoryNotFoundException => new($"The directory of {path} does not exist. Create it first.", exception),
            PathTooLongException => new($"{path} can't be written: its name or its path is too long. Choose a shorter one.", exception),
            UnauthorizedAccessException => new($"{path} can't be written: permission denied. Choose another place.", exception),
            _ => new($"{path} can't be written: {exception.Message}", exception),
        };

    public static VideoTargetException Full(string path, long? needed, Exception? exception = null) =>
        new($"There is not enough space for {path}{(needed is null ? "" : $", which needs {needed:N0} bytes more")}. Free some and download again.", exception);

    public static VideoTargetException NoFile(string path) =>
        new($"{path} is not a file of its own, so nothing can be kept in it. Remove it, or choose another path.");

    public static VideoTargetException Moved(string path, Exception? exception = null) =>
        new($"{path} was moved, replaced or deleted while it was being written. Download again.", exception);

    public static VideoTargetException Cut(string path) =>
        new($"{path} became shorter while it was being written. Something else writes to it; download again.");

    public static VideoTargetException Busy(string path, Exception? exception = null) =>
        new($"Another download is writing {path}. Wait for it, or choose another path.", exception);
}
