using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Documents.Merging;
using VideoTasks.Build.Preparation.Copying;
using VideoTasks.Build.Preparation.Fields;
using VideoTasks.Build.Preparation.Paths;
using VideoTasks.Build.Preparation.Reporting;
using VideoTasks.Build.Preparation.Schemas;
using VideoTasks.Build.Preparation.Selection;

namespace VideoTasks.Build.Preparation;

/// <summary>Makes of an effective document one that Kiota can digest: the selected operations and what they reach.</summary>
internal sealed class DocumentPreparer
{
    private readonly SourceDocument _document;
    private readonly OperationSelection _selection;
    private readonly Findings _findings;
    private readonly DocumentCopier _copier;
    private int _operations;

    private DocumentPreparer(SourceDocument document, OperationSelection selection, bool isVersion30, Findings findings)
    {
        (_document, _selection, _findings) = (document, selection, findings);
        _copier = new DocumentCopier(document, isVersion30, findings);
    }

    /// <summary>Prepares a document.</summary>
    /// <param name="document">The document: merged, with its overlays, in the form of OpenAPI 3. It is not changed.</param>
    /// <param name="includePatterns">Kiota's include patterns.</param>
    /// <param name="excludePatterns">Kiota's exclude patterns.</param>
    /// <param name="diagnostics">Where it is said what of the selected operations is left out or changed.</param>
    public static PreparedDocument Prepare(
        SourceDocument document, IReadOnlyList<string> includePatterns, IReadOnlyList<string> excludePatterns, DiagnosticBag diagnostics)
    {
        var version = document.Root["openapi"].AsScalar() ?? "3.0";
        var findings = new Findings(document.Positions, diagnostics);
        var selection = OperationSelection.Create(includePatterns, excludePatterns, diagnostics);
        var preparer = selection is null
            ? null
            : new DocumentPreparer(document, selection, version.StartsWith("3.0", StringComparison.Ordinal), findings);
        var root = preparer?.Prepare(version) ?? [];
        return new PreparedDocument(root, document.Positions, preparer?._operations ?? 0);
    }

    private JsonObject Prepare(string version)
    {
        new OuterFields(_findings).Check(_document.Root);
        var root = new JsonObject { ["openapi"] = OpenApiVersions.Full(version), ["info"] = Info() };
        if (Server() is { } server)
        {
            root["servers"] = new JsonArray(server);
        }

        var paths = Paths();
        root["paths"] = paths;
        var components = _copier.CopyComponents();
        if (_copier.IsTooLarge)
        {
            _findings.Report(DiagnosticDescriptors.TooLarge, _document.Root, _operations);
            return root;
        }

        var graph = new SchemaGraph(components);
        Unions.Join(_copier.Schemas);
        new CompositionRings(graph, _findings).Cut(_copier.Schemas);
        new CompositionBound(graph, _findings).Apply(_copier.Schemas);
        Unions.Unwrap(_copier.Schemas);
        EnumNames.Apply(_copier.Schemas);
        new DefaultCheck(graph, _findings).Apply(_copier.Schemas);
        new Extensions(components, graph).Apply(_copier.Schemas);
        new ErrorResponses(paths, components, graph, _findings).Apply();
        if (components.Count > 0)
        {
            root["components"] = components;
        }

        return root;
    }

    private JsonObject Info()
    {
        var info = _document.Root["info"] is { } written ? _copier.Copy(written, ObjectKind.Info, "info", 2) ?? [] : [];
        return new JsonObject { ["title"] = info.Text("title") ?? _document.Name, ["version"] = info.Text("version") ?? "1" };
    }

    private JsonObject? Server()
    {
        foreach (var server in (_document.Root.Array("servers") ?? []).OfType<JsonObject>())
        {
            if (_copier.Copy(server, ObjectKind.Server, "servers", 3)?.Text("url") is { Length: > 0 } url)
            {
                foreach (var (name, variable) in server.Object("variables") ?? [])
                {
                    url = url.Replace($"{{{name}}}", variable.Value("default").AsScalar() ?? "", StringComparison.Ordinal);
                }

                return new JsonObject { ["url"] = url };
            }
        }

        return null;
    }

    private JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var (path, node) in _document.Root.Object("paths") ?? [])
        {
            var (name, renamed) = PathParameters.Rename(path);
            if (node is JsonObject item && Item(path, item, renamed) is { } copy && !paths.TryAdd(name, copy))
            {
                _findings.Report(DiagnosticDescriptors.PathLeftOut, item, path, $"it is the same as '{name}'");
            }
        }

        return paths;
    }

    private JsonObject? Item(string path, JsonObject item, IReadOnlyDictionary<string, string> renamed)
    {
        var methods = item.Select(static p => p.Key).Where(m => HttpMethods.Contains(m) && _selection.Includes(path, m)).ToList();
        if (methods.Count == 0)
        {
            return null;
        }

        if (PathFaults.Of(path) is { } fault)
        {
            _findings.Report(DiagnosticDescriptors.PathLeftOut, item, path, fault);
            return null;
        }

        var copy = new JsonObject();
        _document.Positions.SetAs(copy, item);
        _copier.CopyFields(item, copy, ObjectKind.PathItem, 3);
        PathParameters.Apply(copy, renamed);
        var count = 0;
        foreach (var method in methods)
        {
            if (item[method] is { } written && _copier.Copy(written, ObjectKind.Operation, method, 4) is { } operation)
            {
                operation["responses"] ??= new JsonObject();
                PathParameters.Apply(operation, renamed);
                copy[method.ToLowerInvariant()] = operation;
                count++;
            }
        }

        _operations += count;
        return count == 0 ? null : copy;
    }
}
