using System.Text;

namespace VideoTasks.Build.Output;

/// <summary>A client on disk: only what differs is written, so that builds see no change where there is none.</summary>
internal static class OutputFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="folder">The folder; created where needed.</param>
    /// <param name="files">The generated files that it shall hold; those of an earlier run are deleted, others stay.</param>
    public static OutputChanges Write(string folder, IReadOnlyCollection<GeneratedFile> files)
    {
        var root = Path.GetFullPath(folder);
        Directory.CreateDirectory(root);
        var wanted = files.ToDictionary(file => FullPath(root, file.Path), static file => file.Content, StringComparer.Ordinal);
        var written = 0;
        foreach (var parent in wanted.Keys.Select(static path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(parent);
        }

        Parallel.ForEach(wanted, file =>
        {
            if (WriteIfDifferent(file.Key, Utf8.GetBytes(file.Value)))
            {
                Interlocked.Increment(ref written);
            }
        });

        var deleted = 0;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(path => !wanted.ContainsKey(path)).ToArray())
        {
            if (GeneratedCode.IsGenerated(path))
            {
                File.Delete(path);
                deleted++;
            }
        }

        DeleteEmptyFolders(root);
        return new OutputChanges(written, deleted);
    }

    private static string FullPath(string root, string relative)
    {
        var path = Path.GetFullPath(Path.Combine(root, relative));
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new IOException($"'{relative}' leads out of the output folder.");
    }

    private static bool WriteIfDifferent(string path, byte[] content)
    {
        if (IsSame(path, content))
        {
            return false;
        }

        // Whoever reads the file meanwhile, or an interrupted run, finds the old or the new content, never a part.
        var temporary = path + ".tmp";
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, path, overwrite: true);
        return true;
    }

    private static bool IsSame(string path, byte[] content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }

    private static void DeleteEmptyFolders(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories)
            .OrderByDescending(static f => f.Length)
            .ToArray())
        {
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }
}

/// <param name="Written">Files that are new or differ.</param>
/// <param name="Deleted">Files that no longer belong to the client.</param>
internal sealed record OutputChanges(int Written, int Deleted);
