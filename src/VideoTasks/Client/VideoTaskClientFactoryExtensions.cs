namespace VideoTasks;

/// <summary>Going on with tasks of which only the handle is known.</summary>
public static class VideoTaskClientFactoryExtensions
{
    /// <summary>The client of the vendor that a handle names.</summary>
    /// <exception cref="VideoTaskException">
    /// No vendor has that name, or it has no base URL (<see cref="VideoTaskErrorReason.Configuration"/>).
    /// </exception>
    public static IVideoTaskClient GetClient(this IVideoTaskClientFactory factory, VideoTaskHandle handle)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.GetClient(handle.Vendor);
    }
}
