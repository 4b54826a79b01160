using System.Reflection;
using VideoTasks.Build.Kiota;

namespace VideoTasks.Build.Tests;

/// <summary>The Kiota that the restore of the test project brought.</summary>
internal static class KiotaTool
{
    public static string AssemblyFile { get; } = Metadata("KiotaAssembly");

    public static string Version { get; } = Metadata("KiotaVersion");

    public static KiotaOptions Options(string stagingDirectory) =>
        new() { AssemblyFile = AssemblyFile, Version = Version, StagingDirectory = stagingDirectory };

    private static string Metadata(string key)
        => typeof(KiotaTool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
