using System.IO.Compression;
using System.Xml.Linq;

namespace VideoTasks.Packages.Tests.Feed;

/// <summary>A package file.</summary>
public sealed class Package(string file)
{
    private readonly Dictionary<string, byte[]> _files = Read(file);

    public IReadOnlyCollection<string> Files => _files.Keys;

    public byte[] this[string path] => _files[path];

    public string Text(string path) => System.Text.Encoding.UTF8.GetString(_files[path]);

    /// <summary>The elements of the manifest, by name.</summary>
    public IReadOnlyDictionary<string, XElement> Manifest
    {
        get
        {
            var text = Text(Files.Single(f => f.EndsWith(".nuspec", StringComparison.Ordinal)));
            var metadata = XDocument.Parse(text.TrimStart('\uFEFF')).Root!.Elements().Single();
            return metadata.Elements().ToDictionary(e => e.Name.LocalName, StringComparer.Ordinal);
        }
    }

    private static Dictionary<string, byte[]> Read(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            files[entry.FullName] = content.ToArray();
        }

        return files;
    }
}
