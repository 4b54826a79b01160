using Microsoft.Extensions.Logging;

namespace VideoTasks.Tests.Container;

/// <summary>Keeps what is logged: texts, scopes and states.</summary>
internal sealed class ListLogger : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Take(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Take(state, formatter(state, exception) + exception);

    public void Dispose()
    {
    }

    // What structured loggers write down is the state, and not its text.
    private void Take<TState>(TState state, string? text = null)
    {
        _lines.Enqueue(text ?? $"{state}");
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            _lines.Enqueue($"{name}={(value is IEnumerable<string> values ? string.Join(',', values) : value)}");
        }
    }
}
