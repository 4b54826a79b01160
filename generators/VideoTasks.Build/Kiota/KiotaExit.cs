namespace VideoTasks.Build.Kiota;

/// <summary>How a run of Kiota ended.</summary>
/// <param name="Failure">What went wrong; null when nothing did.</param>
/// <param name="IsCrash">Whether it ended before it had tried every client: Kiota goes on after a document that it refuses, and then ends with
/// 1.</param>
internal readonly record struct KiotaExit(string? Failure, bool IsCrash)
{
    public static KiotaExit Success => default;
}
