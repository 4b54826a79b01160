using System.ComponentModel;
using VideoTasks.Vendors;

namespace VideoTasks.Generated;

/// <summary>
/// A field of the request of an operation: a canonical one and where it goes, what every request holds, or one of the vendor's own, which
/// <see cref="VideoTaskRequest.AdditionalProperties"/> reach. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record VideoRequestField
{
    /// <summary>The canonical field; null for one of the vendor's own.</summary>
    public VideoRequestFieldName? Name { get; init => field = value is { } name ? Known.Of(name) : null; }

    /// <summary>The JSON Pointer in the body, or the name of the parameter.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON type that the document gives it.</summary>
    public VideoFieldType Type { get; init => field = Known.Of(value); }

    /// <summary>The part of the request that it is in.</summary>
    public VideoParameterLocation Location { get; init => field = Known.Of(value); }

    /// <summary>What stands between width and height in a size; null for <c>x</c>.</summary>
    public string? Separator { get; init; }

    /// <summary>What follows a number that is sent as text, such as the <c>s</c> of <c>5s</c>; null for nothing.</summary>
    public string? Suffix { get; init; }

    /// <summary>The unit in which a length is sent; null for seconds.</summary>
    public VideoFieldUnit? Unit { get; init => field = value is { } unit ? Known.Of(unit) : null; }

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
}
