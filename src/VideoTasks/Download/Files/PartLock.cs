using Microsoft.Win32.SafeHandles;

namespace VideoTasks.Download.Files;

/// <summary>Takes possession of a part file. The lock is on the file itself, so it ends with its process, however that ends.</summary>
internal static class PartLock
{
    private const int Attempts = 5;

    /// <summary>Opens the part file of a target, so that nobody else does.</summary>
    /// <exception cref="VideoDownloadException">Somebody else has it, or something stands there that is no file.</exception>
    public static SafeFileHandle Take(string target)
    {
        var path = PartName.PartOf(target);
        EnsureFileOrNothing(path);
        if (Directory.Exists(PartName.SidecarOf(target)))
        {
            throw new VideoDownloadException(ErrorMessages.NoFile(PartName.SidecarOf(target)));
        }

        for (var attempt = 1; ; attempt++)
        {
            SafeFileHandle handle;
            try
            {
                // Relocated the lock is advisory and deleting needs no permission of it.
                var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
                handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, FileOptions.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException)
                && !TargetErrors.IsFull(exception) && File.Exists(path))
            {
                throw new VideoDownloadException(ErrorMessages.Busy(target), exception);
            }
            catch (Exception exception) when (TargetErrors.IsFileError(exception))
            {
                throw TargetErrors.Of(target, exception);
            }

            // Between opening and locking, the file may have become somebody's finished video or may have been deleted.
            if (IsStillAt(handle, path))
            {
                return handle;
            }

            handle.Dispose();
            if (attempt == Attempts)
            {
                throw new VideoDownloadException(ErrorMessages.Busy(target));
            }
        }
    }

    /// <summary>Whether the open file is still the one at its path.</summary>
    public static bool IsStillAt(SafeFileHandle handle, string path)
    {
        if (OperatingSystem.IsLinux() && new FileInfo($"/proc/self/fd/{(int)handle.DangerousGetHandle()}").LinkTarget is { } actual)
        {
            return actual == path || (!actual.EndsWith(" (deleted)", StringComparison.Ordinal) && Path.GetFileName(actual) == Path.GetFileName(path));
        }

        return File.Exists(path);
    }

    /// <summary>A link is none of ours: what it leads to would be overwritten.</summary>
    private static void EnsureFileOrNothing(string path)
    {
        if (NativeFile.KindOf(path) is not (null or NativeFileKind.File) || Directory.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            throw new VideoDownloadException(ErrorMessages.NoFile(path));
        }
    }
}
