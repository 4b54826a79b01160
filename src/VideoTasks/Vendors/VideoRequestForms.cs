using System.ComponentModel;

namespace VideoTasks.Generated;

/// <summary>
/// The media types that a vendor takes a request in. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum VideoRequestForms
{
    /// <summary>A JSON body; a file of this machine goes as a <c>data:</c> URL.</summary>
    Json,

    /// <summary>A multipart body.</summary>
    Multipart,

    /// <summary>JSON, unless a file is to be uploaded.</summary>
    JsonOrMultipart,

    /// <summary>A form such as a web page sends, <c>application/x-www-form-urlencoded</c>.</summary>
    Form,
}
