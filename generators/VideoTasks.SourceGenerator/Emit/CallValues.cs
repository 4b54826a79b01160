using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>The values of a call as expressions.</summary>
internal static class CallValues
{
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    /// <summary>What a value is set under; nothing for one that every call has.</summary>
    public static string Guard(BoundQuery query) =>
        query.Value == CallValue.Id ? "" : $"if (arguments.{query.Value} is {{ }} {Name(query.Value)}) ";

    public static string AsText(BoundQuery query) =>
        query.Value is CallValue.Limit or CallValue.Position ? $"{Name(query.Value)}.ToString({Invariant})" : Name(query.Value);

    public static string AsProperty(BoundQuery query) => query.IsArray ? $"new[] {{ {Name(query.Value)} }}" : Name(query.Value);

    private static string Name(CallValue value) => value.ToString().ToLowerInvariant();
}
