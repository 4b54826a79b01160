using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Bundling;

/// <content>Where references lead, and what they become.</content>
internal sealed partial class DocumentBundler
{
    // The part that a reference stands for, after all references to references. Null where it leads into a document, or nowhere: it is then put
    // right or noted.
    private JsonNode? Find(JsonObject map, out PartTarget target)
    {
        _place = map["$ref"];
        var reference = Reference(map)!;
        var from = Path.GetFullPath(_document.Positions.Find(_place).File);
        target = default;
        var first = true;
        for (var chain = 0; chain <= _folder.Limits.ReferenceChain; chain++)
        {
            target = _folder.Locate(reference, from, out var reason);
            if (reason is null && (target.File == _file || _siblings.Contains(target.File)))
            {
                PointIntoDocument(map, target, isOwn: first && from == _file);
                return null;
            }

            if (reason is not null || !File.Exists(target.File))
            {
                Note(map, reason is null ? DiagnosticDescriptors.MissingFile : DiagnosticDescriptors.ExternalReference, reason ?? target.File);
                return null;
            }

            if (_folder.Read(target.File, Shown(target.File), _diagnostics) is not { } part)
            {
                return null;
            }

            if (_absorbed.Add(part))
            {
                _document.Positions.Absorb(part.Positions);
            }

            if (!JsonPointer.TryResolve(part.Root, target.Pointer, out var node) || node is null)
            {
                NoteDangling(map, target, reference);
                return null;
            }

            if (node is not JsonObject { Count: 1 } alias || Reference(alias) is not { } next)
            {
                return node;
            }

            (reference, from, first) = (next, target.File, false);
        }

        Note(map, DiagnosticDescriptors.ExternalReference, $"it leads back to itself, or over more than {_folder.Limits.ReferenceChain} references");
        return null;
    }

    private void PointIntoDocument(JsonObject map, PartTarget target, bool isOwn)
    {
        if (isOwn && target.File == _file && Reference(map)!.StartsWith('#'))
        {
            return;
        }

        var name = target.File == _file ? "" : Path.GetFileName(target.File);
        Point(map, name + (target.Fragment.Length == 0 ? "#" : target.Fragment));
    }

    // A part that refers to its document's components as if it were the document itself means those.
    private void NoteDangling(JsonObject map, PartTarget target, string reference)
    {
        if (reference.StartsWith('#') && JsonPointer.TryResolve(_document.Root, reference, out _))
        {
            Point(map, reference);
            return;
        }

        Note(map, DiagnosticDescriptors.DanglingReference, target.Pointer);
    }

    private void Note(JsonObject map, DiagnosticDescriptor descriptor, string detail)
    {
        _settled.Add(map);
        _unfollowed[map] = new UnfollowedReference(descriptor, detail);
    }

    private void Point(JsonObject map, string reference)
    {
        var place = map["$ref"]!;
        map["$ref"] = reference;
        _document.Positions.SetAs(map["$ref"]!, place);
        _settled.Add(map);
    }

    private JsonNode? Copy(JsonNode? node, int depth) => _document.Positions.Clone(node, below =>
    {
        if (++_addedNodes > _folder.Limits.AliasedNodes)
        {
            throw new DocumentFormatException(
                DiagnosticDescriptors.OverLimit, 0, 0, $"the files that it refers to add more than {_folder.Limits.AliasedNodes} nodes");
        }

        if (depth + below > _folder.Limits.Depth)
        {
            throw new DocumentFormatException(
                DiagnosticDescriptors.OverLimit, 0, 0, $"with the files that it refers to, it nests deeper than {_folder.Limits.Depth}");
        }
    });

    private JsonObject Section(string section)
    {
        var holder = _document.Root;
        if (!_isVersion2)
        {
            holder = _document.Root["components"] as JsonObject;
            if (holder is null)
            {
                _document.Root["components"] = holder = [];
            }
        }

        if (holder[section] is not JsonObject entries)
        {
            holder[section] = entries = [];
        }

        return entries;
    }

    private string Pointer(string section, string name) => $"#/{(_isVersion2 ? "" : "components/")}{section}/{JsonPointer.Escape(name)}";

    // As messages call the document: relative where that is.
    private string Shown(string file) => Path.IsPathRooted(_document.Files[0]) ? file : Path.GetRelativePath(Environment.CurrentDirectory, file);

    private static string? Reference(JsonObject map) =>
        map["$ref"] is JsonValue value && value.TryGetValue<string>(out var reference) ? reference : null;
}
