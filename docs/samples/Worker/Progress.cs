namespace Worker;

/// <summary>How far the work is.</summary>
internal sealed class Progress
{
    private readonly Lock _lock = new();
    private int _running;

    public int Wanted => 1_000;

    public int Verified { get; private set; }

    public int MostAtOnce { get; private set; }

    public void Begin()
    {
        lock (_lock)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_running);
        }
    }

    public void End(bool isVerified)
    {
        lock (_lock)
        {
            _running--;
            Verified += isVerified ? 1 : 0;
        }
    }
}
