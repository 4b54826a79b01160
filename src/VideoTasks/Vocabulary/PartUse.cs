namespace VideoTasks.Vocabulary;

/// <summary>What the name of an object or a list tells about a schema.</summary>
[Flags]
internal enum PartUse
{
    /// <summary>Nothing without a value.</summary>
    None = 0,

    /// <summary>It wraps the task, or holds it beside facts about the request.</summary>
    WrapsTask = 1,

    /// <summary>It lists tasks where several may be asked for at once.</summary>
    ListsTasks = 2,

    /// <summary>The video's URL may be in it, beside the task's own properties.</summary>
    HoldsVideo = 4,
}
