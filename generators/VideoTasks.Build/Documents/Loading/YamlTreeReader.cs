using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>YAML text → JSON nodes with places. It keeps a stack of its own, so that depth costs no call stack.</summary>
internal sealed class YamlTreeReader
{
    private readonly LoadLimits _limits;
    private readonly Stack<YamlContainer> _open = new();
    private readonly Dictionary<string, JsonNode?> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _openAnchors = new(StringComparer.Ordinal);
    private readonly YamlScalar _scalars = new(new JsonNumber());
    private SourceMap? _positions;
    private int _file;
    private int _nodes;
    private int _aliasedNodes;
    private JsonNode? _root;
    private bool _hasRoot;

    private YamlTreeReader(LoadLimits limits) => _limits = limits;

    /// <summary>Reads the first document of the text, which must be a mapping.</summary>
    /// <exception cref="DocumentFormatException">It is not such a document.</exception>
    public static (JsonObject Root, SourceMap Positions) Read(string text, string file, LoadLimits limits)
    {
        var reader = new YamlTreeReader(limits);
        using var input = new StringReader(YamlText.Prepare(text));
        var parser = new Parser(new Scanner(input, skipComments: true));
        try
        {
            return reader.Read(parser, file);
        }
        catch (YamlException exception)
        {
            // The scanner takes a tab for text of the line before, and finds fault with that.
            if (YamlText.FirstTabIndentation(text) is { } tab && tab <= exception.End.Line + 1)
            {
                throw new DocumentFormatException(
                    DiagnosticDescriptors.NotYamlOrJson, tab, 1, "YAML", "the line is indented with a tab; YAML takes spaces only");
            }

            var (line, column) = YamlText.Within(text, (int)exception.Start.Line, (int)exception.Start.Column);
            throw new DocumentFormatException(DiagnosticDescriptors.NotYamlOrJson, line, column, "YAML", exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            // The scanner's own slips on text that is no YAML, an unclosed bracket at the end among them: its messages say nothing of the text.
            var last = parser.Current?.Start ?? default;
            throw new DocumentFormatException(
                DiagnosticDescriptors.NotYamlOrJson,
                Math.Max(1, (int)last.Line),
                Math.Max(1, (int)last.Column),
                "YAML",
                "it can't be read on from here; is a bracket, brace or quote not closed?");
        }
    }

    private (JsonObject Root, SourceMap Positions) Read(Parser parser, string file)
    {
        var documents = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            switch (current)
            {
                case DocumentStart when ++documents > 1 && _hasRoot:
                    // A lone '---' at the end opens an empty second document, which does no harm.
                    if (parser.MoveNext() && parser.Current is not Scalar { Value: "" })
                    {
                        throw Invalid(current, "there is a second document in the file");
                    }

                    break;
                case MappingStart start:
                    Begin(start, start.Anchor, new JsonObject(), file);
                    break;
                case SequenceStart start:
                    Begin(start, start.Anchor, new JsonArray(), file);
                    break;
                case MappingEnd or SequenceEnd:
                    End();
                    break;
                case Scalar scalar when _open.TryPeek(out var container) && container.ExpectsKey:
                    container.SetKey(scalar, _positions!);
                    break;
                case Scalar scalar:
                    var node = _scalars.ToNode(scalar);
                    Add(node, current);
                    Remember(scalar.Anchor, node);
                    break;
                case AnchorAlias alias:
                    AddAlias(alias);
                    break;
            }
        }

        return _root is JsonObject root
            ? (root, _positions!)
            : throw new DocumentFormatException(DiagnosticDescriptors.NotOpenApi, 1, 1, _hasRoot ? "it is not an object" : "it is empty");
    }

    private void Begin(ParsingEvent start, AnchorName anchor, JsonNode node, string file)
    {
        if (_open.Count >= _limits.Depth)
        {
            throw new DocumentFormatException(
                DiagnosticDescriptors.OverLimit, Line(start), Column(start), $"it is nested deeper than {_limits.Depth} levels");
        }

        if (_positions is null)
        {
            _positions = new SourceMap(node);
            _file = _positions.AddFile(file);
        }

        Add(node, start);
        if (!anchor.IsEmpty)
        {
            _openAnchors.Add(anchor.Value);
        }

        _open.Push(new YamlContainer(node, anchor));
    }

    private void End()
    {
        var container = _open.Pop();
        if (container.Merges.Count > 0)
        {
            container.ApplyMerges(CloneAliased);
        }

        if (!container.Anchor.IsEmpty)
        {
            _openAnchors.Remove(container.Anchor.Value);
        }

        Remember(container.Anchor, container.Node);
    }

    private void Remember(AnchorName anchor, JsonNode? node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }
    }

    private void Add(JsonNode? node, ParsingEvent at)
    {
        var (line, column) = (Line(at), Column(at));
        if (++_nodes > _limits.Nodes)
        {
            throw new DocumentFormatException(DiagnosticDescriptors.OverLimit, line, column, $"it has more than {_limits.Nodes} values");
        }

        if (_open.TryPeek(out var container))
        {
            if (container.ExpectsKey)
            {
                throw Invalid(at, "a key must be a plain or quoted text");
            }

            container.Add(node, ref line, ref column);
        }
        else if (!_hasRoot)
        {
            _root = node;
            _hasRoot = true;
        }

        if (node is not null)
        {
            _positions?.Set(node, _file, line, column);
        }
    }

    private void AddAlias(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (_openAnchors.Contains(name))
        {
            throw Invalid(alias, $"the alias '*{name}' stands inside of what it refers to");
        }

        if (!_anchors.TryGetValue(name, out var node))
        {
            throw Invalid(alias, $"there is no anchor '&{name}' before this alias");
        }

        if (_open.TryPeek(out var container) && container.ExpectsKey)
        {
            throw Invalid(alias, "a key must be a plain or quoted text");
        }

        if (container?.IsMergeValue == true && node is not null)
        {
            container.AddMerge(node);
            return;
        }

        var copy = CloneAliased(node);
        var (line, column) = (Line(alias), Column(alias));
        container?.Add(copy, ref line, ref column);
    }

    private JsonNode? CloneAliased(JsonNode? node)
    {
        var depth = _open.Count;
        return _positions!.Clone(node, below =>
        {
            if (++_aliasedNodes > _limits.AliasedNodes)
            {
                throw new DocumentFormatException(DiagnosticDescriptors.OverLimit, 1, 1, $"its aliases add more than {_limits.AliasedNodes} nodes");
            }

            if (depth + below > _limits.Depth)
            {
                throw new DocumentFormatException(DiagnosticDescriptors.OverLimit, 1, 1, $"it is nested deeper than {_limits.Depth} levels");
            }
        });
    }

    private static DocumentFormatException Invalid(ParsingEvent at, string what)
        => new(DiagnosticDescriptors.NotYamlOrJson, Line(at), Column(at), "YAML", what);

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;
}
