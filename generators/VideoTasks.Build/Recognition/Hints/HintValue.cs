using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Recognition.Hints;

/// <summary>What a hint, or a part of one, takes. A fault is said at the nearest place that is known.</summary>
internal abstract record HintValue
{
    /// <summary>The faults of a value, each with the node that it stands at.</summary>
    /// <param name="value">The value; null for JSON's null.</param>
    /// <param name="at">The node that a fault of the value itself stands at.</param>
    public abstract IEnumerable<(JsonNode At, string What)> Faults(JsonNode? value, JsonNode at);

    /// <summary>What a value is, for a message.</summary>
    protected static string Describe(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "a map",
        JsonValueKind.Array => "a list",
        _ => $"'{value.AsScalar()}'",
    };
}

/// <summary>A scalar.</summary>
/// <param name="IsValid">Whether a value is one.</param>
/// <param name="Takes">What it is: "it is true or false".</param>
internal sealed record HintScalar(Func<JsonNode?, bool> IsValid, string Takes) : HintValue
{
    public override IEnumerable<(JsonNode At, string What)> Faults(JsonNode? value, JsonNode at) =>
        IsValid(value) ? [] : [(at, $"{Describe(value)}: {Takes}")];
}

/// <summary>Anything but null.</summary>
internal sealed record HintAny(string Takes) : HintValue
{
    public override IEnumerable<(JsonNode At, string What)> Faults(JsonNode? value, JsonNode at) => value is null ? [(at, $"null: {Takes}")] : [];
}

/// <summary>A map whose keys are the vendor's, or from a list.</summary>
/// <param name="KeyFault">What is wrong with a key; null for nothing.</param>
/// <param name="Value">What the value of a key takes.</param>
/// <param name="Takes">What the map is.</param>
internal sealed record HintMap(Func<string, string?> KeyFault, Func<string, HintValue> Value, string Takes) : HintValue
{
    public override IEnumerable<(JsonNode At, string What)> Faults(JsonNode? value, JsonNode at) => value is not JsonObject map
        ? [(at, $"{Describe(value)}: {Takes}")]
        : map.SelectMany(
            member => KeyFault(member.Key) is { } fault ? [(member.Value ?? at, fault)] : Value(member.Key).Faults(member.Value, member.Value ?? at));
}

/// <summary>A map with keys of ours.</summary>
/// <param name="Keys">The keys, each with what its value takes.</param>
/// <param name="Takes">What the map is.</param>
internal sealed record HintObject(IReadOnlyDictionary<string, HintValue> Keys, string Takes) : HintValue
{
    /// <summary>The keys that must be there.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    public override IEnumerable<(JsonNode At, string What)> Faults(JsonNode? value, JsonNode at)
    {
        if (value is not JsonObject map)
        {
            return [(at, $"{Describe(value)}: {Takes}")];
        }

        var unknown = map.Where(m => !Keys.ContainsKey(m.Key)).Select(m => (m.Value ?? at, NearestName.Unknown("key", m.Key, Keys.Keys)));
        var missing = Required.Where(k => !map.ContainsKey(k)).Select(k => (at, $"it lacks '{k}': {Takes}"));
        return unknown.Concat(missing).Concat(map.Where(m => Keys.ContainsKey(m.Key)).SelectMany(m => Keys[m.Key].Faults(m.Value, m.Value ?? at)));
    }
}

/// <summary>Either of two, by what the value is.</summary>
internal sealed record HintEither(Func<JsonNode?, bool> IsFirst, HintValue First, HintValue Second) : HintValue
{
    public override IEnumerable<(JsonNode At, string What)> Faults(JsonNode? value, JsonNode at) =>
        (IsFirst(value) ? First : Second).Faults(value, at);
}
