namespace VideoTasks.Tests.Download;

/// <summary>Downloads into a stream over a file, and keeps each checkpoint beside it, as a caller does who expects to be killed.</summary>
internal sealed class StreamRun(VideoTaskClient client, string id, string path)
{
    private readonly string _checkpoint = path + ".checkpoint";

    public async Task RunAsync()
    {
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var result = await client.DownloadToAsync(id, file, new()
        {
            ResumeFrom = File.Exists(_checkpoint) ? VideoDownloadCheckpoint.Parse(await File.ReadAllTextAsync(_checkpoint)) : null,
            OnCheckpoint = KeepAsync,
            CheckpointInterval = TimeSpan.FromMilliseconds(50),
        });
        Console.WriteLine($"done {result.Length} {result.Sha256} {result.ResumedBytes}");
    }

    private async ValueTask KeepAsync(VideoDownloadCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(_checkpoint + "~", checkpoint.ToString(), cancellationToken);
        File.Move(_checkpoint + "~", _checkpoint, overwrite: true);
    }
}
