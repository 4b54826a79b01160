namespace VideoTasks;

internal static class VideoOperationExtensions
{
    /// <summary>Whether the operation starts a task, which the vendor may bill: it is never repeated, nor is repeating it advised, blindly.</summary>
    public static bool StartsTask(this VideoOperation operation) =>
        operation is VideoOperation.Create or VideoOperation.Remix or VideoOperation.Edit or VideoOperation.Extend;
}
