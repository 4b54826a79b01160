using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation;

namespace VideoTasks.Build.Tests.Documents.Bundling;

/// <summary>A published document, taken apart into a file for each path and component as its vendor might have it, makes the same client.</summary>
public sealed class SplitDocumentTests
{
    private static readonly string[] Sections = ["schemas", "parameters", "responses", "requestBodies", "headers"];

    [Theory]
    [InlineData("openrouter.yaml", true)]
    [InlineData("openrouter.yaml", false)]
    // Not without: it has names with dots, which begin a namespace in a component's name and don't in a file's.
    [InlineData("siliconflow.yaml", true)]
    public void A_document_in_files_makes_the_client_of_the_document_in_one(string file, bool keepsComponents)
    {
        using var files = new BundledFiles();
        var whole = SourceDocumentReader.Read(Path.Combine(AppContext.BaseDirectory, "Documents", file), "acme", files.Diagnostics).ShouldNotBeNull();
        Split(whole.Root.DeepClone().AsObject(), keepsComponents, files);

        var bundled = files.Bundle();

        files.Diagnostics.All.ShouldBeEmpty();
        bundled.Unfollowed.ShouldBeEmpty();
        JsonNode.DeepEquals(Prepare(bundled), Prepare(whole)).ShouldBeTrue();
    }

    private static JsonObject Prepare(SourceDocument document) => DocumentPreparer.Prepare(document, [], [], new DiagnosticBag()).Root;

    private static void Split(JsonObject root, bool keepsComponents, BundledFiles files)
    {
        var components = root["components"]!.AsObject();
        foreach (var section in Sections.Where(components.ContainsKey))
        {
            foreach (var (name, component) in components[section]!.AsObject().ToList())
            {
                files.Write($"components/{section}/{name}.json", Moved(component, "../../")!.ToJsonString());
                components[section]![name] = new JsonObject { ["$ref"] = $"components/{section}/{name}.json" };
            }

            if (!keepsComponents)
            {
                components.Remove(section);
            }
        }

        var number = 0;
        foreach (var (path, item) in root["paths"]!.AsObject().ToList())
        {
            files.Write($"paths/{++number}.json", Moved(item, "../")!.ToJsonString());
            root["paths"]![path] = new JsonObject { ["$ref"] = $"./paths/{number}.json" };
        }

        files.Write("openapi.yaml", root.ToJsonString());
    }

    // The same with the references of a file that is so many folders below.
    private static JsonNode? Moved(JsonNode? node, string up) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Moved(p.Value, up)))),
        JsonArray list => new JsonArray([.. list.Select(i => Moved(i, up))]),
        JsonValue value when value.TryGetValue<string>(out var text)
            && text.StartsWith("#/components/", StringComparison.Ordinal)
            && Sections.Contains(text.Split('/')[2]) =>
            up + text[2..] + ".json",
        _ => node?.DeepClone(),
    };
}
