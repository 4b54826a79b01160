using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using VideoTasks.Calls;
using VideoTasks.Http;

namespace VideoTasks;

/// <summary>The loop under <c>WaitAsync</c> and <c>WatchAsync</c>.</summary>
internal static class VideoTaskWait
{
    private const double IntervalGrowth = 1.5;
    private const double Jitter = 0.1;
    private static readonly TimeSpan DefaultPollInterval = TimeSpan.FromSeconds(2);
    public static async Task<VideoTask> WaitAsync(
        IVideoTaskClient client, string id, VideoTaskWaitOptions options, CancellationToken cancellationToken)
    {
        VideoTask? last = null;
        var hasFailed = false;
        await foreach (var task in ReadAsync(client, id, options, cancellationToken).ConfigureAwait(false))
        {
            last = task;
            try
            {
                options.Progress?.Report(task);
            }
            catch (Exception exception)
            {
                if (!hasFailed && client.GetService<ILogger>() is { } logger)
                {
                    VideoTaskLog.ProgressFailed(logger, task.Handle, exception);
                }

                hasFailed = true;
            }
        }

        return options.ThrowOnFailure ? VideoTaskOutcome.EnsureNotFailed(last!) : last!;
    }

    public static async IAsyncEnumerable<VideoTask> WatchAsync(
        IVideoTaskClient client, string id, VideoTaskWaitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        VideoTask? last = null;
        await foreach (var task in ReadAsync(client, id, options, cancellationToken).ConfigureAwait(false))
        {
            if (last is null || !task.IsSameStateAs(last))
            {
                yield return task;
            }

            last = task;
        }
    }

    /// <summary>Every reading, up to and including the terminal one.</summary>
    private static async IAsyncEnumerable<VideoTask> ReadAsync(
        IVideoTaskClient client, string id, VideoTaskWaitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var time = client.GetService<TimeProvider>() ?? TimeProvider.System;
        var metadata = client.GetService<VideoTaskClientMetadata>();
        var started = time.GetTimestamp();
        var delay = new RetryDelay(options.PollInterval ?? metadata?.PollInterval ?? DefaultPollInterval, options.MaxPollInterval, time)
        {
            Shortest = RetryDelay.Floor, Growth = IntervalGrowth, Jitter = Jitter,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = Remaining(time, started, options) is { } whole
            ? time.CreateTimer(Cancel, limit, TimerSpan.Of(whole), Timeout.InfiniteTimeSpan)
            : null;
        var readings = 1;
        VideoTask? last = null;
        while (true)
        {
            TimeSpan? retryAfter = null;
            VideoTaskException? trouble = null;
            try
            {
                var task = await client.GetAsync(id, limit.Token).ConfigureAwait(false);
                if (last is not null && task.IsSameStateAs(last))
                {
                    readings++;
                }

                last = task;
                retryAfter = task.RetryAfter;
            }
            catch (VideoTaskException exception) when (MayPass(exception, last))
            {
                // The task goes on whatever happens to one reading of it.
                trouble = exception;
                retryAfter = exception.RetryAfter;
                readings++;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw TimedOut(metadata?.Name, id, options, last, innerException: null);
            }

            if (trouble is null)
            {
                yield return last!;
                if (last!.IsTerminal)
                {
                    yield break;
                }
            }

            var pause = delay.Next(readings, retryAfter);
            if (Remaining(time, started, options) is { } rest && rest <= pause)
            {
                // A last look at the very end: what happened during the pause still counts.
                if (rest <= RetryDelay.Floor)
                {
                    throw TimedOut(metadata?.Name, id, options, last, trouble);
                }

                pause = rest - (RetryDelay.Floor / 2);
            }

            await delay.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    // Who has never answered at all may not exist, and a page for people in the place of the first reading is a wrong address.
    private static bool MayPass(VideoTaskException exception, VideoTask? last) => exception.IsTransient
        ? last is not null || exception.StatusCode is not null
        : exception is { Reason: VideoTaskErrorReason.InvalidResponse, StatusCode: >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous }
            && (last is not null || exception.RawBody?.TrimStart() is not ['<', ..]);

    private static void Cancel(object? source)
    {
        try
        {
            ((CancellationTokenSource)source!).Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The read ended at the same moment.
        }
    }

    private static TimeSpan? Remaining(TimeProvider time, long started, VideoTaskWaitOptions options)
    {
        if (options.Timeout == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        var remaining = options.Timeout - time.GetElapsedTime(started);
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }

    private static VideoTaskTimeoutException TimedOut(
        string? vendor, string id, VideoTaskWaitOptions options, VideoTask? last, Exception? innerException)
    {
        vendor = last?.Vendor ?? vendor;
        VideoTaskHandle? handle = vendor is null ? null : new(vendor, id);
        var state = last is null ? "and could not be read" : $"and was last seen as {last.RawStatus ?? "without a status"}";
        return new(ErrorMessages.WaitedTooLong(handle?.ToString() ?? id, options.Timeout, state), innerException)
        {
            Vendor = vendor,
            Handle = handle,
            Task = last,
        };
    }
}
