namespace VideoTasks.Build.Description.Format;

/// <summary>A canonical field of a task: a property of the library's <c>VideoTaskFields</c>, or one that several of them are read from.</summary>
internal enum TaskField
{
    Id,
    Status,
    Progress,
    Model,
    Prompt,
    CreatedAt,
    CompletedAt,
    ExpiresAt,
    Duration,

    /// <summary>Width and height in one text.</summary>
    Size,
    Width,
    Height,
    VideoUrl,
    Error,

    /// <summary>Only hints name it: without one it is a part of <see cref="Error"/>.</summary>
    ErrorCode,

    /// <summary>As <see cref="ErrorCode"/>.</summary>
    ErrorMessage,
}
