using System.Runtime.CompilerServices;

namespace VideoTasks.Architecture.Tests;

/// <summary>Where the sources are that are looked at.</summary>
internal static class Repository
{
    public static readonly string Root = Path.GetFullPath("../..", Path.GetDirectoryName(ThisFile())!);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
