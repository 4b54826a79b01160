using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Operations;

/// <summary>An operation of a document, with what recognition looks at.</summary>
internal sealed class DocumentOperation
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];
    private readonly SchemaReader _schemas;
    private readonly Dictionary<JsonNode, JsonObject?> _shown = new(ReferenceEqualityComparer.Instance);

    private DocumentOperation(SchemaReader schemas, string path, string method, JsonObject item, JsonObject node)
    {
        _schemas = schemas;
        (Path, Method, Node, Item) = (path, method.ToUpperInvariant(), node, item);
        Segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        PathParameters = [.. NamesIn(path)];
        Parameters = ReadParameters();
        Success = FindSuccess();
        Body = schemas.Resolve(node.Value("requestBody"));
    }

    public string Path { get; }

    /// <summary>Upper case.</summary>
    public string Method { get; }

    public JsonObject Node { get; }

    public JsonObject Item { get; }

    public IReadOnlyList<string> Segments { get; }

    public IReadOnlyList<DocumentParameter> Parameters { get; }

    /// <summary>The first response of the class 2xx, resolved; null when the document describes none.</summary>
    public JsonObject? Success { get; }

    public JsonObject? Body { get; }

    /// <summary>What people call it: identifier, summary and tags.</summary>
    public string Label =>
        string.Join(' ', new[] { Node.Text("operationId"), Node.Text("summary") }.Concat((Node.Array("tags") ?? []).Select(t => t.AsText())));

    public string Prose => Node.Text("description") ?? "";

    public static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');

    /// <summary>The names of the path's parameters, in its order.</summary>
    public IReadOnlyList<string> PathParameters { get; }

    /// <summary>Whether a segment holds a parameter and other text: <c>{model}:predict</c>.</summary>
    public static bool IsMixed(string segment) => segment.Contains('{', StringComparison.Ordinal) && !IsParameter(segment);

    private static IEnumerable<string> NamesIn(string path)
    {
        for (var open = path.IndexOf('{', StringComparison.Ordinal); open >= 0; open = path.IndexOf('{', open + 1))
        {
            var close = path.IndexOf('}', open);
            if (close > open + 1)
            {
                yield return path[(open + 1)..close];
            }
        }
    }

    public static IReadOnlyList<DocumentOperation> ReadAll(JsonObject root, SchemaReader schemas)
    {
        var operations = new List<DocumentOperation>();
        foreach (var (path, value) in root.Object("paths") ?? [])
        {
            if (schemas.Resolve(value) is not { } item || !path.StartsWith('/'))
            {
                continue;
            }

            foreach (var method in Methods)
            {
                if (item.Object(method) is { } node)
                {
                    operations.Add(new DocumentOperation(schemas, path, method, item, node));
                }
            }
        }

        return operations;
    }

    /// <summary>The media types of the success response, in the order of the document.</summary>
    public IReadOnlyList<string> ResponseMedia => [.. (Success.Object("content") ?? []).Select(c => c.Key)];

    public IReadOnlyList<string> RequestMedia => [.. (Body.Object("content") ?? []).Select(c => c.Key)];

    public JsonNode? ResponseSchema => SchemaOf(Success, IsJson);

    public JsonNode? RequestSchema(Func<string, bool> media) => SchemaOf(Body, media);

    public JsonNode? AnyRequestSchema => SchemaOf(Body, IsJson) ?? SchemaOf(Body, _ => true);

    /// <summary>JSON, or whatever it may be: <c>*/*</c> is how some servers' tools write it.</summary>
    public static bool IsJson(string media) => media.Contains("json", StringComparison.OrdinalIgnoreCase) || media is "*/*" or "application/*";

    public static bool IsMultipart(string media) => media.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    public static bool IsBinary(string media) =>
        media.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
            || media.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Method} {Path}";

    private JsonNode? SchemaOf(JsonObject? holder, Func<string, bool> media)
    {
        foreach (var (name, value) in holder.Object("content") ?? [])
        {
            if (media(name) && (SaysSomething(value.Value("schema")) ?? Shown(value) ?? value.Value("schema")) is { } schema)
            {
                return schema;
            }
        }

        return null;
    }

    private JsonNode? SaysSomething(JsonNode? schema) =>
        _schemas.Properties(schema).Count > 0 || _schemas.TypeOf(schema) is not ("any" or "object") ? schema : null;

    private JsonObject? Shown(JsonNode? media)
    {
        if (media is null)
        {
            return null;
        }

        if (!_shown.TryGetValue(media, out var schema))
        {
            _shown.Add(media, schema = ExampleSchemas.Of(_schemas, media));
        }

        return schema;
    }

    private JsonObject? FindSuccess()
    {
        var responses = (Node.Object("responses") ?? []).Select(r => (r.Key, Response: _schemas.Resolve(r.Value)))
            .Where(r => r.Response is not null)
            .ToList();
        var successes = responses.Where(r => r.Key.StartsWith('2')).ToList();
        if (successes.Count == 0)
        {
            // A document that describes one answer for all ends describes the success.
            successes = responses.Where(r => r.Key == "default").ToList();
        }

        return successes.FirstOrDefault(r => r.Response.Object("content") is { Count: > 0 }).Response ?? successes.FirstOrDefault().Response;
    }

    private List<DocumentParameter> ReadParameters()
    {
        var parameters = new List<DocumentParameter>();
        foreach (var value in (Node.Array("parameters") ?? []).Concat(Item.Array("parameters") ?? []))
        {
            if (_schemas.Resolve(value) is { } node && node.Text("name") is { } name && node.Text("in") is { } location
                && parameters.TrueForAll(p => p.Name != name || p.Location != location))
            {
                parameters.Add(new DocumentParameter(name, location, node.Value("required").AsBoolean() ?? false, node));
            }
        }

        return parameters;
    }
}

/// <summary>A parameter of an operation.</summary>
internal sealed record DocumentParameter(string Name, string Location, bool Required, JsonObject Node)
{
    /// <summary>Whether the document's word for the location is the one for this.</summary>
    public bool IsIn(ParameterLocation location) => Location.Equals(location.ToString(), StringComparison.OrdinalIgnoreCase);
}
