namespace VideoTasks.Build.Update;

/// <summary>How an update ended. The numbers are the exit codes of the command, which the build's targets know.</summary>
internal enum UpdateOutcome
{
    /// <summary>Every client is up to date.</summary>
    Succeeded = 0,

    /// <summary>A vendor could not be brought up to date; its client is as it was.</summary>
    Failed = 1,

    /// <summary>Nothing was written: a client has to be, and Kiota is not installed.</summary>
    KiotaMissing = 3,
}
