using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>What an answer says of being a task.</summary>
internal sealed class AnswerFacts
{
    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal)
    {
        "done", "finished", "isdone", "isfinished", "completed", "iscompleted", "iscomplete", "successflag", "isready", "ready",
    };

    public AnswerFacts(SchemaReader schemas, JsonNode? schema)
    {
        var recognizer = new FieldRecognizer(schemas);
        var properties = schemas.Properties(schema);
        var parts = properties.Where(p => FieldNames.Envelopes.Contains(NameComparer.Normalize(p.Name))).ToList();
        var fields = recognizer.Recognize(schema);
        var status = fields.FirstOrDefault(f => f.Name == VideoTaskField.Status);
        IsKnown = properties.Count > 0
            && !parts.Exists(p => schemas.TypeOf(p.Schema) is "object" or "any" && schemas.Properties(p.Schema).Count == 0);
        HasState = status is not null
            || properties.Concat(parts.SelectMany(p => schemas.Properties(p.Schema))).Any(p => Flags.Contains(NameComparer.Normalize(p.Name)));
        HasId = fields.Any(f => f.Name == VideoTaskField.Id);
        HasUrl = fields.Any(f => f.Name == VideoTaskField.VideoUrl);
        IsList = schemas.TypeOf(schema) == "array" || (status?.Pointer.Contains("/-", StringComparison.Ordinal) ?? false);
        NamesVideo =
            properties.Any(
                p => SaysVideo(p)
                    || schemas.Properties(p.Schema).Any(q => SaysVideo(q) || schemas.Properties(schemas.ItemsOf(q.Schema)).Any(SaysVideo)));
        Values = recognizer.ValueNames(schema);
        Signature = string.Join('\n', properties.Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>Whether the document says all that it holds.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether it has a state, or a flag in the place of one.</summary>
    public bool HasState { get; }

    public bool HasId { get; }

    /// <summary>Whether something in it may be the URL of the video.</summary>
    public bool HasUrl { get; }

    public bool IsList { get; }

    /// <summary>Whether a property is called after videos.</summary>
    public bool NamesVideo { get; }

    /// <summary>The names, normalized, of the texts and numbers in it that could be ids.</summary>
    public IReadOnlySet<string> Values { get; }

    /// <summary>The names at its top: two answers with the same are the same.</summary>
    public string Signature { get; }

    private static bool SaysVideo(SchemaProperty property) => NameWords.Of(property.Name).Any(w => w is "video" or "videos");
}
