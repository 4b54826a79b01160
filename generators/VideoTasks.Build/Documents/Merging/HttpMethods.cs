namespace VideoTasks.Build.Documents.Merging;

/// <summary>The fields of a path item that are operations.</summary>
internal static class HttpMethods
{
    private static readonly HashSet<string> Names =
        new(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"], StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => Names.Contains(name);
}
