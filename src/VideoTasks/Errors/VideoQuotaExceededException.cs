namespace VideoTasks;

/// <summary>The account has no balance or no quota left. Waiting is no use; paying is.</summary>
public sealed class VideoQuotaExceededException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoQuotaExceededException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoQuotaExceededException()
    {
    }
}
