using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>How long a body that is no video may take, and how large it may be.</summary>
internal sealed class BodyLimit(DownloadContext context)
{
    /// <summary>How long an error is listened to; its status says most.</summary>
    public static readonly TimeSpan ErrorTime = TimeSpan.FromSeconds(5);

    /// <summary>How long JSON may take that names the content, or until the content begins in it.</summary>
    public static readonly TimeSpan JsonTime = TimeSpan.FromSeconds(20);

    /// <summary>What comes before the content in JSON that holds it: the pictures that it was made from, at most.</summary>
    private const long MaxBeforeContent = 64 * 1024 * 1024;

    /// <summary>What may stand around the content.</summary>
    private const long Slack = 1024 * 1024;

    /// <summary>Base64 is a third longer than its bytes, and some write it in lines.</summary>
    private const double Base64Growth = 1.5;

    private const int MaxAttempts = 2;

    private readonly long _began = context.Time.GetTimestamp();

    /// <summary>Whether JSON took too long.</summary>
    public bool IsLate => context.Time.GetElapsedTime(_began) >= JsonTime;

    /// <exception cref="TransferBreakException">It takes too long.</exception>
    public void EnsureInTime()
    {
        if (IsLate)
        {
            throw new TransferBreakException(
                $"the server did not send its answer within {JsonTime.TotalSeconds:0} seconds") { MaxAttempts = MaxAttempts };
        }
    }

    /// <exception cref="VideoTaskException">It is too large.</exception>
    public void EnsureSize(long count, bool isContent)
    {
        if (count > (isContent ? (context.Options.MaxBytes * Base64Growth) + Slack : context.Options.MaxBytes))
        {
            throw context.Errors.TooLarge(context.Options.MaxBytes, length: null);
        }

        if (!isContent && count > MaxBeforeContent)
        {
            throw context.Errors.NotMedia(ContentKind.Json, null, default, System.Net.HttpStatusCode.OK);
        }
    }
}
