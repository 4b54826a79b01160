using VideoTasks;
using VideoTasks.Emulator;

namespace Worker;

/// <summary>Makes the videos, a bounded number of them at once: what a vendor allows of an account, and what the disk takes.</summary>
internal sealed class VideoWorker(
    [FromKeyedServices("hingnet")] IVideoTaskClient client, VideoEmulator emulator, Progress progress, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    private const int AtOnce = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var folder = Directory.CreateDirectory("videos").FullName;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken };
        await Parallel.ForEachAsync(Enumerable.Range(1, progress.Wanted), options, async (number, cancellationToken) =>
        {
            progress.Begin();
            var isVerified = false;
            try
            {
                isVerified = await MakeAsync(number, Path.Combine(folder, $"{number}.mp4"), cancellationToken);
            }
            finally
            {
                progress.End(isVerified);
            }
        });
        lifetime.StopApplication();
    }

    private async Task<bool> MakeAsync(int number, string path, CancellationToken cancellationToken)
    {
        var task = await client.CreateAsync(new() { Model = "sora-2", Prompt = $"Cat number {number}", Seconds = 4 }, cancellationToken);

        // The emulator is quick; a vendor takes minutes, and the interval is then best left to the library.
        task = await client.WaitAsync(task.Id, new() { PollInterval = TimeSpan.FromMilliseconds(50) }, cancellationToken);
        var file = await client.DownloadToFileAsync(task.Id, path, cancellationToken: cancellationToken);
        return file.Sha256 == emulator.GetSha256("hingnet", task.Id);
    }
}
