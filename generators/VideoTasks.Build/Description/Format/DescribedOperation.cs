
using VideoTasks.Generated;

namespace VideoTasks.Build.Description.Format;

/// <summary>An operation with a role.</summary>
/// <param name="Role">No other operation of the vendor has it.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The path as the document has it.</param>
/// <param name="Id">Where the task's id goes; null when it takes none.</param>
/// <param name="Reason">The convention or the hint that gave it the role.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DescribedOperation(VideoRole Role, string Method, string Path, DescribedId? Id, string Reason, DescribedPlace? Place)
{
    /// <summary>The media types of the success response.</summary>
    public EquatableArray<string> Answers { get; init; }

    /// <summary>The query parameters that the document has.</summary>
    public EquatableArray<DescribedQuery> Queries { get; init; }

    /// <summary>The media types of the request body.</summary>
    public EquatableArray<string> Bodies { get; init; }

    public EquatableArray<DescribedField> Fields { get; init; }

    /// <summary>What a request holds: canonical fields, values of every request, and the vendor's own fields.</summary>
    public EquatableArray<DescribedRequestField> Request { get; init; }

    /// <summary>Whether the body is one of several that the document has.</summary>
    public bool HasAlternatives => Request.Any(r => r.Alternative is not null);

    /// <summary>Those besides the task's id that need a value, or that a hint gives one.</summary>
    public EquatableArray<DescribedParameter> Parameters { get; init; }

    public DescribedPaging? Paging { get; init; }

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Where an operation takes the id of its task.</summary>
/// <param name="Location">Path, query or body.</param>
/// <param name="Name">The parameter, or the property of the body.</param>
internal sealed record DescribedId(ParameterLocation Location, string Name);

/// <summary>A query parameter of the document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="IsRequired">Whether every request must have it.</param>
internal sealed record DescribedQuery(string Name, string Type, bool IsRequired);

/// <summary>A canonical field in the answer of an operation.</summary>
/// <param name="Field">The field.</param>
/// <param name="Pointer">Its JSON Pointer in the answer.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="Format">Its format; null without one.</param>
/// <param name="Reason">The convention or the hint.</param>
/// <param name="Lost">The properties that could have been the field; null without one.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DescribedField(
    VideoTaskField Field, string Pointer, string Type, string? Format, string Reason, string? Lost, DescribedPlace? Place)
{
    /// <summary>The words of its enum.</summary>
    public EquatableArray<DescribedWord> Words { get; init; }
}

/// <summary>A word of an enum with what the document calls it.</summary>
internal sealed record DescribedWord(string Word, DescribedPlace? Place, EquatableArray<string> Labels);

/// <summary>A field of a request.</summary>
/// <param name="Field">The canonical field; null for one of the vendor's own, and for a value of every request.</param>
/// <param name="Pointer">Its JSON Pointer in the body, or the parameter's name.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="Reason">The convention or the hint.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DescribedRequestField(VideoRequestFieldName? Field, string Pointer, string Type, string Reason, DescribedPlace? Place)
{
    public ParameterLocation Location { get; init; } = ParameterLocation.Body;

    /// <summary>For a size: what stands between width and height.</summary>
    public string? Separator { get; init; }

    /// <summary>For seconds: what follows the number in a text.</summary>
    public string? Suffix { get; init; }

    /// <summary>For seconds: the unit in which they are sent; null for seconds.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether what it stands in must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is given unless the caller gives another, as JSON; null for nothing.</summary>
    public string? Json { get; init; }

    /// <summary>The one of the body's alternatives that has it; null for all of them.</summary>
    public int? Alternative { get; init; }

    /// <summary>The texts that it takes, where they tell alternatives apart; empty for any.</summary>
    public EquatableArray<string> Words { get; init; }

    /// <summary>The ways in which it takes an input reference.</summary>
    public EquatableArray<DescribedShape> Shapes { get; init; }

    /// <summary>Whether a request may send it without the caller's naming it.</summary>
    public bool IsSent => Location == ParameterLocation.Body && (Field is not null || Json is not null);
}

/// <summary>A shape of an input reference, and the model that takes it; null for all of them.</summary>
internal sealed record DescribedShape(string Shape, string? Model);

/// <summary>A parameter besides the task's id.</summary>
/// <param name="Location">Path, query or header.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is given unless the caller gives another; null when nothing says.</param>
/// <param name="Reason">Where the value is from.</param>
/// <param name="Place">Where that stands.</param>
internal sealed record DescribedParameter(ParameterLocation Location, string Name, string? Value, string Reason, DescribedPlace? Place)
{
    /// <summary>The value that stands for a new UUID in each request.</summary>
    public const string NewId = "{uuid}";
}

/// <summary>How the operation that lists takes the next page.</summary>
/// <param name="Style">What says which page is wanted.</param>
/// <param name="Next">The query parameter that takes it; null without one.</param>
/// <param name="Size">The query parameter that says how long a page is; null without one.</param>
/// <param name="First">The number of the first page.</param>
internal sealed record DescribedPaging(PagingStyle Style, string? Next, string? Size, int First);
