namespace VideoTasks.Vendors;

/// <summary>
/// A field of the request of an operation: a canonical one and where it goes, what every request holds, or one of the vendor's own, which
/// <see cref="VideoTaskRequest.AdditionalProperties"/> reach.
/// </summary>
/// <param name="Name">Prompt, Model, Seconds, Size, Width, Height, InputReference or SourceId; null for one of the vendor's own.</param>
/// <param name="Path">The JSON Pointer in the body, or the name of the parameter.</param>
/// <param name="Type">The JSON type that the document gives it: <c>string</c>, <c>integer</c>, <c>number</c>, <c>array</c>, <c>object</c>,
/// <c>any</c>.</param>
public sealed record VideoRequestField(string? Name, string Path, string Type)
{
    /// <summary><c>body</c>, <c>query</c> or <c>path</c>.</summary>
    public string Location { get; init; } = "body";

    /// <summary>What stands between width and height in a size; null for <c>x</c>.</summary>
    public string? Separator { get; init; }

    /// <summary>What follows a number that is sent as text, such as the <c>s</c> of <c>5s</c>; null for nothing.</summary>
    public string? Suffix { get; init; }

    /// <summary>The unit in which a length is sent; null for seconds.</summary>
    public string? Unit { get; init; }

    /// <summary>The forms in which an input reference is taken; empty for another field.</summary>
    public IReadOnlyList<VideoInputShape> Shapes { get; init; } = [];

    /// <summary>Whether the vendor requires it, where what holds it is sent.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is given unless the request gives another, as JSON; null for nothing.</summary>
    public string? Json { get; init; }

    /// <summary>The texts that it takes, where they tell alternatives apart; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The number of the one body that has it, where the vendor takes one of several; null for all of them.</summary>
    public int? Alternative { get; init; }

    /// <summary>Why it is this: the convention, or the hint.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The file and line that it stands at; null when unknown.</summary>
    public string? Source { get; init; }
}

/// <summary>A form in which a vendor takes an image or a video to start from.</summary>
/// <param name="Shape">
/// <c>url</c>, <c>urls</c>, <c>object:KEY</c>, <c>objects:KEY</c>, <c>parts:KEY</c> or <c>file</c>; a KEY such as <c>image_url/url</c> is nested, and
/// one such
/// as <c>url;type=image</c> has a further member beside it.
/// </param>
/// <param name="Model">The models that take it, with <c>*</c> for any text; null for all.</param>
public sealed record VideoInputShape(string Shape, string? Model = null);
