namespace VideoTasks.Cli.Output;

/// <summary>A progress report that is handled at once, in the order of the reports.</summary>
internal sealed class Report<T>(Action<T> handle) : IProgress<T>
{
    void IProgress<T>.Report(T value) => handle(value);
}
