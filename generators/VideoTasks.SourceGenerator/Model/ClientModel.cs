namespace VideoTasks.SourceGenerator.Model;

/// <summary>What the typed client of a vendor offers, as text that generated code is made of.</summary>
/// <param name="ClientType">The client's class, with <c>global::</c>; null when the compilation has none.</param>
/// <param name="IsPublic">Whether the vendor can be public.</param>
/// <param name="Operations">An entry for each operation of the description, in its order.</param>
/// <param name="ReadEnums">The enums that answers are read from.</param>
/// <param name="WrittenEnums">The enums of the properties of bodies.</param>
internal sealed record ClientModel(
    string? ClientType, bool IsPublic, EquatableArray<ClientOperation> Operations, EquatableArray<ClientEnum> ReadEnums, EquatableArray<ClientEnum> WrittenEnums);

/// <summary>An operation of the typed client.</summary>
/// <param name="Missing">Why the client lacks it; null when it has it.</param>
/// <param name="Chain">What follows the client: <c>.V1.Videos[id].Content</c>.</param>
/// <param name="Method">Such as <c>ToGetRequestInformation</c>.</param>
/// <param name="IdFix">Whether the indexer takes another type than text, so that the id is set afterwards.</param>
/// <param name="Body">What the method takes as body; null for nothing.</param>
/// <param name="Queries">The query parameters.</param>
/// <param name="AnswerType">The model of the answer, with <c>global::</c>; null when it is none.</param>
/// <param name="Readings">The fields that the model holds.</param>
internal sealed record ClientOperation(
    string? Missing, string Chain, string Method, bool IdFix, ClientBody? Body, EquatableArray<ClientProperty> Queries, string? AnswerType, EquatableArray<ClientReading> Readings)
{
    /// <summary>Whether the request is made of the document's path, because the typed client's builders can't take its parameters.</summary>
    public bool IsRaw { get; init; }
}

/// <summary>The body that a method takes.</summary>
/// <param name="Kind">Model, Multipart, Stream, or Unsendable for a model that the method can't send.</param>
/// <param name="Type">With <c>global::</c>.</param>
/// <param name="HasAdditionalData">Whether it takes members that it has no property for.</param>
/// <param name="Properties">What it has properties for.</param>
internal sealed record ClientBody(string Kind, string Type, bool HasAdditionalData, EquatableArray<ClientProperty> Properties);

/// <summary>A property that is written.</summary>
/// <param name="Name">Of the C# property.</param>
/// <param name="Wire">Of the member on the wire, squashed.</param>
/// <param name="Kind">String, Int32, Int64, Double, Boolean, Enum, StringArray.</param>
/// <param name="Type">The enum, with <c>global::</c>.</param>
internal sealed record ClientProperty(string Name, string Wire, string Kind, string? Type);

/// <summary>A field that a typed model holds.</summary>
/// <param name="Field">The canonical field.</param>
/// <param name="Expression">How it is read from <c>model</c>.</param>
/// <param name="Kind">String, Integer, Number, Time, Enum, Error.</param>
/// <param name="Pointer">Where it is on the wire.</param>
/// <param name="Parts">For an error: the expressions of its code, message and type; empty for one that it lacks.</param>
/// <param name="EnumType">The enum that it is read from; null for none.</param>
internal sealed record ClientReading(string Field, string Expression, string Kind, string Pointer, EquatableArray<string> Parts, string? EnumType);

/// <summary>An enum of the typed client.</summary>
/// <param name="Type">With <c>global::</c>.</param>
/// <param name="Members">Its members, each with its word on the wire.</param>
internal sealed record ClientEnum(string Type, EquatableArray<NamedValue> Members);
