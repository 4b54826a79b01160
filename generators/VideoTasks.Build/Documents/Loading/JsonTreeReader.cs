using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>JSON text → JSON nodes with places.</summary>
internal sealed class JsonTreeReader
{
    private readonly JsonNumber _numbers = new();
    private readonly LoadLimits _limits;
    private readonly Stack<JsonNode> _open = new();
    private int _line = 1;
    private int _column = 1;
    private int _counted;
    private int _nodes;

    private JsonTreeReader(LoadLimits limits) => _limits = limits;

    /// <summary>Reads UTF-8 text without a byte order mark, which must be an object.</summary>
    /// <exception cref="DocumentFormatException">It is not such a document.</exception>
    public static (JsonObject Root, SourceMap Positions) Read(ReadOnlySpan<byte> text, string file, LoadLimits limits)
    {
        var reader = new JsonTreeReader(limits);
        try
        {
            return reader.ReadRoot(text, file);
        }
        catch (JsonException exception)
        {
            // Its own words end with a second, zero-based count of lines.
            var message = exception.Message.Split(" LineNumber:")[0];
            throw new DocumentFormatException(
                DiagnosticDescriptors.NotYamlOrJson, (int)(exception.LineNumber ?? 0)
                    + 1, (int)(exception.BytePositionInLine ?? 0)
                    + 1, "JSON", message);
        }
        catch (InvalidOperationException exception)
        {
            throw new DocumentFormatException(DiagnosticDescriptors.NotYamlOrJson, reader._line, reader._column, "JSON", exception.Message);
        }
    }

    private (JsonObject Root, SourceMap Positions) ReadRoot(ReadOnlySpan<byte> text, string file)
    {
        // One level more than the limit, so that going over it is told as that.
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = _limits.Depth + 1 });
        JsonNode? root = null;
        SourceMap? positions = null;
        var fileNumber = 0;
        string? key = null;
        var (keyLine, keyColumn) = (0, 0);
        while (reader.Read())
        {
            Count(text, (int)reader.TokenStartIndex);
            JsonNode? node;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = reader.GetString()!;
                    (keyLine, keyColumn) = (_line, _column);
                    if (_open.Peek().AsObject().TryGetPropertyValue(key, out var first))
                    {
                        throw new DocumentFormatException(
                            DiagnosticDescriptors.DuplicateKey, _line, _column, key, positions!.Find(first ?? _open.Peek()).Line);
                    }

                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _open.Pop();
                    continue;
                case JsonTokenType.StartObject:
                    node = new JsonObject();
                    break;
                case JsonTokenType.StartArray:
                    node = new JsonArray();
                    break;
                default:
                    node = Scalar(ref reader);
                    break;
            }

            if (++_nodes > _limits.Nodes)
            {
                throw new DocumentFormatException(DiagnosticDescriptors.OverLimit, _line, _column, $"it has more than {_limits.Nodes} values");
            }

            if (root is null && node is not null)
            {
                root = node;
                positions = new SourceMap(node);
                fileNumber = positions.AddFile(file);
            }

            var (line, column) = (_line, _column);
            if (_open.TryPeek(out var container))
            {
                if (container is JsonObject map)
                {
                    map.Add(key!, node);
                    (line, column) = (keyLine, keyColumn);
                }
                else
                {
                    ((JsonArray)container).Add(node);
                }
            }

            if (node is not null)
            {
                positions!.Set(node, fileNumber, line, column);
            }

            if (node is JsonObject or JsonArray)
            {
                if (_open.Count >= _limits.Depth)
                {
                    throw new DocumentFormatException(
                        DiagnosticDescriptors.OverLimit, _line, _column, $"it is nested deeper than {_limits.Depth} levels");
                }

                _open.Push(node);
            }
        }

        return root is JsonObject document
            ? (document, positions!)
            : throw new DocumentFormatException(DiagnosticDescriptors.NotOpenApi, 1, 1, "it is not an object");
    }

    private JsonNode? Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => JsonValue.Create(reader.GetString()),
        JsonTokenType.Number => _numbers.Create(Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        _ => null,
    };

    // Counts on from the last token, so that a document in one long line costs linear time.
    private void Count(ReadOnlySpan<byte> text, int offset)
    {
        var passed = text[_counted..offset];
        var lastBreak = passed.LastIndexOf((byte)'\n');
        if (lastBreak >= 0)
        {
            _line += passed.Count((byte)'\n');
            _column = 1;
            passed = passed[(lastBreak + 1)..];
        }

        _column += Encoding.UTF8.GetCharCount(passed);
        _counted = offset;
    }
}
