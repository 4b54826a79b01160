using Microsoft.OpenApi;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Schemas;

/// <summary>Reads the document's schemas, each place once: resolving a reference costs the reader a search.</summary>
internal sealed class SchemaSource(OpenApiDocument document)
{
    private static readonly OpenApiSchema Nothing = new();
    private readonly Dictionary<IOpenApiSchema, Schema> _read = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Schema> _references = new(StringComparer.Ordinal);

    public IEnumerable<string> ComponentIds => document.Components?.Schemas?.Keys ?? Enumerable.Empty<string>();

    public bool HasComponent(string id) => document.Components?.Schemas?.ContainsKey(id) ?? false;

    /// <summary>A component itself, not a reference to it.</summary>
    public Schema? Component(string id) =>
        document.Components?.Schemas is { } schemas && schemas.TryGetValue(id, out var schema) && schema is not null ? Of(schema) : null;

    /// <summary>A reference to a component.</summary>
    public Schema ReferenceTo(string id)
    {
        if (!_references.TryGetValue(id, out var reference))
        {
            _references.Add(id, reference = Of(new OpenApiSchemaReference(id, document)));
        }

        return reference;
    }

    public Schema? OfNullable(IOpenApiSchema? schema) => schema is null ? null : Of(schema);

    public Schema Of(IOpenApiSchema schema)
    {
        if (_read.TryGetValue(schema, out var known))
        {
            return known;
        }

        var reference = schema as OpenApiSchemaReference;
        var target = reference is null ? schema : (IOpenApiSchema?)reference.RecursiveTarget ?? Nothing;
        var read = new Schema(target, this)
        {
            Component = reference?.Reference.Id,
            Type = target.Type,
            Format = target.Format,
            Description = reference is null || ReferenceEquals(target, Nothing) ? target.Description : schema.Description,
            Enum = target.Enum?.Where(static value => value is not null).ToArray(),
            Default = target.Default,
            IsReadOnly = target.ReadOnly || (reference is not null && schema.ReadOnly),
            IsDeprecated = reference is null ? target.Deprecated : schema.Deprecated,
            Extensions = target.Extensions,
            AdditionalPropertiesAllowed = target.AdditionalPropertiesAllowed,
            Discriminator = Of(target.Discriminator),
        };
        _read.Add(schema, read);
        return read;
    }

    private static SchemaDiscriminator? Of(OpenApiDiscriminator? discriminator) => discriminator is null
        ? null
        : new SchemaDiscriminator(
            discriminator.PropertyName ?? "",
            discriminator.Mapping?.Where(static m => !string.IsNullOrEmpty(m.Value?.Reference?.Id))
                .Select(static m => KeyValuePair.Create(m.Key, m.Value.Reference.Id!)).ToArray() ?? []);
}
