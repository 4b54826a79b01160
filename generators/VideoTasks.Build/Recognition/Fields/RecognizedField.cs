using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>A canonical field in the answer of an operation.</summary>
/// <param name="Name">The canonical field: a name of the library's <c>VideoTaskFields</c>, <c>Size</c>, or <c>Error</c>.</param>
/// <param name="Pointer">Its JSON Pointer in the answer.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="Format">Its format; null without one.</param>
/// <param name="Node">Its schema, or the hint.</param>
/// <param name="Reason">The convention or the hint.</param>
internal sealed record RecognizedField(VideoTaskField Name, string Pointer, string Type, string? Format, JsonNode? Node, string Reason)
{
    /// <summary>The words of its enum, with the node of each.</summary>
    public IReadOnlyList<StatusWord> Words { get; init; } = [];

    /// <summary>The pointers that were as good; a doubt.</summary>
    public IReadOnlyList<string> Ties { get; init; } = [];

    /// <summary>The pointers of other properties that could be the field and lost, each with the reason.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];

    public bool IsHinted { get; init; }
}
