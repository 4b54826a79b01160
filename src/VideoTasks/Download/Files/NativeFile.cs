using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace VideoTasks.Download;

/// <summary>What the platform can do with files and .NET has no member for. Where it can't, nothing happens.</summary>
internal static class NativeFile
{
    private const int KeepSize = 1;
    private const int StartWriteBack = 2;
    private const int FileTooLarge = 27;
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    /// <summary>
    /// Reserves space for a file without changing its length, so that the length still tells how far it was written.
    /// </summary>
    /// <returns>False when there is not enough space.</returns>
    public static bool TryReserve(SafeFileHandle file, long length)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        try
        {
            return Allocate((int)file.DangerousGetHandle(), KeepSize, 0, length) == 0
                || Marshal.GetLastPInvokeError() is not (NoSpace or QuotaExceeded or FileTooLarge);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return true;
        }
    }

    /// <summary>Lets the disk begin with what was written, so that the flush at the end has little left to wait for.</summary>
    public static void BeginWriteBack(SafeFileHandle file, long offset, long length)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = SyncRange((int)file.DangerousGetHandle(), offset, length, StartWriteBack);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // The flush at the end waits a little longer then.
        }
    }

    /// <summary>Makes a rename in a directory outlast a power cut.</summary>
    public static void FlushDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            var descriptor = OpenReadOnly(directory, 0);
            if (descriptor >= 0)
            {
                _ = Flush(descriptor);
                _ = Close(descriptor);
            }
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // The file system flushes its directories by itself soon enough.
        }
    }

    [DllImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Allocate(int descriptor, int mode, long offset, long length);

    [DllImport("libc", EntryPoint = "sync_file_range", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SyncRange(int descriptor, long offset, long length, uint flags);

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenReadOnly([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
