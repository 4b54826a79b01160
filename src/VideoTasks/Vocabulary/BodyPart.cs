namespace VideoTasks.Vocabulary;

/// <summary>What an object or a list in a body holds, which says what may be believed that stands in it.</summary>
internal enum BodyPart
{
    /// <summary>Something unknown: at most the video's URL is looked for.</summary>
    Unknown,

    /// <summary>A wrapper around a task or a part of it: everything in it counts.</summary>
    Envelope,

    /// <summary>The video or what describes it: URL, length, size, expiry.</summary>
    Media,

    /// <summary>What the caller asked for, repeated: prompt, model, length, size.</summary>
    Request,

    /// <summary>What is billed: length and size, when nothing better says them.</summary>
    Usage,

    /// <summary>Nothing of interest, and URLs that are no video: covers, links to poll, inputs.</summary>
    Ignored,
}
