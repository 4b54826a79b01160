namespace VideoTasks.Download.Streams;

/// <summary>Content that was opened at a server.</summary>
internal sealed class OpenedContent(VideoContentStream stream) : VideoContent(stream)
{
    public override VideoDownloadCheckpoint? GetCheckpoint() => stream.GetCheckpoint();
}
