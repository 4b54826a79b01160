using System.ComponentModel;

namespace VideoTasks.Generated;

/// <summary>
/// The unit in which a vendor sends or takes a field. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum VideoFieldUnit
{
    /// <summary>Seconds; of a time, since 1970.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Microseconds.</summary>
    Microseconds,

    /// <summary>Nanoseconds.</summary>
    Nanoseconds,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>0 to 100.</summary>
    Percent,

    /// <summary>0 to 1.</summary>
    Fraction,

    /// <summary>Of an expiry: counted from the answer.</summary>
    Relative,
}
