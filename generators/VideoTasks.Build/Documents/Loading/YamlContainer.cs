using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>A mapping or sequence that is being read.</summary>
internal sealed class YamlContainer(JsonNode node, AnchorName anchor)
{
    private string? _key;
    private int _keyLine;
    private int _keyColumn;

    public JsonNode Node { get; } = node;

    public AnchorName Anchor { get; } = anchor;

    /// <summary>The values of merge keys (<c>&lt;&lt;</c>), mappings or sequences of mappings.</summary>
    public List<JsonNode> Merges { get; } = [];

    public bool ExpectsKey => Node is JsonObject && _key is null && !IsMergeValue;

    public bool IsMergeValue { get; private set; }

    public void SetKey(Scalar key, SourceMap positions)
    {
        (_keyLine, _keyColumn) = ((int)key.Start.Line, (int)key.Start.Column);
        if (key is { Value: "<<", Style: ScalarStyle.Plain })
        {
            IsMergeValue = true;
            return;
        }

        if (((JsonObject)Node).TryGetPropertyValue(key.Value, out var first))
        {
            throw new DocumentFormatException(
                DiagnosticDescriptors.DuplicateKey, _keyLine, _keyColumn, key.Value, positions.Find(first ?? Node).Line);
        }

        _key = key.Value;
    }

    /// <summary>Adds an item, or the value of the key before; a property's place is its key's.</summary>
    public void Add(JsonNode? value, ref int line, ref int column)
    {
        if (Node is JsonArray list)
        {
            list.Add(value);
            return;
        }

        (line, column) = (_keyLine, _keyColumn);
        if (IsMergeValue)
        {
            AddMerge(value);
            return;
        }

        ((JsonObject)Node).Add(_key!, value);
        _key = null;
    }

    public void AddMerge(JsonNode? value)
    {
        IsMergeValue = false;
        if (value is not (JsonObject or JsonArray))
        {
            throw new DocumentFormatException(
                DiagnosticDescriptors.NotYamlOrJson, _keyLine, _keyColumn, "YAML", "the value of the merge key '<<' must be a mapping or a "
                    + "sequence of mappings");
        }

        Merges.Add(value);
    }

    /// <summary>Adds copies of what the merge keys bring in; the mapping's own keys and earlier merges win.</summary>
    public void ApplyMerges(Func<JsonNode?, JsonNode?> copy)
    {
        var target = (JsonObject)Node;
        foreach (var source in Merges.SelectMany(m => m is JsonArray list ? list.OfType<JsonObject>() : [(JsonObject)m]).ToList())
        {
            foreach (var (key, value) in source)
            {
                if (!target.ContainsKey(key))
                {
                    target.Add(key, copy(value));
                }
            }
        }
    }
}
