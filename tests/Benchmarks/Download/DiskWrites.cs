using System.Runtime.InteropServices;

namespace VideoTasks.Benchmarks.Download;

/// <summary>What the kernel still has to write.</summary>
internal static class DiskWrites
{
    /// <summary>Waits until all of it is written.</summary>
    public static void Settle() => Sync();

    [DllImport("libc", EntryPoint = "sync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void Sync();
}
