using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Documents.Merging;
using VideoTasks.Build.Preparation.Fields;
using VideoTasks.Build.Preparation.Reporting;

namespace VideoTasks.Build.Preparation;

/// <summary>The fields around the operations, which Kiota doesn't read and the recognition of a vendor does: servers, security, components.</summary>
internal sealed class OuterFields(Findings findings)
{
    private const string List = "a list";
    private const string Map = "an object";

    public void Check(JsonObject root)
    {
        CheckList(root, "servers", "a server");
        CheckList(root, "security", "an object of security schemes");
        if (Is<JsonObject>(root, "components", Map) is { } components)
        {
            foreach (var (section, _) in components.Where(s => !s.Key.StartsWith("x-", StringComparison.Ordinal)))
            {
                Is<JsonObject>(components, section, Map);
            }

            foreach (var (name, _) in components.Object("securitySchemes") ?? [])
            {
                Is<JsonObject>(components.Object("securitySchemes")!, name, "a security scheme");
            }
        }

        var operations = (root.Object("paths") ?? []).Select(p => p.Value).OfType<JsonObject>()
            .SelectMany(item => item.Where(m => HttpMethods.Contains(m.Key)).Select(m => m.Value)).OfType<JsonObject>();
        foreach (var operation in operations)
        {
            CheckList(operation, "servers", "a server");
            CheckList(operation, "security", "an object of security schemes");
        }
    }

    private void CheckList(JsonObject owner, string name, string item)
    {
        foreach (var value in Is<JsonArray>(owner, name, List)?.Where(v => v is not null and not JsonObject) ?? [])
        {
            Report(value!, name, item);
        }
    }

    private T? Is<T>(JsonObject owner, string name, string expected)
        where T : JsonNode
    {
        if (owner[name] is { } value and not T)
        {
            Report(value, name, expected);
        }

        return owner[name] as T;
    }

    private void Report(JsonNode value, string name, string expected) =>
        findings.Report(DiagnosticDescriptors.OddField, value, $"'{name}'", ShapeWords.OfValue(value), expected);
}
