using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Reporting;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>
/// The schemas of error responses. Kiota makes exceptions of them, which are classes that extend another class already: what extends a schema besides
/// takes over its properties, and a list is none.
/// </summary>
internal sealed class ErrorResponses(JsonObject paths, JsonObject components, SchemaGraph graph, Findings findings)
{
    private readonly HashSet<JsonObject> _errors = new(ReferenceEqualityComparer.Instance);

    public void Apply()
    {
        foreach (var (_, item) in paths)
        {
            foreach (var responses in item!.AsObject().Select(static p => p.Value.Object("responses")).OfType<JsonObject>())
            {
                foreach (var (code, response) in responses.Where(static r => r.Key[0] is not ('1' or '2' or '3')).ToList())
                {
                    Read(code, response!.AsObject(), responses);
                }
            }
        }

        foreach (var error in _errors.ToList())
        {
            RemoveHidingProperties(error);
            new ErrorInheritance(graph, _errors).Flatten(error);
        }
    }

    private void Read(string code, JsonObject response, JsonObject responses)
    {
        var target = response.Text("$ref") is { } reference ? components.Object("responses").Object(reference.Split('/')[^1]) : response;
        foreach (var (_, media) in target.Object("content") ?? [])
        {
            if (media.Object("schema") is not { } schema)
            {
                continue;
            }

            var error = graph.FollowChoice(schema);
            if (error["items"] is not null)
            {
                findings.Report(
                    DiagnosticDescriptors.ObjectLeftOut,
                    schema,
                    code,
                    "the schema of an error",
                    "Kiota makes exceptions of objects only, and this is a list");
                responses[code] = new JsonObject { ["description"] = target.Text("description") ?? "" };
            }
            else
            {
                _errors.Add(error);
            }
        }
    }

    // ApiException has these, and Kiota doesn't see to it.
    private void RemoveHidingProperties(JsonObject error)
    {
        foreach (var part in graph.EdgesOf(error).Where(static e => !e.IsUnion).Select(static e => e.Target).Prepend(error))
        {
            foreach (var (name, property) in part.Object("properties")?
                .Where(static p => Naming.SymbolName.Letters(p.Key) is "RESPONSEHEADERS")
                .ToList()
                ?? [])
            {
                findings.Report(
                    DiagnosticDescriptors.OddName, property, name, "properties", "Kiota's exceptions have a member of this name; it arrives in "
                        + "AdditionalData");
                part.Object("properties")!.Remove(name);
            }
        }
    }
}
