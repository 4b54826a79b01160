using System.Runtime.InteropServices;

namespace VideoTasks.Benchmarks.Download;

/// <summary>The CPU seconds that the kernel has counted.</summary>
internal static class ResourceUsage
{
    private const int Self = 0;
    private const int Children = -1;

    public static double OfSelf() => Of(Self);

    /// <summary>All children that have ended; only one runs at a time.</summary>
    public static double OfChildren() => Of(Children);

    private static double Of(int who)
    {
        var usage = new long[18];
        _ = GetUsage(who, usage);
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
