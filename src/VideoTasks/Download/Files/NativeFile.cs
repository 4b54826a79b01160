using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace VideoTasks.Download.Files;

/// <summary>What the platform can do with files and .NET has no member for. Where it can't, nothing happens.</summary>
internal static class NativeFile
{
    private const int KeepSize = 1;
    private const int StartWriteBack = 2;
    private const int FileTooLarge = 27;
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    // The kernel's own layout, the same on every architecture (statx(2)).
    private const int AtWorkingDirectory = -100;
    private const int StatusLength = 256;
    private const int StatusModeOffset = 28;
    private const uint StatusOfType = 1;
    private const int TypeMask = 0xF000;

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

    /// <summary>What is at a path, behind its links; null when nothing is, or when the platform does not tell.</summary>
    public static NativeFileKind? KindOf(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            // Relocated on Unix the devices have their place as well; only there can one be recognised without opening it.
            return !OperatingSystem.IsWindows()
                && path.StartsWith("/dev/", StringComparison.Ordinal)
                && File.Exists(path) ? NativeFileKind.Device : null;
        }

        try
        {
            Span<byte> status = stackalloc byte[StatusLength];
            return Status(AtWorkingDirectory, path, 0, StatusOfType, ref MemoryMarshal.GetReference(status)) != 0 ? null
                : (MemoryMarshal.Read<ushort>(status[StatusModeOffset..]) & TypeMask) switch
                {
                    0x8000 => NativeFileKind.File,
                    0x4000 => NativeFileKind.Directory,
                    0x1000 => NativeFileKind.Pipe,
                    0xC000 => NativeFileKind.Socket,
                    _ => NativeFileKind.Device,
                };
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
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

    [DllImport("libc", EntryPoint = "statx", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, ref byte status);

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

/// <summary>What is at a path.</summary>
internal enum NativeFileKind
{
    /// <summary>A file that can be replaced.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A named pipe.</summary>
    Pipe,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A device, of characters or blocks.</summary>
    Device,
}
