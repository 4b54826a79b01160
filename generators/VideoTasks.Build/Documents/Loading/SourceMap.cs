using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>
/// Where the nodes of a document come from. It is kept by node, not by pointer, so that it stays right when overlays and merges move nodes.
/// A property's place is that of its name.
/// </summary>
internal sealed class SourceMap
{
    private readonly Dictionary<JsonNode, Entry> _entries = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _files = [];
    private readonly JsonNode _root;

    public SourceMap(JsonNode root) => _root = root;

    private SourceMap(JsonNode root, SourceMap other)
        : this(root)
    {
        _files.AddRange(other._files);
        foreach (var (node, entry) in other._entries)
        {
            _entries.Add(node, entry);
        }
    }

    /// <summary>Registers a file; the number is for <see cref="Set"/>.</summary>
    public int AddFile(string file)
    {
        var index = _files.IndexOf(file);
        if (index < 0)
        {
            index = _files.Count;
            _files.Add(file);
        }

        return index;
    }

    public void Set(JsonNode node, int file, int line, int column) => _entries[node] = new Entry(file, line, column);

    /// <summary>Gives a node the place of another one, in whose stead it stands.</summary>
    public void SetAs(JsonNode node, JsonNode other)
    {
        if (_entries.TryGetValue(other, out var entry))
        {
            _entries[node] = entry;
        }
    }

    /// <summary>
    /// The place of the node that an RFC 6901 pointer names (with or without a leading <c>#</c>), or of its nearest ancestor that exists.
    /// </summary>
    public SourcePosition Find(string pointer) => Find(JsonPointer.ResolveNearest(_root, pointer));

    /// <summary>The place of a node, or of its nearest ancestor with a known one.</summary>
    public SourcePosition Find(JsonNode? node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (_entries.TryGetValue(current, out var entry))
            {
                return new SourcePosition(_files[entry.File], entry.Line, entry.Column);
            }
        }

        return new SourcePosition(_files.Count > 0 ? _files[0] : "", 1, 1);
    }

    /// <summary>A map over another root (of which the nodes of this map are, or become, descendants) that starts with what this one knows.</summary>
    public SourceMap WithRoot(JsonNode root) => new(root, this);

    /// <summary>Takes over what another map knows.</summary>
    public void Absorb(SourceMap other)
    {
        var files = other._files.Select(AddFile).ToArray();
        _entries.EnsureCapacity(_entries.Count + other._entries.Count);
        foreach (var (node, entry) in other._entries)
        {
            _entries[node] = entry with { File = files[entry.File] };
        }
    }

    /// <summary>A deep copy of a node of this map, of which each part has the place of its original.</summary>
    /// <param name="node">The node, null for JSON's null.</param>
    /// <param name="onNode">Called with the depth below <paramref name="node"/> for each copied node; may throw to stop.</param>
    public JsonNode? Clone(JsonNode? node, Action<int>? onNode = null, int depth = 0)
    {
        onNode?.Invoke(depth);
        JsonNode copy;
        switch (node)
        {
            case null:
                return null;
            case JsonObject original:
                var map = new JsonObject();
                foreach (var (name, value) in original)
                {
                    map.Add(name, Clone(value, onNode, depth + 1));
                }

                copy = map;
                break;
            case JsonArray original:
                var list = new JsonArray();
                foreach (var item in original)
                {
                    list.Add(Clone(item, onNode, depth + 1));
                }

                copy = list;
                break;
            default:
                copy = node.DeepClone();
                break;
        }

        if (_entries.TryGetValue(node, out var entry))
        {
            _entries[copy] = entry;
        }

        return copy;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int File, int Line, int Column);
}
