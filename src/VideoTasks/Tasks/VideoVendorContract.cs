using System.ComponentModel;

namespace VideoTasks.Generated;

/// <summary>
/// What generated vendors and the library have agreed on. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VideoVendorContract
{
    /// <summary>
    /// Counts what a generated vendor may use of the library: one more for each field, unit or member that an older library would leave out.
    /// </summary>
    public const int Version = 1;
}
