using System.Text.Json.Nodes;

namespace VideoTasks.ClientGenerator.Description;

/// <summary>An operation of a document, with what recognition looks at.</summary>
internal sealed class DocumentOperation
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];
    private readonly SchemaReader _schemas;

    private DocumentOperation(SchemaReader schemas, string path, string method, JsonObject item, JsonObject node)
    {
        _schemas = schemas;
        (Path, Method, Node, Item) = (path, method.ToUpperInvariant(), node, item);
        Segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
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
    public string Label => string.Join(' ', new[] { Node.Text("operationId"), Node.Text("summary") }.Concat((Node.Array("tags") ?? []).Select(t => t.AsText())));

    public string Prose => Node.Text("description") ?? "";

    public static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');

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

    public static bool IsJson(string media) => media.Contains("json", StringComparison.OrdinalIgnoreCase);

    public static bool IsMultipart(string media) => media.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    public static bool IsBinary(string media) =>
        media.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || media.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Method} {Path}";

    private static JsonNode? SchemaOf(JsonObject? holder, Func<string, bool> media)
    {
        foreach (var (name, value) in holder.Object("content") ?? [])
        {
            if (media(name) && value.Value("schema") is { } schema)
            {
                return schema;
            }
        }

        return null;
    }

    private JsonObject? FindSuccess()
    {
        JsonObject? fallback = null;
        foreach (var (status, value) in Node.Object("responses") ?? [])
        {
            if (status.StartsWith('2') && _schemas.Resolve(value) is { } response)
            {
                if (response.Object("content") is { Count: > 0 })
                {
                    return response;
                }

                fallback ??= response;
            }
        }

        return fallback;
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
internal sealed record DocumentParameter(string Name, string Location, bool Required, JsonObject Node);
