using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Fields;
using VideoTasks.Build.Preparation.Reporting;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>
/// Copies parts of a document with what they reach, as far as Kiota reads it. What has another shape than OpenAPI's is left out, and said.
/// </summary>
internal sealed partial class DocumentCopier
{
    private const int MostNodes = 1_500_000;
    private const int ComponentDepth = 4;
    private readonly SourceDocument _source;
    private readonly Findings _findings;
    private readonly bool _isVersion30;
    private readonly ReferenceResolver _resolver;
    private readonly ComponentQueue _schemas;
    private readonly ComponentQueue _responses;
    private readonly Lazy<DerivedSchemas> _derivation;
    private readonly List<JsonObject> _schemaCopies = [];
    private readonly HashSet<JsonNode> _open = new(ReferenceEqualityComparer.Instance);
    private int _nodes;

    public DocumentCopier(SourceDocument source, bool isVersion30, Findings findings)
    {
        (_source, _isVersion30, _findings) = (source, isVersion30, findings);
        _resolver = new ReferenceResolver(source.Root, isVersion30, findings);
        _schemas = new ComponentQueue(source.Root, "schemas");
        _responses = new ComponentQueue(source.Root, "responses");
        _derivation = new Lazy<DerivedSchemas>(() => new DerivedSchemas(_schemas.Components, _resolver));
    }

    /// <summary>Every schema that was copied, those within others included.</summary>
    public IReadOnlyList<JsonObject> Schemas => _schemaCopies;

    /// <summary>Whether the copy grew beyond what Kiota can do in a reasonable time.</summary>
    public bool IsTooLarge => _nodes > MostNodes;

    /// <summary>The copy of an object; null, which is said, when it is none.</summary>
    /// <param name="node">The object, or a reference to one.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="name">What it is called where it stands.</param>
    /// <param name="depth">How deep it will stand in the copy.</param>
    public JsonObject? Copy(JsonNode node, ObjectKind kind, string name, int depth)
    {
        if (kind == ObjectKind.Schema)
        {
            return CopySchema(node, name, depth);
        }

        if (node is not JsonObject map)
        {
            ReportShape(node, name, ShapeWords.OfKind(kind));
            return null;
        }

        if (ReferenceResolver.ReferenceOf(map) is not null)
        {
            return CopyReferenced(map, kind, name, depth);
        }

        if (!_open.Add(map))
        {
            return null;
        }

        var copy = Place(new JsonObject(), map);
        CopyFields(map, copy, kind, depth);
        _open.Remove(map);
        if (kind == ObjectKind.Parameter)
        {
            // Kiota has no use for it, and a parameter's may be anything.
            copy.Object("schema")?.Remove("default");
        }

        var fault = ObjectRules.Fault(kind, copy);
        if (fault is { Length: > 0 })
        {
            _findings.Report(DiagnosticDescriptors.ObjectLeftOut, map, copy.Text("name") ?? name, ShapeWords.OfKind(kind), fault);
        }

        return fault is null ? copy : null;
    }

    /// <summary>Copies the fields of an object that Kiota reads.</summary>
    public void CopyFields(JsonObject map, JsonObject copy, ObjectKind kind, int depth, HashSet<string>? only = null)
    {
        foreach (var (name, value) in map)
        {
            // A field without a value is a field that isn't there.
            if (value is not null && only?.Contains(name) != false && OpenApiFields.Find(kind, name) is { } field && !IsTooLarge)
            {
                CopyField(value, copy, field, kind, depth + 1);
            }
        }
    }

    /// <summary>The components that were reached, by section, with all that these reach.</summary>
    public JsonObject CopyComponents()
    {
        CopyWaiting(_responses, ObjectKind.Response);
        do
        {
            CopyWaiting(_schemas, ObjectKind.Schema);
        }
        while (AddDerived());

        var components = new JsonObject();
        foreach (var queue in new[] { _schemas, _responses })
        {
            if (queue.Result() is { Count: > 0 } section)
            {
                components[queue.Section] = section;
            }
        }

        return components;
    }

    private void CopyWaiting(ComponentQueue queue, ObjectKind kind)
    {
        while (queue.TryNext(out var name, out var node))
        {
            queue.Set(name, Copy(node, kind, name, ComponentDepth));
        }
    }

    private void CopyField(JsonNode value, JsonObject copy, Field field, ObjectKind kind, int depth)
    {
        var result = field.Shape switch
        {
            FieldShape.ObjectOrBoolean when FieldValue.Read(value, FieldShape.Boolean, _isVersion30) is { } flag => flag,
            FieldShape.Object when field.Kind == ObjectKind.Discriminator && value.AsText() is { } property =>
                new JsonObject { ["propertyName"] = property },
            FieldShape.Object or FieldShape.ObjectOrBoolean => Copy(value, field.Kind, field.Name, depth),
            FieldShape.Objects when value is JsonArray list => CopyList(list, field, depth),
            FieldShape.Map when value is JsonObject map => CopyMap(map, field, depth),
            FieldShape.Objects or FieldShape.Map => null,
            _ => FieldValue.Read(value, field.Shape, _isVersion30),
        };
        if (result is null)
        {
            if (field.Shape is not (FieldShape.Object or FieldShape.ObjectOrBoolean or FieldShape.Value))
            {
                ReportShape(value, field.Name, ShapeWords.OfShape(field.Shape, _isVersion30), kind);
            }
        }
        else if (field.IsRead)
        {
            copy[field.Name] = Place(result, value);
        }
    }

    private JsonArray CopyList(JsonArray list, Field field, int depth) =>
        [.. list.OfType<JsonNode>().Select(i => Copy(i, field.Kind, field.Name, depth + 1)).OfType<JsonObject>()];

    private JsonObject CopyMap(JsonObject map, Field field, int depth)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in map)
        {
            if (MapNames.Fault(field.Name, name) is { } fault)
            {
                _findings.Report(DiagnosticDescriptors.OddName, value ?? map, name, field.Name, fault);
            }
            else if (value is not null && Copy(value, field.Kind, name, depth + 1) is { } item)
            {
                copy.Add(name, item);
            }
        }

        return copy;
    }

    private JsonObject? CopyReferenced(JsonObject holder, ObjectKind kind, string name, int depth)
    {
        if (_resolver.Resolve(holder, SectionOf(kind)) is not { } target)
        {
            return null;
        }

        // Kiota puts the models of a response that is a component beside those of the components.
        if (kind == ObjectKind.Response && target.Name is not null)
        {
            return Place(new JsonObject { ["$ref"] = _responses.Reach(target.Name, target.Node) }, holder);
        }

        return Copy(target.Node, kind, name, depth);
    }

    private static string SectionOf(ObjectKind kind) => kind switch
    {
        ObjectKind.Parameter => "parameters",
        ObjectKind.RequestBody => "requestBodies",
        ObjectKind.Response => "responses",
        ObjectKind.MediaType => "mediaTypes",
        ObjectKind.PathItem => "pathItems",
        _ => "schemas",
    };

    private void ReportShape(JsonNode value, string name, string expected, ObjectKind? owner = null) => _findings.Report(
        DiagnosticDescriptors.OddField, value, owner is { } kind
            ? $"'{name}' of {ShapeWords.OfKind(kind)}"
            : $"'{name}'", ShapeWords.OfValue(value), expected);

    private T Place<T>(T copy, JsonNode original)
        where T : JsonNode
    {
        _nodes++;
        _source.Positions.SetAs(copy, original);
        return copy;
    }
}
