namespace VideoTasks.Tests.Download;

/// <summary>Progress that is told at once, where <see cref="Progress{T}"/> tells it later and elsewhere.</summary>
internal sealed class Reporter<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
