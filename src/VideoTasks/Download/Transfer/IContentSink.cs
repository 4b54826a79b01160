namespace VideoTasks.Download.Transfer;

/// <summary>Where the bytes of a download go, and what it remembers of them.</summary>
internal interface IContentSink : IDisposable
{
    /// <summary>Waits until everything that was handed over is written.</summary>
    ValueTask DrainAsync(CancellationToken cancellationToken);

    /// <summary>Takes a buffer, and releases it when it is written. The one before is written when this returns.</summary>
    ValueTask WriteAsync(TransferBuffer buffer, long offset, CancellationToken cancellationToken);

    /// <summary>How many of the last bytes can be compared, at most; 0 when none can.</summary>
    int Comparable { get; }

    /// <summary>Whether these are the bytes that were received for this place. A replay from the beginning may be answered at its end only.</summary>
    ValueTask<bool> MatchesAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Takes back what was received from an offset on.</summary>
    /// <returns>The offset to go on at, not behind the one that was asked for; null when what was received is out of our hands.</returns>
    ValueTask<long?> TruncateAsync(long offset, CancellationToken cancellationToken);

    /// <summary>What is wrong with the received bytes as a whole file; null when nothing is.</summary>
    ValueTask<string?> FaultAsync(CancellationToken cancellationToken);

    /// <summary>Learns what the bytes are of, before any of them is written.</summary>
    void Identify(EntityValidators identity, bool isIndirect);
}
