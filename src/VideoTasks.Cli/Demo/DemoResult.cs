namespace VideoTasks.Cli.Demo;

/// <summary>What became of one vendor in the demo.</summary>
/// <param name="Vendor">The vendor's name.</param>
/// <param name="Task">The task as it was last seen; null when there was none.</param>
/// <param name="Download">The file; null when there is none.</param>
/// <param name="ExpectedSha256">What the emulator says that the file is; null when it doesn't know the task.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
internal sealed record DemoResult(string Vendor, VideoTask? Task, VideoDownloadResult? Download, string? ExpectedSha256, string? Problem)
{
    public bool IsVerified => Problem is null && Download?.Sha256 is { } sha256 && sha256 == ExpectedSha256;
}
