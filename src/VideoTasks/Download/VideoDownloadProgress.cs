using System.Runtime.InteropServices;

namespace VideoTasks;

/// <summary>How far a download is.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VideoDownloadProgress
{
    /// <summary>The bytes of the file that are there, those of an earlier download included.</summary>
    public long BytesReceived { get; init; }

    /// <summary>The length of the file; null when the server does not say.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>The rate of the last seconds.</summary>
    public double BytesPerSecond { get; init; }

    /// <summary>How many requests for the content were sent so far, from 1, counted as in <see cref="VideoDownloadResult.Attempts"/>.</summary>
    public int Attempt { get; init; }

    /// <summary>0 to 100; null when the total is not known.</summary>
    public double? Percent => TotalBytes is > 0 ? Math.Min(100, BytesReceived * 100.0 / TotalBytes.Value) : null;
}
