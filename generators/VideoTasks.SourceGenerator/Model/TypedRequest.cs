using VideoTasks.Build.Description.Format;

namespace VideoTasks.SourceGenerator.Model;

/// <summary>A method of the typed client that builds a request.</summary>
/// <param name="Steps">The way from the client to the request builder.</param>
/// <param name="Method">Such as <c>ToGetRequestInformation</c>.</param>
/// <param name="Body">What it takes as body; null for nothing.</param>
internal sealed record TypedRequest(EquatableArray<BuilderStep> Steps, string Method, TypedBody? Body);

/// <summary>A step from a request builder to the next: a property, or the indexer with the value of a path parameter.</summary>
/// <param name="Property">The property; null for the indexer.</param>
/// <param name="Parameter">The path parameter; null for a property.</param>
internal sealed record BuilderStep(string? Property, string? Parameter);

/// <summary>The body that a method takes.</summary>
/// <param name="Type">With <c>global::</c>.</param>
/// <param name="IsMultipart">Whether it is Kiota's multipart body; else it is a model.</param>
/// <param name="Members">The members of the body that have a property.</param>
/// <param name="Properties">All properties that can be emptied.</param>
internal sealed record TypedBody(string Type, bool IsMultipart, EquatableArray<BodyMember> Members, EquatableArray<BodyProperty> Properties);

/// <summary>A member of a body that a property holds.</summary>
/// <param name="Name">The member.</param>
/// <param name="Property">The property.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="EnumType">The enum, with <c>global::</c>; null for another kind.</param>
internal sealed record BodyMember(string Name, string Property, MemberKind Kind, string? EnumType);

/// <summary>What the property of a member takes.</summary>
internal enum MemberKind
{
    Text,
    Int32,
    Int64,
    Double,
    Boolean,
    Enum,

    /// <summary>An array or a list of texts.</summary>
    Texts,
}

/// <summary>A property of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Member">The member that it holds, normalized.</param>
internal sealed record BodyProperty(string Name, string Member);
