namespace VideoTasks.Requests;

/// <summary>Where a canonical field of a request goes in a vendor's body. For generated code.</summary>
/// <param name="Name">Prompt, Model, Seconds, Size, Width, Height, InputReference or SourceId.</param>
/// <param name="Path">The JSON Pointer in the body.</param>
/// <param name="Type">The JSON type that the document gives it: <c>string</c>, <c>integer</c>, <c>number</c>, <c>array</c>, <c>object</c>, <c>any</c>.</param>
/// <param name="Separator">What stands between width and height in a size; null for <c>x</c>.</param>
/// <param name="Suffix">What follows a number that is sent as text, such as the <c>s</c> of <c>5s</c>; null for nothing.</param>
/// <param name="Shapes">The forms in which an input reference is taken; empty for another field.</param>
public sealed record VideoRequestField(string Name, string Path, string Type, string? Separator, string? Suffix, IReadOnlyList<VideoInputShape> Shapes);

/// <summary>A form in which a vendor takes an image or a video to start from.</summary>
/// <param name="Shape"><c>url</c>, <c>urls</c>, <c>object:KEY</c>, <c>objects:KEY</c>, <c>parts:KEY</c> or <c>file</c>; a KEY such as <c>image_url/url</c> is nested.</param>
/// <param name="Model">The models that take it, with <c>*</c> for any text; null for all.</param>
public sealed record VideoInputShape(string Shape, string? Model = null);

/// <summary>The media types that a vendor takes a request in.</summary>
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
