using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>What an answer says of being a task.</summary>
/// <param name="IsKnown">Whether the document says all that it holds.</param>
/// <param name="HasState">Whether it has a state, or a flag in the place of one.</param>
/// <param name="HasId">Whether it has an id.</param>
/// <param name="HasUrl">Whether something in it may be the URL of the video.</param>
/// <param name="IsList">Whether it is a list.</param>
internal sealed record AnswerFacts(bool IsKnown, bool HasState, bool HasId, bool HasUrl, bool IsList)
{
    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal)
    {
        "done", "finished", "isdone", "isfinished", "completed", "iscompleted", "iscomplete", "successflag", "isready", "ready",
    };

    public static AnswerFacts Of(SchemaReader schemas, JsonNode? schema)
    {
        var properties = schemas.Properties(schema);
        var parts = properties.Where(p => FieldNames.Envelopes.Contains(NameWords.Normalize(p.Name))).ToList();
        var fields = new FieldRecognizer(schemas).Recognize(schema);
        var status = fields.FirstOrDefault(f => f.Name == TaskField.Status);
        var url = fields.FirstOrDefault(f => f.Name == TaskField.VideoUrl);
        var isList = schemas.TypeOf(schema) == "array" || (status?.Pointer.Contains("/-", StringComparison.Ordinal) ?? false);
        var hasFlag = properties.Concat(parts.SelectMany(p => schemas.Properties(p.Schema))).Any(p => Flags.Contains(NameWords.Normalize(p.Name)));
        var isOpen = properties.Count == 0 || parts.Exists(p => schemas.TypeOf(p.Schema) is "object" or "any" && schemas.Properties(p.Schema).Count == 0);
        return new(!isOpen, status is not null || hasFlag, fields.Any(f => f.Name == TaskField.Id), url is not null, isList);
    }
}
