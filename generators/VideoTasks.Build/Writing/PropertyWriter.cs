using VideoTasks.Build.Model;
using VideoTasks.Build.Refining;

namespace VideoTasks.Build.Writing;

internal static class PropertyWriter
{
    /// <param name="property">The property.</param>
    /// <param name="text">Where to.</param>
    /// <param name="store">The property that holds the values, where the class has one.</param>
    public static void Write(Property property, CodeText text, string? store)
    {
        Documentation.Summary(text, property.Description);
        Documentation.Obsolete(text, property.Deprecation);
        if (property.Kind is PropertyKind.QueryParameter && property.SerializationName.Length > 0)
        {
            text.Line($"[{TypeNames.Abstractions}QueryParameter({Escaping.Literal(property.SerializationName)})]");
        }

        var isOptional = property.Kind is PropertyKind.Custom or PropertyKind.QueryParameter;
        var type = isOptional ? TypeNames.NullableOf(property.Type) : TypeNames.Of(property.Type);
        var setter = property.IsReadOnly ? "private set" : "set";
        var head = $"public {type} {Identifiers.Escaped(property.Name)}";
        if (store is null || property.Kind is PropertyKind.BackingStore or PropertyKind.QueryParameter)
        {
            text.Line($"{head} {{ get; {setter}; }}");
            return;
        }

        var fallback = isOptional ? "" : " ?? new global::System.Collections.Generic.Dictionary<string, object>()";
        var key = Escaping.Literal(property.WireName);
        text.Open(head);
        text.Line($"get => {store}.Get<{type}>({key}){fallback};");
        text.Line($"{setter} => {store}.Set({key}, value);");
        text.Close();
    }
}
