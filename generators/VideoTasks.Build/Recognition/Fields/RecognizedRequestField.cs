using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>A canonical field of a request in the body of a create.</summary>
/// <param name="Name">Prompt, Model, Seconds, Size, Width, Height, InputReference, SourceId.</param>
/// <param name="Pointer">Its JSON Pointer in the body.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="Shapes">For InputReference, see <see cref="InputShape"/>.</param>
/// <param name="Separator">For Size: what stands between width and height.</param>
/// <param name="Node">Its schema, or the hint.</param>
/// <param name="Suffix">For Seconds: what follows the number in a text, such as the <c>s</c> of <c>5s</c>.</param>
internal sealed record RecognizedRequestField(RequestField Name, string Pointer, string Type, IReadOnlyList<string> Shapes, string? Separator, JsonNode? Node, string? Suffix = null)
{
    /// <summary>What goes into the body with it.</summary>
    public IReadOnlyList<(string Pointer, JsonNode Value)> Constants { get; init; } = [];
}
