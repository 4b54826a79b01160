using VideoTasks.Build.Description.Format;
using VideoTasks.Generated;

namespace VideoTasks.SourceGenerator.Model;

/// <summary>The typed model of an answer.</summary>
/// <param name="Type">With <c>global::</c>.</param>
/// <param name="Readings">The fields that it holds.</param>
internal sealed record TypedAnswer(string Type, EquatableArray<TypedReading> Readings);

/// <summary>A field that a typed model holds.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Where it is; for an error that is an object, where its message is.</param>
internal sealed record TypedReading(VideoTaskField Field, TypedValue Value)
{
    /// <summary>Whether the field is an error of several properties.</summary>
    public bool IsErrorObject { get; init; }

    public TypedValue? ErrorCode { get; init; }

    public TypedValue? ErrorType { get; init; }
}

/// <summary>A value within a model.</summary>
/// <param name="Steps">The way to it: properties, and null for the first item of a list.</param>
/// <param name="EnumType">The enum that it is, with <c>global::</c>; null for another type.</param>
internal sealed record TypedValue(EquatableArray<ValueStep> Steps, string? EnumType);

/// <summary>A step into a model: a property, or the first item of a list.</summary>
/// <param name="Property">The property; null for the first item.</param>
internal sealed record ValueStep(string? Property);
