namespace VideoTasks.Download.Files;

/// <summary>What the file system's errors mean for a download.</summary>
internal static class TargetErrors
{
    private const int NoSpaceOnUnix = 28;
    private const int FileTooLargeOnUnix = 27;
    private const int QuotaOnLinux = 122;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int LockedOnLinux = 11;
    private const int LockedOnApple = 35;
    private const int SharedOnWindows = unchecked((int)0x80070020);
    private const int LockedOnWindows = unchecked((int)0x80070021);
    private const int ExistsOnUnix = 17;
    private const int FileExistsOnWindows = unchecked((int)0x80070050);
    private const int AlreadyExistsOnWindows = unchecked((int)0x800700B7);

    public static bool IsFileError(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or ArgumentException or NotSupportedException;

    /// <summary>Whether there is no space left. A file above the process's own limit is an argument out of range to .NET.</summary>
    public static bool IsFull(Exception exception) =>
        exception is ArgumentOutOfRangeException
        || (exception is IOException && exception.HResult is NoSpaceOnUnix or FileTooLargeOnUnix or QuotaOnLinux or DiskFullOnWindows);

    /// <summary>
    /// Whether somebody else has the file open. The error itself says so: by the time that one looks, the file may have another name.
    /// </summary>
    public static bool IsBusy(Exception exception) => exception is IOException && exception.HResult
        is SharedOnWindows or LockedOnWindows
            || (exception is IOException && exception.HResult == (OperatingSystem.IsLinux() ? LockedOnLinux : LockedOnApple));

    public static VideoDownloadException Of(string path, Exception exception) => new(
        exception switch
        {
            _ when IsFull(exception) => ErrorMessages.NoSpace(path, needed: null),
            FileNotFoundException => ErrorMessages.Moved(PartName.PartOf(path)),
            DirectoryNotFoundException => ErrorMessages.NoDirectory(path),
            PathTooLongException => ErrorMessages.PathTooLong(path),
            UnauthorizedAccessException => ErrorMessages.NoPermission(path),
            IOException { HResult: ExistsOnUnix or FileExistsOnWindows or AlreadyExistsOnWindows } => ErrorMessages.Exists(path),
            _ => ErrorMessages.NotWritable(path, exception.Message),
        },
        exception);
}
