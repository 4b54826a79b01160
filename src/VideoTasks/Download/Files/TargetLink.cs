namespace VideoTasks.Download.Files;

/// <summary>Where a path leads that may be a link, and whether a file can be put there.</summary>
internal static class TargetLink
{
    private const int MaxLinks = 40;

    /// <summary>The path behind all links, so that a download replaces what a link leads to, there or not yet there, and never the link.</summary>
    /// <exception cref="VideoDownloadException">Something else than a file is there.</exception>
    public static string Resolve(string path)
    {
        // Before the links: those of a process to its open files lead to names that are none.
        Ensure(path, path);
        var target = path;
        for (var links = 0; new FileInfo(target).LinkTarget is { } next; links++)
        {
            if (links == MaxLinks)
            {
                throw new VideoDownloadException(ErrorMessages.LinkCircle(path));
            }

            if (OperatingSystem.IsLinux() && target.StartsWith("/proc/", StringComparison.Ordinal))
            {
                throw Refusal(path, "an open file of a process");
            }

            // Not made shorter: behind a linked directory, ".." is the system's to follow.
            target = Path.Combine(Path.GetDirectoryName(target)!, next);
        }

        if (target != path)
        {
            Ensure(path, target);
        }

        return target;
    }

    private static void Ensure(string path, string target)
    {
        if (OperatingSystem.IsWindows() && target.StartsWith(@"\\.\", StringComparison.Ordinal))
        {
            throw Refusal(path, "a device");
        }

        if (NativeFile.KindOf(target) is { } kind and not NativeFileKind.File and not NativeFileKind.Directory)
        {
            throw Refusal(path, kind switch
            {
                NativeFileKind.Pipe => "a pipe",
                NativeFileKind.Socket => "a socket",
                _ => "a device",
            });
        }
    }

    private static VideoDownloadException Refusal(string path, string what) => new(ErrorMessages.NotReplaced(path, what));
}
