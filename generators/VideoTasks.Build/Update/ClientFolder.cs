using System.Security.Cryptography;
using System.Text;
using VideoTasks.Build.Output;

namespace VideoTasks.Build.Update;

/// <summary>The folder of one client. It belongs to the generator, but a file that isn't marked as generated is never deleted.</summary>
internal sealed class ClientFolder(string folder)
{
    public string Folder { get; } = folder;

    public string PathOf(string relativePath) => Path.GetFullPath(Path.Combine(Folder, relativePath));

    /// <summary>Makes the folder hold these files: writes those that differ, deletes generated ones that are none of them.</summary>
    public OutputChanges Write(IReadOnlyCollection<GeneratedFile> files) => OutputFolder.Write(Folder, files);

    /// <summary>Deletes the client, and the folder when nothing else is in it.</summary>
    public void Delete()
    {
        Write([]);
        if (!Directory.EnumerateFileSystemEntries(Folder).Any())
        {
            Directory.Delete(Folder);
        }
    }

    /// <summary>Whether the folder holds generated files and nothing else.</summary>
    public bool IsGeneratedOnly() => Existing().Any() && Existing().All(GeneratedCode.IsGenerated);

    /// <summary>Whether the folder holds exactly these files as far as they are generated.</summary>
    public bool HoldsOnly(IReadOnlySet<string> paths) => Existing().All(f => paths.Contains(f) || !GeneratedCode.IsGenerated(f));

    /// <summary>The generated files in it, by path.</summary>
    public IReadOnlyList<GeneratedFile> Read()
        => [.. Existing().Where(GeneratedCode.IsGenerated)
            .Select(f => new GeneratedFile(Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText(f).ReplaceLineEndings("\n")))
            .OrderBy(static f => f.Path, StringComparer.Ordinal)];

    /// <summary>SHA-256 of the names and texts of files, in upper-case hexadecimal. A checkout that turns line ends has the same.</summary>
    public static string HashOf(IEnumerable<GeneratedFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(static f => f.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Content}\0"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private IEnumerable<string> Existing()
        => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories) : [];
}
