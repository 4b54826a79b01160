using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Bundling;

/// <summary>
/// Makes one document of one whose parts are files of their own. What a reference to a file stands for becomes a component, once, and all that
/// refers to it refers to the component; a path, an operation or another part that can't be a component is put where it is used. Each node
/// keeps its place in the file it comes from, which is also what its own references are relative to.
/// </summary>
internal sealed partial class DocumentBundler
{
    private readonly SourceDocument _document;
    private readonly string _file;
    private readonly PartFolder _folder;
    private readonly IReadOnlyCollection<string> _siblings;
    private readonly DiagnosticBag _diagnostics;
    private readonly bool _isVersion2;
    private readonly Dictionary<(string File, string Pointer, PartKind Kind), string> _components = [];
    private readonly HashSet<JsonNode> _homes = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<JsonNode> _settled = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SourceDocument> _absorbed = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(string File, string Pointer)> _open = [];
    private readonly Dictionary<JsonNode, UnfollowedReference> _unfollowed = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<(JsonNode Node, PartKind Kind)> _pending = new();
    private JsonNode? _place;
    private int _addedNodes;

    private DocumentBundler(SourceDocument document, PartFolder folder, IReadOnlyCollection<string> siblings, DiagnosticBag diagnostics)
    {
        (_document, _folder, _siblings, _diagnostics) = (document, folder, siblings, diagnostics);
        _file = Path.GetFullPath(document.Files[0]);
        _isVersion2 = document.Root.ContainsKey("swagger");
    }

    /// <summary>
    /// The document, changed where it refers to files. What stays as it is, and why, is in <see cref="SourceDocument.Unfollowed"/>.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="folder">The folder that it may refer to.</param>
    /// <param name="siblings">The full paths of the vendor's other documents: references to them are for the merger.</param>
    /// <param name="diagnostics">Where errors of the parts go.</param>
    public static SourceDocument Bundle(SourceDocument document, PartFolder folder, IReadOnlyCollection<string> siblings, DiagnosticBag diagnostics)
    {
        var bundler = new DocumentBundler(document, folder, siblings, diagnostics);
        try
        {
            bundler.Run();
        }
        catch (DocumentFormatException exception)
        {
            diagnostics.Report(exception.Descriptor, document.Positions.Find(bundler._place), [.. exception.Arguments]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(DiagnosticDescriptors.Unreadable, document.Positions.Find(bundler._place), exception.Message);
        }

        return document with { Unfollowed = bundler._unfollowed };
    }

    private void Run()
    {
        FindHomes();
        Visit(_document.Root, PartKind.Document, 0);
        while (_pending.TryDequeue(out var next))
        {
            Visit(next.Node, next.Kind, 3);
        }
    }

    // A component of the document itself that is nothing but a reference to a file is what all other references to that file mean.
    private void FindHomes()
    {
        var holder = _isVersion2 ? _document.Root : Opened(_document.Root["components"]);
        foreach (var (kind, section) in DocumentShape.Sections(_isVersion2))
        {
            foreach (var (name, node) in Opened(holder?[section])?.ToList() ?? [])
            {
                if (node is JsonObject home && Reference(home) is not null && home.All(static p => p.Key is "$ref" or "description" or "summary")
                    && Find(home, out var target) is not null && _components.TryAdd((target.File, target.Pointer, kind), Pointer(section, name)))
                {
                    _homes.Add(home);
                }
            }
        }
    }

    private JsonObject? Opened(JsonNode? node)
    {
        if (node is JsonObject map && Reference(map) is not null)
        {
            List<(string, string)> opened = [];
            Fill(map, 2, opened);
            Close(opened);
        }

        return node as JsonObject;
    }

    private void Visit(JsonNode? node, PartKind kind, int depth)
    {
        if (kind == PartKind.Data)
        {
            return;
        }

        if (node is JsonArray list)
        {
            foreach (var item in list.ToList())
            {
                Visit(item, DocumentShape.ItemOf(kind), depth + 1);
            }
        }
        else if (node is JsonObject map)
        {
            if (kind == PartKind.DiscriminatorMapping)
            {
                ResolveMapping(map);
            }
            else if (Reference(map) is null || _settled.Contains(map))
            {
                VisitFields(map, kind, depth);
            }
            else if (DocumentShape.SectionOf(kind, _isVersion2) is { } section && !_homes.Contains(map))
            {
                if (Find(map, out var target) is { } part)
                {
                    Point(map, ComponentOf(part, target, kind, section));
                }

                VisitFields(map, kind, depth);
            }
            else
            {
                Inline(map, kind, depth);
            }
        }
    }

    private void VisitFields(JsonObject map, PartKind kind, int depth)
    {
        foreach (var (name, child) in map.ToList())
        {
            Visit(child, DocumentShape.ChildOf(kind, name), depth + 1);
        }
    }

    // What is opened is known as long as it is visited: a part may hold itself only by way of a component.
    private void Inline(JsonObject map, PartKind kind, int depth)
    {
        List<(string, string)> opened = [];
        switch (Fill(map, depth, opened))
        {
            case JsonObject filled:
                VisitFields(filled, kind, depth);
                break;
            case var list:
                Visit(list, kind, depth);
                break;
        }

        Close(opened);
    }

    // Puts the part in the place of the reference, and gives what then stands there. What stands beside the reference wins.
    private JsonNode Fill(JsonObject map, int depth, List<(string, string)> opened)
    {
        while (Reference(map) is { } reference && Find(map, out var target) is { } part)
        {
            var place = map["$ref"];
            map.Remove("$ref");
            if (!_open.Add((target.File, target.Pointer)))
            {
                _diagnostics.Report(DiagnosticDescriptors.ReferenceCycle, _document.Positions.Find(place), reference);
                break;
            }

            opened.Add((target.File, target.Pointer));
            if (part is not JsonObject content)
            {
                var copy = Copy(part, depth)!;
                map.ReplaceWith(copy);
                return copy;
            }

            if (map.Count == 0)
            {
                _document.Positions.SetAs(map, content);
            }

            foreach (var (name, value) in content.Where(p => !map.ContainsKey(p.Key)).ToList())
            {
                map.Add(name, Copy(value, depth + 1));
            }
        }

        return map;
    }

    private void Close(List<(string, string)> opened) => _open.ExceptWith(opened);

    private string ComponentOf(JsonNode part, PartTarget target, PartKind kind, string section)
    {
        var key = (target.File, target.Pointer, kind);
        if (_components.TryGetValue(key, out var pointer))
        {
            return pointer;
        }

        var entries = Section(section);
        var name = PartNames.Unused(target, entries);
        _components.Add(key, pointer = Pointer(section, name));
        var copy = Copy(part, 3);
        entries.Add(name, copy);
        _pending.Enqueue((copy!, kind));
        return pointer;
    }

    private void ResolveMapping(JsonObject mapping)
    {
        foreach (var (value, node) in mapping.ToList())
        {
            if (node is JsonValue text && text.TryGetValue<string>(out var reference)
                && (reference.Contains('#', StringComparison.Ordinal) || Path.HasExtension(reference))
                && !_settled.Contains(text)
                && DocumentShape.SectionOf(PartKind.Schema, _isVersion2) is { } section)
            {
                // The reference of a mapping is a text: a node that holds it as references do is resolved in its stead.
                var holder = new JsonObject { ["$ref"] = reference };
                _document.Positions.SetAs(holder["$ref"]!, text);
                if (Find(holder, out var target) is { } part)
                {
                    mapping[value] = ComponentOf(part, target, PartKind.Schema, section);
                }
                else if (Reference(holder) is { } changed && changed != reference)
                {
                    mapping[value] = changed;
                }
                else
                {
                    continue;
                }

                _document.Positions.SetAs(mapping[value]!, text);
                _settled.Add(mapping[value]!);
            }
        }
    }
}
