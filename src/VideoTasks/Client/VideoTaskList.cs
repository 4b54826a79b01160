using System.Runtime.CompilerServices;

namespace VideoTasks;

/// <summary>The loop under <c>ListAsync</c>.</summary>
internal static class VideoTaskList
{
    /// <summary>Every task once, also where pages overlap; it ends where a page brings nothing new or a token leads back.</summary>
    public static async IAsyncEnumerable<VideoTask> ReadAsync(
        IVideoTaskClient client, VideoTaskListOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var left = options.MaxCount ?? int.MaxValue;
        while (true)
        {
            var page = await client.ListPageAsync(options with { }, cancellationToken).ConfigureAwait(false);
            var hasNew = page.Tasks.Count == 0;
            foreach (var task in page.Tasks)
            {
                if (!known.Add(task.Id.Length > 0 ? task.Id : VideoTaskJson.Serialize(task)))
                {
                    continue;
                }

                hasNew = true;
                yield return task;
                if (--left == 0)
                {
                    yield break;
                }
            }

            if (!hasNew || page.ContinuationToken is not { } token || !visited.Add(token))
            {
                yield break;
            }

            options = options with { ContinuationToken = token };
        }
    }
}
