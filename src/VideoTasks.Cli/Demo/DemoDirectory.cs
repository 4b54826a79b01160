namespace VideoTasks.Cli.Demo;

/// <summary>Where the demo puts its videos. A directory that it made and that stayed empty is removed again.</summary>
internal sealed class DemoDirectory : IDisposable
{
    private readonly bool _isNew;

    private DemoDirectory(string path, bool isNew) => (Path, _isNew) = (path, isNew);

    public string Path { get; }

    public static DemoDirectory Create(string path)
    {
        var isNew = !Directory.Exists(path);
        try
        {
            Directory.CreateDirectory(path);
            return new(path, isNew);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException($"the directory '{path}' can't be made: {exception.Message} Choose another with --output.", exception);
        }
    }

    public void Dispose()
    {
        try
        {
            if (_isNew && !Directory.EnumerateFileSystemEntries(Path).Any())
            {
                Directory.Delete(Path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else is using it: then it isn't ours to remove.
        }
    }
}
