namespace VideoTasks;

/// <content>The operations that end in a file.</content>
public partial interface IVideoTaskClient
{
    /// <summary>
    /// Opens the video of a completed task: the headers are there when this returns, the bytes are read from the stream, and nothing more than
    /// the reader's buffer is held. The token ends with the opening; a read has its own, and one without any ends with
    /// <see cref="VideoContentOptions.StallTimeout"/> or when the content is disposed.
    /// </summary>
    /// <param name="id">The vendor's id of the task.</param>
    /// <param name="options">The rendition and the limits; null for the defaults.</param>
    /// <param name="cancellationToken">Gives the opening up.</param>
    /// <exception cref="VideoDownloadException">
    /// The content can't be had, or is none; it is not there within <see cref="VideoContentOptions.ReadyTimeout"/>
    /// (<see cref="VideoTaskErrorReason.NotReady"/>).
    /// </exception>
    /// <exception cref="VideoTaskFailedException">The task ended without a video.</exception>
    Task<VideoContent> OpenContentAsync(string id, VideoContentOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the video of a completed task to a stream, and checks that it is whole. A stream that can seek is written from its position
    /// anew if the file changes at the server meanwhile; what an error leaves in the stream is not the whole video, and its checkpoint
    /// (<see cref="VideoDownloadState.Checkpoint"/>) goes on with it, in this process or another: see <see cref="VideoContentOptions.ResumeFrom"/>.
    /// A stream that can't seek goes on behind the bytes of the checkpoint, which its owner has kept.
    /// </summary>
    /// <param name="id">The vendor's id of the task.</param>
    /// <param name="destination">Where the bytes go. It is flushed and stays open.</param>
    /// <param name="options">The rendition, the limits, the progress; null for the defaults.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="VideoDownloadException">
    /// The content can't be had, is none, or is not whole; it is not there within <see cref="VideoContentOptions.ReadyTimeout"/>
    /// (<see cref="VideoTaskErrorReason.NotReady"/>). It has the checkpoint.
    /// </exception>
    /// <exception cref="VideoTaskFailedException">The task ended without a video.</exception>
    /// <exception cref="VideoDownloadCanceledException">It was given up; it has the checkpoint as well.</exception>
    /// <exception cref="ArgumentException">The checkpoint is of another task or rendition, or the stream can't be read and sought.</exception>
    Task<VideoDownloadResult> DownloadToAsync(
        string id, Stream destination, VideoStreamDownloadOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads the video of a completed task. It appears at its path at once and whole, or not at all: until then it is <c>NAME.part</c>, and
    /// <c>NAME.part.json</c> says what of it a next download, of this process or another, can go on from.
    /// </summary>
    /// <param name="id">The vendor's id of the task.</param>
    /// <param name="path">
    /// The file, in a directory that exists; or a directory, in which the server's name for the file is used, made safe. A symbolic link is
    /// followed: what it leads to is written, there or not yet there. Devices, pipes and sockets are refused.
    /// </param>
    /// <param name="options">The rendition, the limits, connections, progress; null for the defaults.</param>
    /// <param name="cancellationToken">Gives it up; what was received is kept as the options say.</param>
    /// <exception cref="VideoDownloadException">
    /// The content can't be had, is none, is not whole, or can't be written; it is not there within
    /// <see cref="VideoContentOptions.ReadyTimeout"/> (<see cref="VideoTaskErrorReason.NotReady"/>).
    /// </exception>
    /// <exception cref="VideoTaskFailedException">The task ended without a video.</exception>
    /// <exception cref="VideoDownloadCanceledException">It was given up.</exception>
    Task<VideoDownloadResult> DownloadToFileAsync(
        string id, string path, VideoFileDownloadOptions? options = null, CancellationToken cancellationToken = default);
}
