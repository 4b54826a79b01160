namespace VideoTasks.Vocabulary;

/// <summary>
/// What a name in a body can be about. Finer than the canonical fields: an error has a code here or there, a length frames or seconds.
/// </summary>
internal enum BodyField
{
    None,
    Id,
    Status,
    Done,
    Failed,
    Outcome,
    Progress,
    Model,
    Prompt,
    CreatedAt,
    CompletedAt,
    ExpiresAt,
    ExpiresIn,
    Duration,
    Frames,
    FramesPerSecond,
    Size,
    Width,
    Height,
    VideoUrl,
    Inline,
    Error,
    ErrorMessage,
    ErrorCode,
    ErrorType,
    FailReason,
    PossibleMessage,
    Detail,
    PossibleCode,
    Refusal,
}
