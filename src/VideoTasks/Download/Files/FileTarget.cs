using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Files;

/// <summary>Where a caller wants the file: a path of its own, or a directory in which the server's name is used.</summary>
internal sealed record FileTarget(string Path, bool IsDirectory)
{
    private const int MaxNumber = 1000;

    /// <exception cref="VideoDownloadException">The place can't take a file.</exception>
    public static FileTarget Of(string path, VideoFileDownloadOptions options)
    {
        try
        {
            var full = System.IO.Path.GetFullPath(path);
            if (Directory.Exists(full))
            {
                return new(full, IsDirectory: true);
            }

            full = TargetLink.Resolve(full);
            var directory = System.IO.Path.GetDirectoryName(full);
            if (System.IO.Path.EndsInDirectorySeparator(full) || !Directory.Exists(directory))
            {
                throw new VideoDownloadException(ErrorMessages.NoDirectory(full));
            }

            if (!options.Overwrite && File.Exists(full))
            {
                throw new VideoDownloadException(ErrorMessages.Exists(full));
            }

            return new(full, IsDirectory: false);
        }
        catch (Exception exception) when (TargetErrors.IsFileError(exception))
        {
            throw TargetErrors.Of(path, exception);
        }
    }

    /// <summary>The name of a file in the directory.</summary>
    public static string NameFor(ContentBody content, VideoTaskHandle? handle)
    {
        // An id may have a dot in it that begins no extension.
        return content.FileName is { } name ? SafeFileName.WithExtension(name, content.Kind)
            : (SafeFileName.Clean(handle?.Id) ?? "video") + content.Kind.Extensions()[0];
    }

    /// <summary>Takes possession of the name, or of the first one with a number that is free, or that this task's download left a part of.</summary>
    public PartFile OpenFree(string name, VideoTaskHandle? handle, VideoFileDownloadOptions options)
    {
        for (var number = 1; ; number++)
        {
            var numbered = number == 1 ? name : $"{System.IO.Path.GetFileNameWithoutExtension(name)} ({number}){System.IO.Path.GetExtension(name)}";
            var target = System.IO.Path.Combine(Path, numbered);
            if ((!File.Exists(target) && !Directory.Exists(target) && IsOurs(target, handle, options)) || number == MaxNumber)
            {
                if (PartFile.TryOpen(target, handle, options) is not { } part)
                {
                    // A download of something else has the name; it may not have said of what yet.
                    if (number >= MaxNumber || IsOf(target, handle))
                    {
                        throw new VideoDownloadException(ErrorMessages.Busy(target));
                    }

                    continue;
                }

                if (File.Exists(target))
                {
                    // Another download finished between the look and the lock.
                    part.Abandon(keep: true);
                }
                else if (IsOurs(target, handle, options) || number >= MaxNumber)
                {
                    return part;
                }
                else
                {
                    // Another download was interrupted between the look and the lock: what it kept is left to it.
                    part.Dispose();
                }
            }
        }
    }

    private static bool IsOf(string target, VideoTaskHandle? handle) =>
        handle is not null && PartSidecar.Read(PartFile.SidecarPathOf(target))?.Task == handle.ToString();

    private static bool IsOurs(string target, VideoTaskHandle? handle, VideoFileDownloadOptions options) =>
        !File.Exists(PartFile.PathOf(target))
        || PartSidecar.Read(PartFile.SidecarPathOf(target)) is not { } sidecar
        || (sidecar.Task == handle?.ToString() && sidecar.Variant == options.Variant);
}
