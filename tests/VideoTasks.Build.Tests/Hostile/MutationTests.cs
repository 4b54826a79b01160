using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Generation;
using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.Hostile;

/// <summary>Changes documents at random, from a seed that a failure tells: what is generated compiles, what isn't is a diagnostic.</summary>
public class MutationTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(8);
    private static readonly string[] Words = ["allOf", "oneOf", "anyOf", "items", "properties", "type", "enum", "nullable", "format", "$ref", "discriminator", "default"];

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
            .Select(static path => Read(File.ReadAllBytes(path), new DiagnosticBag())!.Root.ToJsonString()).ToArray();
        var clock = Stopwatch.StartNew();
        var compiled = 0;
        for (var seed = 1; clock.Elapsed < Bound; seed++)
        {
            var random = new Random(seed);
            var root = JsonNode.Parse(documents[random.Next(documents.Length)])!.AsObject();
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                Mutate(root, random);
            }

            compiled += Check(root.ToJsonString(), seed);
        }

        compiled.ShouldBeGreaterThan(0);
    }

    private static SourceDocument? Read(byte[] content, DiagnosticBag diagnostics) => SourceDocumentReader.Parse(content, "document.yaml", "document", diagnostics);

    private static int Check(string json, int seed)
    {
        var diagnostics = new DiagnosticBag();
        if (Read(Encoding.UTF8.GetBytes(json), diagnostics) is not { } source || OpenApiReader.Read(source, diagnostics) is not { } document)
        {
            diagnostics.HasErrors.ShouldBeTrue($"seed {seed}: {json}");
            return 0;
        }

        try
        {
            var faults = ClientCompiler.Compile(ClientGeneration.Generate(document, TestDocument.Options).Files).Faults();
            faults.ShouldBeEmpty($"seed {seed}: {json}");
            return 1;
        }
        catch (ClientGenerationException)
        {
            return 0;
        }
        catch (Exception exception) when (exception is not ShouldAssertException)
        {
            throw new InvalidOperationException($"seed {seed}: {json}", exception);
        }
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
                var other = objects[random.Next(objects.Count)];
                target[key] = other.DeepClone();
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
        if (node is JsonObject value)
        {
            objects.Add(value);
            foreach (var (_, child) in value)
            {
                Collect(child, objects);
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var child in array)
            {
                Collect(child, objects);
            }
        }
    }
}
