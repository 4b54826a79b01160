using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Bundling;

/// <summary>The one folder whose files a document may refer to. A document is input from outside: it makes a build read nothing else.</summary>
/// <param name="folder">The folder.</param>
/// <param name="limits">What a document may cost.</param>
internal sealed class PartFolder(string folder, LoadLimits? limits = null)
{
    /// <summary>Folders that hold other things than a vendor's documents; the build doesn't watch them.</summary>
    private const string Packages = "node_modules";

    private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private readonly Dictionary<string, SourceDocument?> _parts = new(StringComparer.Ordinal);
    private long _size;

    public LoadLimits Limits { get; } = limits ?? LoadLimits.Default;

    /// <summary>The full paths of the parts that were read, in ordinal order.</summary>
    public IEnumerable<string> Used => _parts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The file and place that a reference names.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="file">The full path of the file that it stands in.</param>
    /// <param name="reason">Why it is not followed; null when it is.</param>
    public PartTarget Locate(string reference, string file, out string? reason)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = hash < 0 ? (reference, "") : (reference[..hash], reference[hash..]);
        if (path.Length == 0)
        {
            reason = null;
            return new PartTarget(file, fragment);
        }

        // Windows' separator is common in documents that were written there.
        var name = Uri.UnescapeDataString(path).Replace('\\', '/');
        var full = name.Contains('\0', StringComparison.Ordinal) ? "" : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, name));
        reason = Fault(path, name, full);
        return new PartTarget(full, fragment);
    }

    /// <summary>A part as it was read the first time; null, with an error in <paramref name="diagnostics"/>, when it can't be.</summary>
    /// <param name="file">Its full path, as <see cref="Locate"/> gave it.</param>
    /// <param name="shownAs">How messages call it.</param>
    /// <param name="diagnostics">Where errors go.</param>
    public SourceDocument? Read(string file, string shownAs, DiagnosticBag diagnostics)
    {
        if (!_parts.TryGetValue(file, out var part))
        {
            _size += new FileInfo(file).Length;
            if (_parts.Count >= Limits.Parts || _size > Limits.PartsSize)
            {
                throw new DocumentFormatException(
                    DiagnosticDescriptors.OverLimit,
                    0,
                    0,
                    $"its references lead to more than {Limits.Parts} files, or {Limits.PartsSize / 1024 / 1024} MiB");
            }

            _parts.Add(file, part = SourceDocumentReader.Read(shownAs, Path.GetFileNameWithoutExtension(file), diagnostics, Limits));
        }

        return part;
    }

    private string? Fault(string path, string name, string full)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (name.StartsWith("//", StringComparison.Ordinal) || (colon > 0 && !name[..colon].Contains('/', StringComparison.Ordinal)))
        {
            return "it is a URL, and nothing is ever fetched; save it as a file of the vendor's folder";
        }

        if (name.StartsWith('/') || full.Length == 0 || path.Contains('?', StringComparison.Ordinal))
        {
            return "it is no relative path to a file";
        }

        if (!IsInside(full))
        {
            return $"it leads out of the folder '{_folder}'";
        }

        var folders = Path.GetRelativePath(_folder, full).Split(Path.DirectorySeparatorChar);
        if (folders.FirstOrDefault(static f => f.StartsWith('.') || f == Packages) is { } ignored)
        {
            return $"'{ignored}' is hidden, or holds packages, and is not looked at";
        }

        if (Path.GetExtension(full).ToUpperInvariant() is not (".YAML" or ".YML" or ".JSON"))
        {
            return "the file's name ends in none of .yaml, .yml and .json";
        }

        return LinksInside(folders) ? null : $"a link on its way leads out of the folder '{_folder}'";
    }

    private bool LinksInside(string[] names)
    {
        var path = _folder;
        foreach (var name in names)
        {
            path = Path.Combine(path, name);
            if (new FileInfo(path).LinkTarget is not null
                && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target && !IsInside(target.FullName))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsInside(string path) => path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
