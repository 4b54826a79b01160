using System.ComponentModel;

namespace VideoTasks.Generated;

#pragma warning disable CA1720 // These are the names of JSON Schema.

/// <summary>
/// The JSON type of a field in a document. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum VideoFieldType
{
    /// <summary>Any, or one that the document does not say.</summary>
    Any,

    /// <summary>A text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A list.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A file of a multipart body.</summary>
    File,
}
