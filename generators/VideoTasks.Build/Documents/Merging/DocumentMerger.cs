using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Merging;

/// <summary>
/// Several documents of one vendor → one document. What stands in two of them must say the same; components of one name that don't are renamed in
/// the later document, with all that refers to them.
/// </summary>
internal sealed class DocumentMerger
{
    // What the first document that has it gives, because it describes the whole and steers nothing.
    private static readonly string[] FirstWins = ["info", "tags", "externalDocs", "jsonSchemaDialect", "$self"];

    private static readonly string[] PartsOfVersion2 = ["definitions", "parameters", "responses", "securityDefinitions"];

    private readonly JsonObject _root = [];
    private readonly SourceMap _positions;
    private readonly DiagnosticBag _diagnostics;

    private DocumentMerger(DiagnosticBag diagnostics)
    {
        _positions = new SourceMap(_root);
        _diagnostics = diagnostics;
    }

    /// <summary>The merged document; null, with errors at both places, when the documents contradict each other. The documents are used up.</summary>
    public static SourceDocument? Merge(string name, IReadOnlyList<SourceDocument> documents, DiagnosticBag diagnostics)
    {
        if (documents is [var only])
        {
            return only with { Name = name };
        }

        var errors = diagnostics.All.Count(d => d.Severity == DiagnosticSeverity.Error);
        SiblingReferences.Localize(documents);
        var merger = new DocumentMerger(diagnostics);
        foreach (var document in documents)
        {
            merger.Add(document);
        }

        return diagnostics.All.Count(d => d.Severity == DiagnosticSeverity.Error) > errors
            ? null
            : new SourceDocument(name, merger._root, merger._positions, [.. documents.SelectMany(d => d.Files)])
            {
                Unfollowed = documents.SelectMany(d => d.Unfollowed).ToDictionary(),
            };
    }

    private void Add(SourceDocument document)
    {
        _positions.Absorb(document.Positions);
        if (_root.Count > 0)
        {
            if (_root.ContainsKey("swagger") != document.Root.ContainsKey("swagger"))
            {
                Conflict(
                    "openapi", _root["swagger"] ?? _root["openapi"] ?? _root, document.Root["swagger"] ?? document.Root["openapi"] ?? document.Root);
                return;
            }

            ComponentRenaming.Apply(document, _root);
            SpecializeSecurity(document.Root);
        }

        foreach (var (key, value) in document.Root.ToList())
        {
            document.Root.Remove(key);
            if (!_root.TryGetPropertyValue(key, out var existing))
            {
                _root.Add(key, value);
            }
            else if (key is "openapi" or "swagger")
            {
                AddVersion(key, existing, value);
            }
            else if (key == "paths")
            {
                AddPaths(existing, value);
            }
            else if (key is "components")
            {
                AddSections(existing, value);
            }
            else if (PartsOfVersion2.Contains(key) || key == "webhooks")
            {
                AddEntries(existing, value, "");
            }
            else if (!FirstWins.Contains(key) && key != "security" && !Equivalence.AreEquivalent(existing, value))
            {
                Conflict(key, existing, value);
            }
        }
    }

    private void AddVersion(string key, JsonNode? existing, JsonNode? value)
    {
        var (first, second) = (existing?.ToString() ?? "", value?.ToString() ?? "");
        if (string.CompareOrdinal(second, first) > 0)
        {
            _root[key] = value;
        }
    }

    private void AddPaths(JsonNode? existing, JsonNode? value)
    {
        if (existing is not JsonObject paths || value is not JsonObject more)
        {
            return;
        }

        foreach (var (path, item) in more.ToList())
        {
            more.Remove(path);
            if (!paths.TryGetPropertyValue(path, out var known))
            {
                paths.Add(path, item);
            }
            else
            {
                AddEntries(known, item, path + " ");
            }
        }
    }

    private void AddSections(JsonNode? existing, JsonNode? value)
    {
        if (existing is not JsonObject components || value is not JsonObject more)
        {
            return;
        }

        foreach (var (section, entries) in more.ToList())
        {
            more.Remove(section);
            if (!components.TryGetPropertyValue(section, out var known))
            {
                components.Add(section, entries);
            }
            else
            {
                AddEntries(known, entries, "");
            }
        }
    }

    private void AddEntries(JsonNode? existing, JsonNode? value, string context)
    {
        if (existing is not JsonObject map || value is not JsonObject more)
        {
            return;
        }

        foreach (var (name, entry) in more.ToList())
        {
            more.Remove(name);
            if (!map.TryGetPropertyValue(name, out var known))
            {
                map.Add(name, entry);
            }
            else if (!Equivalence.AreEquivalent(known, entry))
            {
                Conflict(context + name, known ?? map, entry ?? map);
            }
        }
    }

    // A document's default security goes to its own operations where the merged document has another default.
    private void SpecializeSecurity(JsonObject document)
    {
        if (document["security"] is not { } security || JsonNode.DeepEquals(security, _root["security"]) || document["paths"] is not JsonObject paths)
        {
            return;
        }

        foreach (var operation in paths.Select(p => p.Value)
            .OfType<JsonObject>()
            .SelectMany(i => i)
            .Where(m => HttpMethods.Contains(m.Key))
            .Select(m => m.Value))
        {
            if (operation is JsonObject map && !map.ContainsKey("security"))
            {
                map.Add("security", _positions.Clone(security));
            }
        }
    }

    private void Conflict(string what, JsonNode? existing, JsonNode? value)
        => _diagnostics.Report(DiagnosticDescriptors.MergeConflict, _positions.Find(value), what, _positions.Find(existing).ToString());
}
