using Microsoft.Win32.SafeHandles;

namespace VideoTasks.Download.Files;

/// <summary>Takes possession of a part file. The lock is on the file itself, so it ends with its process, however that ends.</summary>
internal static class PartLock
{
    private const int Attempts = 5;

    /// <summary>Opens the part file of a target, so that nobody else does.</summary>
    /// <returns>Null when somebody else has it.</returns>
    /// <exception cref="VideoDownloadException">It can't be written, or something stands there that is no file.</exception>
    public static SafeFileHandle? TryTake(string target)
    {
        var path = PartName.PartOf(target);
        foreach (var sidecar in (string[])[PartName.SidecarOf(target), PartName.NextOf(PartName.SidecarOf(target))])
        {
            if (Directory.Exists(sidecar))
            {
                throw new VideoDownloadException(ErrorMessages.NoFile(sidecar));
            }
        }

        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            EnsureFileOrNothing(path);
            SafeFileHandle handle;
            try
            {
                // On Unix the lock is advisory, and deleting needs no permission of it.
                var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
                handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, FileOptions.None);
            }
            catch (Exception exception) when (TargetErrors.IsBusy(exception))
            {
                return null;
            }
            catch (Exception exception) when (TargetErrors.IsFileError(exception))
            {
                throw TargetErrors.Of(target, exception);
            }

            // Between opening and locking, the file may have become somebody's finished video or may have been deleted.
            if (IsStillAt(handle, path) && new FileInfo(path).LinkTarget is null)
            {
                return handle;
            }

            handle.Dispose();
        }

        return null;
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
