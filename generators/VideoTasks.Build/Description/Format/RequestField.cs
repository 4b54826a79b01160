namespace VideoTasks.Build.Description.Format;

/// <summary>A canonical field of a request, as the library's <c>VideoRequestBody</c> takes it.</summary>
internal enum RequestField
{
    Prompt,
    Model,
    Seconds,
    Size,
    Width,
    Height,
    InputReference,

    /// <summary>The task that a new one is made from.</summary>
    SourceId,
}
