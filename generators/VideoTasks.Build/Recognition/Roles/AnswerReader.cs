using System.Text.Json.Nodes;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>Reads each answer once: a document of 100,000 paths has few kinds of them.</summary>
internal sealed class AnswerReader(SchemaReader schemas)
{
    private readonly Dictionary<JsonNode, AnswerFacts> _known = new(ReferenceEqualityComparer.Instance);
    private readonly AnswerFacts _none = new(schemas, null);

    public AnswerFacts Read(JsonNode? schema)
    {
        if (schemas.Resolve(schema) is not { } resolved)
        {
            return _none;
        }

        if (!_known.TryGetValue(resolved, out var facts))
        {
            _known.Add(resolved, facts = new(schemas, resolved));
        }

        return facts;
    }
}
