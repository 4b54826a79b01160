using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Requests;

/// <summary>A field of the request that starts a task: a canonical one, one of the vendor's own, or what every request holds.</summary>
/// <param name="Name">The canonical field; null for one of the vendor's own.</param>
/// <param name="Pointer">Its JSON Pointer in the body, or the parameter's name.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="Reason">The convention or the hint.</param>
/// <param name="Node">Its schema, or the hint.</param>
internal sealed record RecognizedRequestField(VideoRequestFieldName? Name, string Pointer, string Type, string Reason, JsonNode? Node)
{
    public ParameterLocation Location { get; init; } = ParameterLocation.Body;

    /// <summary>For an input reference, see <see cref="InputShape"/>.</summary>
    public IReadOnlyList<string> Shapes { get; init; } = [];

    /// <summary>For a size: what stands between width and height.</summary>
    public string? Separator { get; init; }

    /// <summary>For seconds: what follows the number in a text, such as the <c>s</c> of <c>5s</c>.</summary>
    public string? Suffix { get; init; }

    /// <summary>For seconds: the unit in which they are sent; null for seconds.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether what it stands in must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is given unless the caller gives another.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>The texts that it takes; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The one of the body's alternatives that has it; null for all of them.</summary>
    public int? Alternative { get; init; }

    /// <summary>What two alternatives have to agree in to share a field.</summary>
    public bool IsLike(RecognizedRequestField other) =>
        (Name, Pointer, Type, Reason, Location, Separator, Suffix, Unit, IsRequired) ==
            (other.Name, other.Pointer, other.Type, other.Reason, other.Location, other.Separator, other.Suffix, other.Unit, other.IsRequired)
        && Shapes.SequenceEqual(other.Shapes) && Words.SequenceEqual(other.Words) && JsonNode.DeepEquals(Value, other.Value);
}
