using System.ComponentModel;
using VideoTasks.Vendors;

namespace VideoTasks.Generated;

/// <summary>
/// A form in which a vendor takes an image or a video to start from. For generated code; may change with any minor version together with
/// VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record VideoInputShape
{
    /// <summary>How it stands in the body.</summary>
    public VideoInputForm Form { get; init => field = Known.Of(value); }

    /// <summary>
    /// The member of an object that takes the URL; <c>image_url/url</c> is nested, and <c>url;type=image</c> has a further member beside it. Empty
    /// where there is no object.
    /// </summary>
    public string Key { get; init; } = "";

    /// <summary>The models that take it, with <c>*</c> for any text; null for all.</summary>
    public string? Model { get; init; }
}

/// <summary>
/// How an image or a video stands in a body. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum VideoInputForm
{
    /// <summary>A URL.</summary>
    Url,

    /// <summary>An array of URLs.</summary>
    Urls,

    /// <summary>An object with the URL.</summary>
#pragma warning disable CA1720 // JSON's own word for it.
    Object,
#pragma warning restore CA1720

    /// <summary>An array of such objects.</summary>
    Objects,

    /// <summary>One more of an array of parts, each an object with its type.</summary>
    Parts,

    /// <summary>A part of a multipart body.</summary>
    File,
}
