using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Schemas;

/// <summary>
/// A schema of the document as generation sees it: a reference looks like what it refers to, but knows its component. One object
/// stands for one place of the document, so places can be told apart.
/// </summary>
internal sealed class Schema
{
    private readonly IOpenApiSchema? _target;
    private readonly SchemaSource? _source;
    private bool _isExpanded;

    /// <param name="target">The schema itself, or what the reference at this place refers to.</param>
    /// <param name="source">Reads its parts when they are asked for: most documents hold more than is selected.</param>
    public Schema(IOpenApiSchema target, SchemaSource source)
    {
        _target = target;
        _source = source;
    }

    public Schema() => _isExpanded = true;

    /// <summary>The component that this place refers to.</summary>
    public string? Component { get; init; }

    /// <summary>The component whose merged content this is.</summary>
    public string? MergedComponent { get; private init; }

    public bool IsReference => Component is not null;

    /// <summary>The component that gives the schema its name.</summary>
    public string? ComponentId => Component ?? MergedComponent;

    public JsonSchemaType? Type { get; init; }

    public string? Format { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<JsonNode>? Enum { get; init; }

    public JsonNode? Default { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsDeprecated { get; init; }

    public bool AdditionalPropertiesAllowed { get; init; }

    public IDictionary<string, IOpenApiExtension>? Extensions { get; init; }

    public SchemaDiscriminator? Discriminator { get; set; }

    public IReadOnlyList<KeyValuePair<string, Schema>>? Properties
    {
        get => Expanded(ref field);
        set;
    }

    public IReadOnlyList<Schema>? AllOf
    {
        get => Expanded(ref field);
        set;
    }

    public IReadOnlyList<Schema>? AnyOf
    {
        get => Expanded(ref field);
        set;
    }

    public IReadOnlyList<Schema>? OneOf
    {
        get => Expanded(ref field);
        set;
    }

    public Schema? Items
    {
        get => Expanded(ref field);
        set;
    }

    public Schema? AdditionalProperties
    {
        get => Expanded(ref field);
        set;
    }

    /// <summary>A copy whose parts can be replaced; of a reference, a copy of what it refers to, which keeps the component's name.</summary>
    public Schema ToMerged() => new()
    {
        MergedComponent = ComponentId,
        Type = Type,
        Format = Format,
        Description = Description,
        Properties = Properties,
        AllOf = AllOf,
        AnyOf = AnyOf,
        OneOf = OneOf,
        Items = Items,
        AdditionalProperties = AdditionalProperties,
        AdditionalPropertiesAllowed = AdditionalPropertiesAllowed,
        Enum = Enum,
        Discriminator = Discriminator,
        Default = Default,
        IsReadOnly = IsReadOnly,
        IsDeprecated = IsDeprecated,
        Extensions = Extensions,
    };

    private T? Expanded<T>(ref T? field)
        where T : class
    {
        if (!_isExpanded)
        {
            _isExpanded = true;
            Expand(_target!, _source!);
        }

        return field;
    }

    private void Expand(IOpenApiSchema target, SchemaSource source)
    {
        Properties = target.Properties?.Where(static p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, source.Of(p.Value))).ToArray();
        AllOf = target.AllOf?.Where(static s => s is not null).Select(source.Of).ToArray();
        AnyOf = target.AnyOf?.Where(static s => s is not null).Select(source.Of).ToArray();
        OneOf = target.OneOf?.Where(static s => s is not null).Select(source.Of).ToArray();
        Items = source.OfNullable(target.Items);
        AdditionalProperties = source.OfNullable(target.AdditionalProperties);
    }
}

/// <param name="PropertyName">The property that tells which schema a value has.</param>
/// <param name="Mapping">Its values, and the component of each.</param>
internal sealed record SchemaDiscriminator(string PropertyName, IReadOnlyList<KeyValuePair<string, string>> Mapping);
