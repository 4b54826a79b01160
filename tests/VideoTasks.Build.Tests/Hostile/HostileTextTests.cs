using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoTasks.Build.Building;
using VideoTasks.Build.Schemas;
using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.Hostile;

public class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "</summary> */ } } public static class Evil { static Evil() { } } /*",
        "\n#error Evil\n#if false\n",
        "\"; public static int Evil = 1; //",
        "\\\"; Evil(); //",
        "\u2028public class Evil {}\u2029public class Evil2 {}\u0085public class Evil3 {}",
        "*/ #pragma warning disable\r\nclass Evil {}",
        "../../../../Evil",
        "..\\..\\Evil",
        "C:\\Evil",
        "{Evil}{0}{{Evil}}",
        "]]><!-- Evil -->&nbsp;&#10;",
        "\ud800 Evil \u0000 \u0007 \ufeff \u202e",
        "@Evil",
        "global::Evil",
        new string('E', 5000),
        "CON",
        "\t",
        "*",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_of_the_document_stays_a_text_wherever_it_stands(string text)
    {
        var result = TestDocument.Generate(DocumentOf(text));

        var compilation = ClientCompiler.Compile(result.Files);
        compilation.Faults().ShouldBeEmpty();
        foreach (var file in result.Files)
        {
            file.Path.Split('/').ShouldAllBe(static part => part.Length > 0 && part.Length <= 210 && part != "." && part != ".." && !part.Contains('\\') && !part.Contains(':'));
        }

        // What is declared comes from us: nothing is static but the factories, and nothing has a static constructor.
        var declarations = compilation.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes()).ToArray();
        declarations.OfType<ConstructorDeclarationSyntax>().ShouldAllBe(static c => !c.Modifiers.Any(static m => m.ValueText == "static"));
        declarations.OfType<FieldDeclarationSyntax>().ShouldBeEmpty();
        declarations.OfType<MethodDeclarationSyntax>().Where(static m => m.Modifiers.Any(static x => x.ValueText == "static"))
            .ShouldAllBe(static m => m.Identifier.ValueText == "CreateFromDiscriminatorValue");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Literals_keep_the_text_exactly(string text)
    {
        var files = TestDocument.Generate(DocumentOf(text)).Files;

        var literals = ClientCompiler.Compile(files).SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes()).OfType<LiteralExpressionSyntax>()
            .Select(static literal => literal.Token.ValueText).ToHashSet(StringComparer.Ordinal);

        literals.ShouldContain("d" + JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text)), "the default");
    }

    // The text in every place that a document has for one.
    private static string DocumentOf(string text)
    {
        JsonObject Schema() => new() { ["type"] = "string", ["description"] = text, ["title"] = text, ["default"] = "d" + text };
        var thing = new JsonObject
        {
            ["type"] = "object",
            ["description"] = text,
            ["x-ms-deprecation"] = new JsonObject { ["description"] = text, ["version"] = text },
            ["deprecated"] = true,
            ["properties"] = new JsonObject
            {
                ["plain"] = Schema(),
                [text + "p"] = Schema(),
                ["choice"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("a", text + "v", "b" + text), ["description"] = text },
                ["either"] = new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "integer" }), ["description"] = text },
            },
            ["discriminator"] = new JsonObject { ["propertyName"] = text + "p", ["mapping"] = new JsonObject { [text + "m"] = "#/components/schemas/Derived" } },
        };
        var derived = new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/components/schemas/Thing" }, new JsonObject { ["properties"] = new JsonObject { ["more"] = Schema() } }) };
        var content = new JsonObject { [text + "/json"] = new JsonObject { ["schema"] = Schema() }, ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Thing" } } };
        var operation = new JsonObject
        {
            ["summary"] = text,
            ["description"] = text,
            ["operationId"] = text,
            ["externalDocs"] = new JsonObject { ["url"] = "https://example.org/" + Uri.EscapeDataString("Evil\""), ["description"] = text },
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "q" + text, ["in"] = "query", ["description"] = text, ["schema"] = Schema() }),
            ["requestBody"] = new JsonObject { ["content"] = content.DeepClone() },
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject { ["description"] = text, ["content"] = content.DeepClone() },
                ["4XX"] = new JsonObject { ["description"] = text, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = thing.DeepClone() } } },
            },
        };
        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = text, ["description"] = text, ["version"] = "1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://example.org/" + text, ["description"] = text }),
            ["paths"] = new JsonObject
            {
                ["/a/" + text] = new JsonObject { ["post"] = operation.DeepClone(), ["description"] = text },
                ["/plain"] = new JsonObject { ["post"] = operation.DeepClone() },
                ["/b/{" + text + "}/c"] = new JsonObject { ["post"] = operation },
            },
            ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["Thing"] = thing, ["Derived"] = derived, ["N" + text] = Schema() } },
        }.ToJsonString();
    }
}
