using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Fields;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>Schemas. What is nested deeper than Kiota reads becomes a component of its own.</summary>
internal sealed partial class DocumentCopier
{
    // Kiota reads 64 levels of JSON.
    private const int DeepestSchema = 44;

    // What a reference may have beside it; the rest is said by the schema that it refers to.
    private static readonly HashSet<string> ReferenceFields = new(
        ["description", "deprecated", "readOnly", "writeOnly", "default", "x-ms-deprecation", "x-ms-primary-error-message"], StringComparer.Ordinal);

    private JsonObject? CopySchema(JsonNode node, string name, int depth)
    {
        if (node.AsBoolean() is { } isAnything)
        {
            // Nothing is valid for the schema 'false': there is no such part.
            return isAnything ? Place(new JsonObject(), node) : null;
        }

        if (node is not JsonObject map)
        {
            ReportShape(node, name, ShapeWords.OfKind(ObjectKind.Schema));
            return null;
        }

        if (depth > DeepestSchema && ReferenceResolver.ReferenceOf(map) is null)
        {
            return Place(new JsonObject { ["$ref"] = _schemas.Lift(map, () => LiftedName.Of(map)) }, map);
        }

        var copy = Place(new JsonObject(), map);
        _schemaCopies.Add(copy);
        if (ReferenceResolver.ReferenceOf(map) is not null)
        {
            CopyReference(map, copy, depth);
        }
        else
        {
            CopyFields(map, copy, ObjectKind.Schema, depth);
        }

        CopyMapping(map, copy);
        SchemaTypes.Normalize(copy, _isVersion30);
        return copy;
    }

    private void CopyReference(JsonObject holder, JsonObject copy, int depth)
    {
        var reference = _resolver.Resolve(holder, "schemas") is { } target ? ReferenceTo(target) : null;
        var saysMore = _resolver.SaysMore(holder);
        if (saysMore)
        {
            CopyFields(holder, copy, ObjectKind.Schema, depth);
        }
        else if (!_isVersion30)
        {
            CopyFields(holder, copy, ObjectKind.Schema, depth, ReferenceFields);
        }

        if (reference is not null && saysMore)
        {
            var part = Place(new JsonObject { ["$ref"] = reference }, holder);
            _schemaCopies.Add(part);
            var parts = copy["allOf"] as JsonArray ?? [];
            parts.Insert(0, part);
            copy["allOf"] = parts;
        }
        else if (reference is not null)
        {
            copy["$ref"] = reference;
        }
    }

    private string ReferenceTo(ReferenceTarget target) => target.Name is { } name
        ? _schemas.Reach(name, target.Node)
        : _schemas.Lift(target.Node, () => LiftedName.Of(target.Node));

    private void CopyMapping(JsonObject map, JsonObject copy)
    {
        if (copy.Object("discriminator") is not { } discriminator)
        {
            return;
        }

        var source = map["discriminator"]!;
        if (discriminator["propertyName"] is null)
        {
            _findings.Report(
                DiagnosticDescriptors.OddField, source, "'discriminator' of a schema", "an object without 'propertyName'", "the name of a property");
            copy.Remove("discriminator");
            return;
        }

        var mapping = discriminator.Object("mapping");
        foreach (var (word, value) in mapping?.ToList() ?? [])
        {
            if (MappingTarget(value.AsText()!) is { } target)
            {
                mapping![word] = ReferenceTo(target);
            }
            else
            {
                _findings.Report(DiagnosticDescriptors.MappingToNothing, source["mapping"]![word], word, value.AsText());
                mapping!.Remove(word);
            }
        }
    }

    // A mapping holds names of components and references.
    private ReferenceTarget? MappingTarget(string text) => _schemas.Components[text] is { } named
        ? new ReferenceTarget(named, text)
        : _resolver.Resolve(new JsonObject { ["$ref"] = text }, "schemas");

    private bool AddDerived()
    {
        var isAdded = false;
        foreach (var (name, node) in _derivation.Value.Of(_schemas.Components.Where(c => _schemas.IsReached(c.Key)).Select(static c => c.Key)))
        {
            if (!_schemas.IsReached(name))
            {
                _schemas.Reach(name, node);
                isAdded = true;
            }
        }

        return isAdded;
    }
}
