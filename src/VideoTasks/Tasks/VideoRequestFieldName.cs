using System.ComponentModel;

namespace VideoTasks.Generated;

/// <summary>
/// A canonical field of a request. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum VideoRequestFieldName
{
    /// <summary>What the video shows.</summary>
    Prompt,

    /// <summary>The model.</summary>
    Model,

    /// <summary>The length.</summary>
    Seconds,

    /// <summary>Width and height in one.</summary>
    Size,

    /// <summary>The width of the size.</summary>
    Width,

    /// <summary>The height of the size.</summary>
    Height,

    /// <summary>An image or a video to start from.</summary>
    InputReference,

    /// <summary>The task that a new one is made from.</summary>
    SourceId,

    /// <summary>The caller's own key, under which the vendor makes one task only.</summary>
    IdempotencyKey,
}
