using System.Collections.Concurrent;

namespace VideoTasks.Emulator.Tasks;

/// <summary>The tasks of one vendor, in the order of their creation.</summary>
internal sealed class TaskStore
{
    private readonly ConcurrentDictionary<string, (long Order, EmulatedTask Task)> _tasks = new(StringComparer.Ordinal);
    private long _order;

    public void Add(EmulatedTask task)
    {
        if (!_tasks.TryAdd(task.Id, (Interlocked.Increment(ref _order), task)))
        {
            throw new ArgumentException($"{task.Vendor} already has a task {task.Id}.", nameof(task));
        }
    }

    public EmulatedTask? Find(string id) => _tasks.TryGetValue(id, out var found) ? found.Task : null;

    public bool Remove(string id) => _tasks.TryRemove(id, out _);

    public List<EmulatedTask> Oldest() => [.. _tasks.Values.OrderBy(entry => entry.Order).Select(entry => entry.Task)];
}
