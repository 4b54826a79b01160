namespace VideoTasks.Build.Kiota;

/// <summary>What Kiota prints. Its logger writes a line with the level and the category, and then the message.</summary>
internal sealed class KiotaConsole
{
    private const string CriticalLevel = "crit: ";
    private readonly Lock _lock = new();
    private bool _isCritical;

    /// <summary>The first message of the level critical: why a client was given up, which the client's own log does not say.</summary>
    public string? Failure { get; private set; }

    public void Read(string? line)
    {
        lock (_lock)
        {
            if (line is null)
            {
                return;
            }

            if (_isCritical && line.Trim() is { Length: > 0 } message)
            {
                Failure ??= message;
            }

            _isCritical = line.StartsWith(CriticalLevel, StringComparison.Ordinal);
        }
    }
}
