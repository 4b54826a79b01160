namespace VideoTasks.Build.Update;

/// <summary>Writing a file so that readers, and a run that is interrupted, see the old content or the new one.</summary>
internal static class OutputFile
{
    /// <summary>Writes the file where it differs, and says whether it did.</summary>
    public static bool Write(string file, byte[] content)
    {
        if (IsEqual(file, content))
        {
            return false;
        }

        Replace(file, content);
        return true;
    }

    /// <summary>Writes the file whether or not it differs, so that it is newer than everything before.</summary>
    public static void Replace(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var temporary = $"{file}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, file, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static bool IsEqual(string file, byte[] content)
    {
        var info = new FileInfo(file);
        return info.Exists && info.Length == content.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(content);
    }
}
