using System.Reflection;

namespace VideoTasks.Build.Diagnostics;

/// <summary>Where the pages of the diagnostics are.</summary>
internal static class HelpPages
{
    // Ids are never used twice, so the page of the newest version is also that of an older one.
    private static readonly string Folder = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(static a => a.Key == "RepositoryUrl").Value + "/blob/main/generators/VideoTasks.Build/docs/";

    public static string Of(string id) => Folder + id + ".md";
}
