using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using VideoTasks.Tests.Download.Files;

namespace VideoTasks.Tests.Download;

/// <summary>A process that downloads for the chaos test, and does nothing else, so that what it holds is the library's.</summary>
internal sealed class ChaosProcess : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string>> _downloads = new();
    private readonly TaskCompletionSource<ChaosCost> _cost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process = ProcessTests.Start(["--many"], hasInput: true);
    private readonly Lock _input = new();
    private readonly Task _reading;
    private int _count;

    public ChaosProcess() => _reading = ReadAsync();

    /// <summary>
    /// Has the process download, and returns how that ended: <c>exact</c>, the reason of an error, or the name of an exception that is none of the
    /// library.
    /// </summary>
    public Task<string> DownloadAsync(DownloadFixture fixture, int connections)
    {
        var number = Interlocked.Increment(ref _count);
        var done = _downloads.GetOrAdd(number, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_input)
        {
            _process.StandardInput.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{number} {fixture.Server.Url} {DownloadFixture.Id} {fixture.Target} {connections}"));
        }

        return done.Task;
    }

    /// <summary>Ends the process, and returns what the downloads cost it.</summary>
    public Task<ChaosCost> FinishAsync()
    {
        _process.StandardInput.Close();
        return _cost.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "memory")
            {
                var numbers = words[1..].Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
                _cost.SetResult(new(numbers[0], numbers[1], numbers[2], numbers[3]));
            }
            else
            {
                _downloads[int.Parse(words[0], CultureInfo.InvariantCulture)].SetResult(words[1]);
            }
        }

        _cost.TrySetException(new InvalidOperationException("The process ended before it had told what it cost."));
        foreach (var download in _downloads.Values)
        {
            download.TrySetException(new InvalidOperationException("The process ended during the download."));
        }
    }
}

/// <summary>What the downloads cost their process.</summary>
/// <param name="Live">The most bytes that lived on the managed heap at a time.</param>
/// <param name="Left">The bytes that lived on it at the end.</param>
/// <param name="Files">The open files and sockets that were not there at the beginning.</param>
/// <param name="Timers">The timers that were not there at the beginning.</param>
internal sealed record ChaosCost(long Live, long Left, long Files, long Timers);
