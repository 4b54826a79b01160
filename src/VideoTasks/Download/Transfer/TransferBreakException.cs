namespace VideoTasks.Download.Transfer;

/// <summary>A connection that ended, or stayed silent, before the body did. It may be taken up again.</summary>
internal sealed class TransferBreakException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>How many such failures in a row end the download; null for as many as the options say.</summary>
    public int? MaxAttempts { get; init; }
}
