using System.Globalization;
using System.Text;

namespace VideoTasks.Build.Update;

/// <summary>What a client was generated from, and what was written: enough to see, without generating, that nothing has to be done.</summary>
internal sealed class ClientState(string file)
{
    /// <summary>The client's files when it is still what it was generated as from the same input; null when it has to be generated.</summary>
    public IReadOnlyList<string>? FilesIfCurrent(string inputHash, ClientFolder folder)
    {
        if (!File.Exists(file) || File.ReadAllLines(file) is not [var hash, .. var lines] || hash != inputHash)
        {
            return null;
        }

        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Split('|', 3) is not [var size, var time, var path] || !IsUnchanged(folder.PathOf(path), size, time))
            {
                return null;
            }

            files.Add(folder.PathOf(path));
        }

        return folder.HoldsOnly(files) ? [.. files] : null;
    }

    public void Save(string inputHash, ClientFolder folder, IEnumerable<string> paths)
    {
        var text = new StringBuilder(inputHash).Append('\n');
        foreach (var path in paths)
        {
            var info = new FileInfo(path);
            var relative = Path.GetRelativePath(folder.Folder, path);
            text.Append(CultureInfo.InvariantCulture, $"{info.Length}|{info.LastWriteTimeUtc.Ticks}|{relative}\n");
        }

        OutputFile.Write(file, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static bool IsUnchanged(string path, string size, string time)
    {
        var info = new FileInfo(path);
        return info.Exists
            && info.Length.ToString(CultureInfo.InvariantCulture) == size
            && info.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture) == time;
    }
}
