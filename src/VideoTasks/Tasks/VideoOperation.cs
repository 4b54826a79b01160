namespace VideoTasks;

/// <summary>What an operation of a vendor does.</summary>
public enum VideoOperation
{
    /// <summary>Starts a task.</summary>
    Create,

    /// <summary>Reads a task.</summary>
    Get,

    /// <summary>Delivers the file, or says where it is.</summary>
    Content,

    /// <summary>Lists tasks.</summary>
    List,

    /// <summary>Deletes a task.</summary>
    Delete,

    /// <summary>Stops a task.</summary>
    Cancel,

    /// <summary>Makes a new task from a finished one.</summary>
    Remix,

    /// <summary>Makes a new task by editing the video of a finished one.</summary>
    Edit,

    /// <summary>Makes a new task that goes on where the video of a finished one ends.</summary>
    Extend,
}
