namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>What models of composed types need for reading.</summary>
public static class ParseNodeHelper
{
    /// <summary>The deserializers of several models as one set; of two with the same name the first one counts.</summary>
    /// <param name="targets">The models; nulls are skipped.</param>
    public static IDictionary<string, Action<IParseNode>> MergeDeserializersForIntersectionWrapper(params IParsable?[] targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Length == 0)
        {
            throw new ArgumentException("There is no model to merge.", nameof(targets));
        }

        var merged = new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            foreach (var (name, deserialize) in target?.GetFieldDeserializers() ?? new Dictionary<string, Action<IParseNode>>())
            {
                merged.TryAdd(name, deserialize);
            }
        }

        return merged;
    }
}
