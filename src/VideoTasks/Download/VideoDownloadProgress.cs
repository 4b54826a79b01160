using System.Runtime.InteropServices;

namespace VideoTasks;

/// <summary>How far a download is.</summary>
/// <param name="BytesReceived">The bytes of the file that are there, those of an earlier download included.</param>
/// <param name="TotalBytes">The length of the file; null when the server does not say.</param>
/// <param name="BytesPerSecond">The rate of the last seconds.</param>
/// <param name="Attempt">How many requests for the content were sent so far, from 1, counted as in <see cref="VideoDownloadResult.Attempts"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VideoDownloadProgress(long BytesReceived, long? TotalBytes, double BytesPerSecond, int Attempt)
{
    /// <summary>0 to 100; null when the total is not known.</summary>
    public double? Percent => TotalBytes is > 0 ? Math.Min(100, BytesReceived * 100.0 / TotalBytes.Value) : null;
}
