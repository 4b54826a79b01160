using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Tests.Recognition;

/// <summary>The documents of real vendors beside these tests, and short ones made of a list of operations.</summary>
internal static class TestDocuments
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Documents");

    /// <summary>A document by its file, or a vendor's by the start of its files' names.</summary>
    public static SourceDocument Load(string name)
    {
        var diagnostics = new DiagnosticBag();
        var files = Directory.GetFiles(Folder, Path.HasExtension(name) ? name : name + "__*").Order(StringComparer.Ordinal).ToArray();
        files.ShouldNotBeEmpty();
        return EffectiveDocument.Of(
            new VendorSource(Path.GetFileNameWithoutExtension(name), files, [], Path.GetDirectoryName(files[0])!), diagnostics)
            .ShouldNotBeNull(string.Join('\n', diagnostics.All));
    }

    /// <summary>A document that stands in no file.</summary>
    public static SourceDocument Source(JsonObject root) => new("acme", root, new(root), ["openapi/acme.yaml"]);

    /// <summary>
    /// A document of operations such as <c>GET /v1/video/query?id</c> (<c>!</c> after a required parameter). Creates take a prompt, the others answer
    /// with a task.
    /// </summary>
    public static JsonObject Of(string operations)
    {
        var paths = new JsonObject();
        foreach (var operation in operations.Split("; "))
        {
            var (method, rest) = operation.Split(' ', 2) is [var m, var r] ? (m, r) : ("", "");
            var (path, query) = rest.Split('?', 2) is [var p, var q] ? (p, q) : (rest, null);
            var node = new JsonObject
            {
                ["responses"] =
                    new JsonObject { ["200"] = Content(Task()) },
            };
            if (query is not null)
            {
                node["parameters"] =
                    new JsonArray(new JsonObject { ["name"] = query.TrimEnd('!'), ["in"] = "query", ["required"] = query.EndsWith('!') });
            }

            if (method == "POST")
            {
                node["requestBody"] =
                    Content(Object("prompt", "model"));
            }

            paths[path] ??= new JsonObject();
            paths[path]![method.ToLowerInvariant()] = node;
        }

        return new JsonObject { ["openapi"] = "3.0.0", ["paths"] = paths };
    }

    private static JsonObject Task()
    {
        var task = Object("task_id", "status", "file_id");
        task["properties"]!["generations"] = new JsonObject { ["type"] = "array", ["items"] = Object("id") };
        return task;
    }

    private static JsonObject Object(params string[] properties) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties.Select(p => KeyValuePair.Create(p, (JsonNode?)new JsonObject { ["type"] = "string" }))),
    };

    private static JsonObject Content(JsonObject schema) =>
        new() { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } } };
}
