namespace VideoTasks.Benchmarks.Download;

/// <summary>Somebody who can download the file of a comparison.</summary>
internal abstract class Contestant(string name)
{
    public string Name => name;

    /// <summary>Downloads the file once.</summary>
    public abstract Task<Cost> RunAsync();
}

/// <summary>What a download cost.</summary>
/// <param name="Wall">Seconds.</param>
/// <param name="Cpu">Seconds of all threads, in user and system mode.</param>
/// <param name="Peak">The most physical memory that the process ever had, in bytes.</param>
/// <param name="Allocated">Managed bytes that were allocated; null for another process.</param>
internal sealed record Cost(double Wall, double Cpu, long Peak, long? Allocated);
