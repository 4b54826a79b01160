using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using VideoTasks.Build.Description;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Checks;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Documents.Merging;
using VideoTasks.Build.Recognition;

namespace VideoTasks.Build.Tests.Documents.Loading;

/// <summary>Mutated documents, from fixed seeds: whatever stands in a file, loading it ends in a document or in errors.</summary>
public class MutationTests
{
    private static readonly string[] Fragments =
    [
        "*a", "&a ", "<<: *a", "!!int ", "$ref: '#/components/schemas/Error'", "$ref: '#'", "$ref: x.yaml#/a", "\"", "'", "[", "]", "{", "}", ": ",
        "- ", "\t", "\0",
        "---\n", "...\n", "%YAML 1.2\n", "|\n", ">9\n", "? ", "null", "~", "1e999999", "-0", "0x", "\u2028", "\ud83d\ude00", "\r\n", "#", ",",
        "type: 'null'", "in: path",
        "allOf: [{}]", "nullable: true", "enum: []", "const: null", "default: {}", "discriminator: {}", "swagger: '2.0'", "openapi: 3.0.0",
        "required: true", "properties: []",
    ];

    [Theory]
    [InlineData("anyfast__sora-2-query.yaml", 1)]
    [InlineData("hingnet.yaml", 2)]
    [InlineData("openai.yaml", 3)]
    [InlineData("aimanyi.yaml", 4)]
    [InlineData("json", 5)]
    public void A_mutated_document_is_read_or_refused(string name, int seed)
    {
        var original = Original(name);
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 400 && watch.Elapsed < TimeSpan.FromSeconds(10); round++)
        {
            var text = Mutate(original, new Random((seed * 10_000) + round));

            Should.NotThrow(() => Load(text, name == "json" ? "a.json" : "a.yaml"), $"{name}, seed {seed}, round {round}");
        }
    }

    private static void Load(string text, string file)
    {
        var diagnostics = new DiagnosticBag();
        var document = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), file, "a", diagnostics);
        (document is null).ShouldBe(diagnostics.HasErrors);
        if (document is null)
        {
            return;
        }

        var same = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), file, "b", diagnostics)!;
        var other = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(Original("hingnet.yaml")), "c.yaml", "c", diagnostics)!;
        DocumentMerger.Merge("v", [same, other], diagnostics);
        document = SwaggerUpgrade.Apply(document);
        if (ReferenceCycles.Break(document, diagnostics))
        {
            DocumentChecks.Run(document, (_, _) => true, diagnostics);
            VendorDescriber.Describe(
                VendorRecognizer.Recognize(SwaggerUpgrade.Apply(document)), new VendorFacts("a", "N", "C", "a.yaml", "", "")).Files
                .ShouldNotBeEmpty();
        }

        diagnostics.All.ShouldAllBe(d => d.Position == null || d.Position.Value.Line >= 0);
    }

    private static string Original(string name, [CallerFilePath] string file = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "../../../../openapi");
        return name switch
        {
            "json" =>
                SourceDocumentReader.Read(Path.Combine(folder, "hingnet.yaml"), "a", new DiagnosticBag())!.Root
                    .ToJsonString(new() { WriteIndented = true }),
            _ when name.StartsWith("anyfast", StringComparison.Ordinal) =>
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", name)),
            _ => File.ReadAllText(Path.Combine(folder, name)),
        };
    }

    private static string Mutate(string original, Random random)
    {
        var text = new StringBuilder(original);
        for (var count = random.Next(1, 6); count > 0 && text.Length > 0; count--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, random.Next(2, 400)), text.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 3:
                    text[at] = (char)random.Next(1, 128);
                    break;
                case 4:
                    text.Insert(at, Fragments[random.Next(Fragments.Length)] + "\n");
                    break;
                default:
                    Replace(text, random);
                    break;
            }
        }

        return text.ToString();
    }

    // A value for another: what stays YAML, and is wrong as OpenAPI.
    private static void Replace(StringBuilder text, Random random)
    {
        var lines = text.ToString().Split('\n');
        var index = random.Next(lines.Length);
        var colon = lines[index].IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0)
        {
            lines[index] = lines[index][..(colon + 2)] + Fragments[random.Next(Fragments.Length)];
        }
        else
        {
            (lines[index], lines[random.Next(lines.Length)]) = (lines[random.Next(lines.Length)], lines[index]);
        }

        text.Clear().AppendJoin('\n', lines);
    }
}
