using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Tests.Documents.Bundling;

public sealed class DocumentBundlerTests : IDisposable
{
    private const string Head = "openapi: 3.1.0\ninfo: {title: Acme, version: '1'}\n";

    private readonly BundledFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_document_split_into_files_becomes_one()
    {
        _files.Write("openapi.yaml", Head + """
            paths:
              /v1/videos/{id}: {$ref: ./paths/video.yaml}
            components:
              schemas:
                Video: {$ref: components/schemas/Video.yaml}
            """)
            .Write("paths/video.yaml", """
            parameters: [{$ref: '../components/parameters.yaml#/Id'}]
            get:
              operationId: getVideo
              responses:
                '200':
                  description: A video
                  content: {application/json: {schema: {$ref: ../components/schemas/Video.yaml}}}
                default: {$ref: ../components/responses/Problem.yaml}
            """)
            .Write("components/parameters.yaml", "Id: {name: id, in: path, required: true, schema: {type: string}}")
            .Write(
                "components/responses/Problem.yaml", "description: No\ncontent: {application/json: {schema: {$ref: "
                    + "'../schemas/errors.json#/Error'}}}")
            .Write(
                "components/schemas/errors.json",
                """{ "Error": { "type": "object", "properties": { "inner": { "$ref": "#/Error" }, "video": { "$ref": "./Video.yaml" } } } }""")
            .Write("components/schemas/Video.yaml", """
            type: object
            properties:
              status: {$ref: '#/$defs/Status'}
              remix_of: {$ref: '../../openapi.yaml#/components/schemas/Video'}
              next: {$ref: '#'}
            $defs:
              Status: {type: string, enum: [queued, done]}
            """);

        var document = _files.Bundle();

        _files.Diagnostics.All.ShouldBeEmpty();
        document.Root["paths"]!.ToJsonString().ShouldBe(
            """
            {"/v1/videos/{id}":{"parameters":[{"$ref":"#/components/parameters/Id"}],"get":{"operationId":"getVideo","responses":{"200":{"description":"A video",
            "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Video"}}}},"default":{"$ref":"#/components/responses/Problem"}}}}}
            """.ReplaceLineEndings(""));
        document.Root["components"]!.ToJsonString().ShouldBe(
            """
            {"schemas":{"Video":{"type":"object","properties":{"status":{"$ref":"#/components/schemas/Status"},"remix_of":{"$ref":"#/components/schemas/Video"},
            "next":{"$ref":"#/components/schemas/Video"}},"$defs":{"Status":{"type":"string","enum":["queued","done"]}}},"Status":{"type":"string","enum":["queued","done"]},
            "Error":{"type":"object","properties":{"inner":{"$ref":"#/components/schemas/Error"},"video":{"$ref":"#/components/schemas/Video"}}}},
            "parameters":{"Id":{"name":"id","in":"path","required":true,"schema":{"type":"string"}}},
            "responses":{"Problem":{"description":"No","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}}}}
            """.ReplaceLineEndings(""));
        _files.Used.ShouldBe(
            [
                "components/parameters.yaml",
                "components/responses/Problem.yaml",
                "components/schemas/Video.yaml",
                "components/schemas/errors.json",
                "paths/video.yaml"]);
        document.Positions.Find("/paths/~1v1~1videos~1{id}/get").ShouldBe(new SourcePosition(_files.PathOf("paths/video.yaml"), 2, 1));
        document.Positions.Find("/components/schemas/Video/properties/status")
            .ShouldBe(new SourcePosition(_files.PathOf("components/schemas/Video.yaml"), 3, 3));
        document.Positions.Find("/components/schemas/Error").File.ShouldBe(_files.PathOf("components/schemas/errors.json"));
    }

    [Fact]
    public void Whole_sections_operations_and_lists_may_be_files_too()
    {
        _files.Write("openapi.yaml", Head + "paths: {$ref: paths/_index.yaml}\ncomponents: {schemas: {$ref: schemas/_index.yaml}}")
            .Write("paths/_index.yaml", "/v1/videos:\n  post: {$ref: post.yaml}\n/v1/videos/{id}:\n  $ref: 'post.yaml#/x-more'\n  summary: mine")
            .Write(
                "paths/post.yaml", "requestBody: {content: {application/json: {schema: {$ref: ../schemas/Request.yaml}}}}\nresponses: {}\nx-more: "
                    + "{summary: theirs, get: {responses: {}}}")
            .Write("schemas/_index.yaml", "Request: {$ref: ./Request.yaml}")
            .Write("schemas/Request.yaml", "type: object");

        var root = _files.Bundle().Root;

        _files.Diagnostics.All.ShouldBeEmpty();
        root["paths"]!["/v1/videos"]!["post"]!["requestBody"]!.ToJsonString()
            .ShouldBe("""{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Request"}}}}""");
        root["paths"]!["/v1/videos/{id}"]!.ToJsonString().ShouldBe("""{"summary":"mine","get":{"responses":{}}}""");
        root["components"]!.ToJsonString().ShouldBe("""{"schemas":{"Request":{"type":"object"}}}""");
    }

    [Theory]
    [InlineData("schemas/Video.yaml", "Video")]
    [InlineData("schemas/video%20task.yaml", "video_task")]
    [InlineData("schemas/video.schema.json", "video")]
    [InlineData("schemas/Clip/index.yaml", "Clip")]
    [InlineData(@".\\schemas\\Video.yaml", "Video")]
    [InlineData("schemas/all.yaml#/Video.Object", "Video.Object")]
    [InlineData("schemas/all.yaml#/a~1b/c%20d", "c_d")]
    [InlineData("schemas/all.yaml#/list/0", "list0")]
    [InlineData("schemas/../schemas/Taken.yaml", "TakenSchemas")]
    [InlineData("schemas/all.yaml#/taken", "takenAll")]
    public void A_component_is_called_as_Kiota_calls_a_model_or_as_the_file(string reference, string name)
    {
        _files.Write("openapi.yaml", Head + """
            paths: {/a: {get: {responses: {'200': {description: x, content: {application/json: {schema: {$ref: "REFERENCE"}}}}}}}}
            components: {schemas: {Taken: {type: integer}}}
            """.Replace("REFERENCE", reference, StringComparison.Ordinal));
        foreach (var file in new[] { "Video.yaml", "video task.yaml", "Clip/index.yaml", "Taken.yaml" })
        {
            _files.Write("schemas/" + file, "type: string");
        }

        _files.Write("schemas/video.schema.json", """{"type": "string"}""")
            .Write("schemas/all.yaml", "Video.Object: {type: string}\na/b: {c d: {type: string}}\nlist: [{type: string}]\ntaken: {type: string}");

        var root = _files.Bundle().Root;

        _files.Diagnostics.All.ShouldBeEmpty();
        root["components"]!["schemas"]![name]!.ToJsonString().ShouldBe("""{"type":"string"}""");
        root["paths"]!["/a"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!.ToString()
            .ShouldBe("#/components/schemas/" + name);
    }

    [Fact]
    public void The_targets_of_a_discriminator_are_followed_and_properties_called_like_fields_are_schemas()
    {
        _files.Write("openapi.yaml", Head + "paths: {}\ncomponents: {schemas: {Pet: {$ref: pet.yaml}}}")
            .Write("pet.yaml", """
            discriminator: {propertyName: kind, mapping: {cat: 'cat.yaml', dog: './dogs.yaml#/Dog', me: '#'}}
            properties: {parameters: {$ref: cat.yaml}, example: {$ref: cat.yaml}, paths: {$ref: cat.yaml}}
            example: {$ref: not-a-reference.yaml}
            """)
            .Write("cat.yaml", "type: object").Write("dogs.yaml", "Dog: {allOf: [{$ref: pet.yaml}]}");

        var schemas = _files.Bundle().Root["components"]!["schemas"]!;

        _files.Diagnostics.All.ShouldBeEmpty();
        schemas["Pet"]!["discriminator"]!["mapping"]!.ToJsonString()
            .ShouldBe("""{"cat":"#/components/schemas/cat","dog":"#/components/schemas/Dog","me":"#/components/schemas/Pet"}""");
        schemas["Pet"]!["properties"]!.AsObject().ShouldAllBe(p => p.Value!["$ref"]!.ToString() == "#/components/schemas/cat");
        schemas["Dog"]!.ToJsonString().ShouldBe("""{"allOf":[{"$ref":"#/components/schemas/Pet"}]}""");
    }

    [Fact]
    public void Swagger_has_its_own_sections()
    {
        _files.Write(
            "openapi.yaml", "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {parameters: [{$ref: 'p.yaml#/Id'}], responses: "
                + "{'200': {description: x, schema: {$ref: Video.yaml}}}}}}")
            .Write("p.yaml", "Id: {name: id, in: query, type: string}").Write("Video.yaml", "type: object");

        var root = _files.Bundle().Root;

        root["parameters"]!.ToJsonString().ShouldBe("""{"Id":{"name":"id","in":"query","type":"string"}}""");
        root["definitions"]!.ToJsonString().ShouldBe("""{"Video":{"type":"object"}}""");
        root["paths"]!["/a"]!["get"]!["responses"]!["200"]!["schema"]!["$ref"]!.ToString().ShouldBe("#/definitions/Video");
    }

    [Fact]
    public void A_part_that_means_its_documents_components_gets_them()
    {
        _files.Write("openapi.yaml", Head + "paths: {/a: {$ref: a.yaml}}\ncomponents: {schemas: {Video: {type: object}}}")
            .Write(
                "a.yaml", "get: {responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Video'}}}}}}");

        _files.Check().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://x.example/y.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData("//x.example/y.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData("file:///etc/passwd", "openapi.yaml(3): Error VTG012")]
    [InlineData("/etc/hosts.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData("../outside.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData("%2e%2e/outside.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData("..\\\\outside.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData("link.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData("linked/outside.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData(".git/a.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData("node_modules/a.yaml", "openapi.yaml(3): Error VTG012")]
    [InlineData("a.txt", "openapi.yaml(3): Error VTG012")]
    [InlineData("a.yaml?x=1", "openapi.yaml(3): Error VTG012")]
    [InlineData("a.yaml#/circle", "openapi.yaml(3): Error VTG012")]
    [InlineData("none.yaml", "openapi.yaml(3): Error VTG020")]
    [InlineData("A.yaml", "openapi.yaml(3): Error VTG020")]
    [InlineData("a.yaml#/none", "openapi.yaml(3): Error VTG010")]
    [InlineData("a.yaml#/broken", "a.yaml(2): Error VTG020")]
    [InlineData("bad.yaml", "bad.yaml(1): Error VTG002")]
    public void What_cannot_be_followed_is_told_at_its_place(string reference, string expected)
    {
        _files.Write("openapi.yaml", Head + $"paths: {{/a: {{get: {{responses: {{'200': {{$ref: \"{reference}\"}}}}}}}}}}")
            .Write("../outside.yaml", "description: secret")
            .Write(
                "a.yaml", "circle: {$ref: '#/circle'}\nbroken: {description: x, headers: {H: {$ref: gone.yaml}}, content: {a/b: {schema: {$ref: "
                    + "deeper/gone.yaml}}}}")
            .Write("bad.yaml", "a: [").Write("a.txt", "a: b");
        File.CreateSymbolicLink(_files.PathOf("link.yaml"), _files.PathOf("../outside.yaml"));
        Directory.CreateSymbolicLink(_files.PathOf("linked"), _files.PathOf(".."));

        var told = _files.Check();

        told.ShouldContain(expected);
        told.Where(t => t.Contains("Error", StringComparison.Ordinal)).ShouldBe([expected]);
        _files.Diagnostics.All.ShouldNotContain(d => d.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_within_the_folder_is_followed()
    {
        _files.Write("openapi.yaml", Head + "paths: {/a: {$ref: link.yaml}}").Write("a.yaml", "get: {responses: {}}");
        File.CreateSymbolicLink(_files.PathOf("link.yaml"), "a.yaml");

        _files.Check().ShouldBeEmpty();
    }

    [Fact]
    public void Parts_that_hold_each_other_are_cut()
    {
        _files.Write("openapi.yaml", Head + "paths: {/a: {$ref: a.yaml}}")
            .Write("a.yaml", "summary: x\n$ref: b.yaml").Write("b.yaml", "description: y\n$ref: a.yaml");

        var document = _files.Bundle();

        _files.Diagnostics.All.ShouldHaveSingleItem().Descriptor.ShouldBe(DiagnosticDescriptors.ReferenceCycle);
        document.Root["paths"]!["/a"]!.ToJsonString().ShouldBe("""{"summary":"x","description":"y"}""");
    }

    [Fact]
    public void What_it_may_cost_is_limited()
    {
        _files.Write("openapi.yaml", Head + "paths: {/a: {$ref: a.yaml}, /b: {$ref: b.yaml}, /c: {$ref: a.yaml}}")
            .Write("a.yaml", "get: {responses: {'200': {description: x}}}").Write("b.yaml", "get: {responses: {}}");

        LoadLimits[] all = [new() { Parts = 1 }, new() { PartsSize = 50 }, new() { AliasedNodes = 8 }, new() { Depth = 5 }];
        foreach (var limits in all)
        {
            using var files = new BundledFiles();
            foreach (var name in new[] { "openapi.yaml", "a.yaml", "b.yaml" })
            {
                files.Write(name, File.ReadAllText(_files.PathOf(name)));
            }

            files.Bundle(limits);

            files.Diagnostics.All.ShouldHaveSingleItem().ToString().ShouldContain("error VTG005");
        }
    }
}
