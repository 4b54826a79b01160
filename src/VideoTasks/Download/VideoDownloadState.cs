namespace VideoTasks;

/// <summary>How far a download had come when it failed.</summary>
/// <param name="Attempts">How many requests for the content were sent.</param>
/// <param name="BytesKept">The checked bytes that a next download goes on from; 0 when nothing was kept.</param>
/// <param name="PartialPath">The file that they are in; null when nothing was kept.</param>
public sealed record VideoDownloadState(int Attempts, long BytesKept, string? PartialPath);
