using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Tests.Kiota;

namespace VideoTasks.Build.Tests.Hostile;

/// <summary>Changes documents at random, from seeds that a failure tells: what is generated compiles, what isn't is a diagnostic.</summary>
public sealed class MutationTests
{
    private const int Mutants = 200;
    private static readonly string[] Words =
        ["allOf", "oneOf", "anyOf", "items", "properties", "type", "enum", "nullable", "format", "$ref", "discriminator", "default"];

    private static readonly JsonNode?[] Values =
    [
        null, true, -1, 1.5, "", "null", "object", "array", "string", "a\"b\\c\n", "#/components/schemas/Task", "#/components/schemas/Pet", "class",
        new JsonArray(), new JsonObject(), new JsonArray("string", "null"), new JsonArray(new JsonObject { ["$ref"] = "#/components/schemas/Pet" }),
        new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["x"] = new JsonObject { ["type"] = "integer" } } },
    ];

    [Fact]
    public void Mutated_documents_give_code_that_compiles_or_a_diagnostic()
    {
        var documents = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Documents", "Features"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(static path => SourceDocumentReader.Read(path, "document", new DiagnosticBag())!.Root.ToJsonString()).ToArray();

        var clients = ClientBatch.Generate(Enumerable.Range(1, Mutants).Select(seed => ($"seed {seed}", Mutate(documents, seed))));

        clients.Count(static c => c.Files is not null).ShouldBeGreaterThan(Mutants / 2);
        clients.Where(static c => !c.IsExplained).Select(static c => c.ToString()).ShouldBeEmpty();
        clients.Where(static c => c.Request is not null && c.Files is null).Select(static c => c.ToString()).ShouldBeEmpty();
        ClientBatch.Faults(clients).ShouldBeEmpty();
    }

    private static string Mutate(string[] documents, int seed)
    {
        var random = new Random(seed);
        var root = JsonNode.Parse(documents[random.Next(documents.Length)])!.AsObject();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            Mutate(root, random);
        }

        return root.ToJsonString();
    }

    private static void Mutate(JsonObject root, Random random)
    {
        var objects = new List<JsonObject>();
        Collect(root, objects);
        var target = objects[random.Next(objects.Count)];
        var keys = target.Select(static p => p.Key).ToArray();
        var key = keys.Length > 0 && random.Next(4) > 0 ? keys[random.Next(keys.Length)] : Words[random.Next(Words.Length)];
        switch (random.Next(4))
        {
            case 0:
                target.Remove(key);
                break;
            case 1 when target.ContainsKey(key):
                target[key] = objects[random.Next(objects.Count)].DeepClone();
                break;
            case 2 when target[key] is { } value:
                target[Words[random.Next(Words.Length)]] = value.DeepClone();
                break;
            default:
                target[key] = Values[random.Next(Values.Length)]?.DeepClone();
                break;
        }
    }

    private static void Collect(JsonNode? node, List<JsonObject> objects)
    {
        foreach (var child in node is JsonObject map ? map.Select(static p => p.Value) : node as JsonArray ?? Enumerable.Empty<JsonNode?>())
        {
            Collect(child, objects);
        }

        if (node is JsonObject value)
        {
            objects.Add(value);
        }
    }
}
