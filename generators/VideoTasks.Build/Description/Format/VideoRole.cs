namespace VideoTasks.Build.Description.Format;

/// <summary>What an operation does, as the library's <c>VideoOperation</c> has it. Order is that of the description file.</summary>
internal enum VideoRole
{
    Create,
    Get,
    Content,
    List,
    Delete,
    Cancel,
    Remix,
    Edit,
    Extend,
}

/// <summary>The kinds of roles.</summary>
internal static class VideoRoles
{
    /// <summary>Whether an operation of this role starts a task and takes a request.</summary>
    public static bool StartsTask(this VideoRole role) => role is VideoRole.Create or VideoRole.Remix or VideoRole.Edit or VideoRole.Extend;
}
