using VideoTasks.Build.Description.Format;

namespace VideoTasks.SourceGenerator.Model;

/// <summary>An operation with all that its request and its answer are made of.</summary>
/// <param name="Description">What the document says of it.</param>
/// <param name="Typed">The method of the typed client that builds the request; null when the request is built by the document's path.</param>
/// <param name="Queries">The query parameters that take a value of the call.</param>
/// <param name="Answer">The typed model of the answer; null when it has none, or none that is read.</param>
internal sealed record BoundOperation(DescribedOperation Description, TypedRequest? Typed, EquatableArray<BoundQuery> Queries, TypedAnswer? Answer)
{
    public VideoRole Role => Description.Role;

    /// <summary>The media types in which the body of a new task is written.</summary>
    public RequestForm Form { get; init; }

    /// <summary>Whether values of path parameters besides the id go into the request.</summary>
    public bool HasPathValues => Description.Parameters.Any(p => p.Location == ParameterLocation.Path);
}

/// <summary>The media types of a body, by the names of the library's <c>VideoRequestForms</c>.</summary>
internal enum RequestForm
{
    Json,
    Multipart,
    JsonOrMultipart,
    Form,
}

/// <summary>A query parameter that takes a value of the call.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Value">The value.</param>
/// <param name="Property">The property of the typed query parameters; null when it is set by its name.</param>
/// <param name="IsArray">Whether the property takes an array.</param>
internal sealed record BoundQuery(string Name, CallValue Value, string? Property, bool IsArray);

/// <summary>What a caller gives for one call.</summary>
internal enum CallValue
{
    Id,
    Variant,
    Limit,
    After,
    Position,
}
