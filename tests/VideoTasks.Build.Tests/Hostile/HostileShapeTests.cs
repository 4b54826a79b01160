using System.Globalization;
using System.Text;
using VideoTasks.Build.Tests.Kiota;

namespace VideoTasks.Build.Tests.Hostile;

/// <summary>
/// Shapes that Kiota stops at, hangs in or makes code of that does not compile: each ends in a client or in an error, and none takes another along.
/// </summary>
public sealed class HostileShapeTests
{
    private static readonly string[] ClientNames =
    [
        "RequestInformation", "RequestConfiguration", "Method", "BaseRequestBuilder", "ApiClientBuilder", "IParsable", "ParsableFactory",
        "UntypedNode", "MultipartBody", "Date", "Time",
        "List", "Dictionary", "IDictionary", "Task", "Action", "Func", "Stream", "Guid", "DateTimeOffset", "Enum", "EnumMember",
        "EnumMemberAttribute", "Obsolete", "GeneratedCode",
        "Uri", "String", "Convert", "Exception", "Linq", "Microsoft", "Models", "Kiota", "QueryParameter", "QueryParameterAttribute",
        "RequestHeaders", "KeyValuePair", "Error",
    ];

    // What the operation of the document answers with, in YAML's flow style.
    private static readonly (string Name, string Schemas)[] Schemas =
    [
        ("allOf of itself", "A: {allOf: [{$ref: '#/components/schemas/A'}], properties: {x: {type: string}}}"),
        ("allOf in a ring of two", "A: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {x: {type: string}}}]}, B: {allOf: "
            + "[{$ref: '#/components/schemas/A'}, {type: object, properties: {y: {type: string}}}]}"),
        ("allOf in a ring of three", "A: {allOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}, B: {allOf: [{$ref: "
            + "'#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}, C: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: "
                + "'#/components/schemas/B'}]}"),
        ("oneOf of itself, twice", "A: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}"),
        ("oneOf of itself and an object", "A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {x: {type: string}}}]}"),
        ("anyOf and oneOf in a ring", "A: {anyOf: [{$ref: '#/components/schemas/B'}, {type: string}]}, B: {oneOf: [{$ref: "
            + "'#/components/schemas/A'}, {type: integer}]}"),
        ("a ring through allOf, a reference and oneOf", "A: {allOf: [{$ref: '#/components/schemas/B'}]}, B: {$ref: '#/components/schemas/C'}, C: "
            + "{oneOf: [{$ref: '#/components/schemas/A'}, {type: object}]}"),
        ("a reference to itself", "A: {$ref: '#/components/schemas/A'}"),
        ("references in a ring", "A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}"),
        ("an array of itself", "A: {type: array, items: {$ref: '#/components/schemas/A'}}"),
        ("a map of itself", "A: {type: object, additionalProperties: {$ref: '#/components/schemas/A'}}"),
        ("not of itself", "A: {type: object, not: {$ref: '#/components/schemas/A'}, properties: {x: {type: string}}}"),
        ("contradictions", "A: {type: object, enum: [a], properties: {a: {type: string}}, oneOf: [{type: string}], allOf: [{type: integer}]}"),
        ("a discriminator to nowhere", "A: {type: object, properties: {t: {type: string}}, discriminator: {propertyName: t, mapping: {a: "
            + "'#/components/schemas/A', b: nowhere}}}"),
        ("a discriminator without a property", "A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {mapping: {b: "
            + "'#/components/schemas/B'}}}, B: {type: object}"),
        ("a default that is no word of its enum", "A: {type: object, properties: {x: {type: string, enum: [a, b], default: c}}}"),
        ("a default of an object", "A: {type: object, properties: {x: {type: object, properties: {y: {type: string}}, default: {y: z}}}}"),
        ("defaults of other types", "A: {type: object, properties: {x: {type: integer, default: many}, y: {type: boolean, default: 7}, z: {type: "
            + "string, format: date-time, default: never}, w: {type: number, default: [1]}}}"),
        ("an enum of nothing, of null and of numbers", "A: {type: object, properties: {x: {type: string, enum: []}, y: {enum: [null]}, z: {type: "
            + "integer, enum: [1, 2]}, w: {enum: [1, a, null, true]}}}"),
        ("words that are one word in C#", "A: {type: object, properties: {x: {type: string, enum: ['a-b', 'a_b', 'a b', 'A B', '', '1', '_1']}}}"),
        ("properties that differ by case", "A: {type: object, properties: {id: {type: string}, ID: {type: integer}, Id: {type: boolean}, i_d: "
            + "{type: string}, i-d: {type: string}}}"),
        ("names of C#", "A: {type: object, properties: {class: {type: string}, Equals: {type: string}, GetType: {type: string}, additionalData: "
            + "{type: string}, A: {type: string}, string: {type: object, properties: {x: {type: string}}}}}"),
        ("names of Kiota and .NET", "A: {type: object, properties: {s: {$ref: '#/components/schemas/System'}, t: {$ref: "
            + "'#/components/schemas/Task'}, o: {$ref: '#/components/schemas/Object'}}}, System: {type: object, properties: {x: {type: string}}}, "
                + "Task: {type: object}, Object: {type: object, properties: {y: {type: string}}}"),
        ("names that the code of a client uses", "A: {type: object, properties: {"
            + string.Join(", ", ClientNames.Select(static (n, i) => $"p{i}: {{$ref: '#/components/schemas/{n}'}}"))
            + "}}, "
            + string.Join(", ", ClientNames.Select(
                static n => $"{n}: {{type: object, properties: {{x: {{type: string, enum: [a, b], deprecated: true}}, t: {{type: string, format: time}}, d: {{type: string, format: date}}, l: {{type: array, items: {{type: string}}}}, b: {{type: string, format: binary}}}}}}"))),
        ("an empty schema and schemas that are booleans", "A: {type: object, properties: {x: {}, y: true, z: false}, additionalProperties: false}"),
        ("types in lists", "A: {type: [object, 'null'], properties: {x: {type: [string, integer]}, y: {type: []}, z: {type: ['null']}}}"),
        ("keywords of other shapes", "A: {type: object, required: true, properties: {x: {type: string, maxLength: abc, deprecated: soon, "
            + "exclusiveMaximum: 100, minimum: '0'}, y: integer, z: {type: text, enum: a, format: 7}}}"),
        ("properties in a list", "A: {type: object, properties: [a, b], items: {type: string}, allOf: {type: object}}"),
    ];

    private static readonly (string Name, string Text)[] Documents =
    [
        .. Schemas.Select(static s => (s.Name, OfSchemas(s.Schemas))),
        .. Schemas.Select(static s => (s.Name + " (3.1)", OfSchemas(s.Schemas, "3.1.0"))),
        ("allOf that doubles", OfSchemas(Doubling("allOf", 200))),
        ("oneOf that doubles", OfSchemas(Doubling("oneOf", 200))),
        ("anyOf that doubles", OfSchemas(Doubling("anyOf", 60))),
        ("nesting over all limits", OfSchemas($"A: {Nested(150)}")),
        ("nesting of arrays", OfSchemas(
            $"A: {string.Concat(Enumerable.Repeat("{type: array, items: ", 100))}{{type: string}}{new string('}', 100)}")),
        ("a chain of components", OfSchemas(Chain(3000))),
        ("an enum of thousands", OfSchemas(
            "A: {type: object, properties: {x: {type: string, enum: ["
            + string.Join(", ", Enumerable.Range(0, 5000).Select(static i => $"w{i}")) + "]}}}")),
        ("a long path", OfPaths($"/{string.Concat(Enumerable.Repeat("a/", 500))}b")),
        ("a path of one long segment", OfPaths("/" + new string('a', 5000))),
        ("odd paths", OfPaths(
            "/v1/{a/b}",
            "/v1/{a<b}",
            "/v1/{a\\\"b}",
            "/v1/..",
            "/v1/-",
            "/v1//x",
            "/v1/{}",
            "/v1/{id",
            "/v1/x",
            "/v1/x/",
            "v1/y",
            "/v1/{a}{b}",
            "/v1/{a}-{b}.json",
            "/v1/$metadata",
            "/v1/x(id={id})")),
        ("paths that are members of builders", OfPaths(
            "/urlTemplate", "/v1/url_template", "/pathParameters", "/v1/requestAdapter", "/v1/toGetRequestInformation", "/v1/withUrl", "/v1/get")),
        ("an operation without answers", "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {}, post: {responses: {}}, put: "
            + "{responses: {'200': {}}}}}"),
        ("no info", "openapi: 3.0.3\npaths: {/a: {get: {responses: {'200': {description: d}}}}}"),
        ("no paths", "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents: {schemas: {A: {type: object}}}"),
        ("paths in a list", "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: [/a]"),
        ("everything null", "openapi: 3.0.3\ninfo: null\npaths: {/a: {get: null, post: {parameters: null, requestBody: null, responses: {'200': "
            + "null}}}}\ncomponents: null"),
        ("parameters that repeat and lack", "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {'/a/{id}': {get: {parameters: [{name: q, in: "
            + "query}, {name: q, in: query, schema: {type: string}}, {in: query}, {name: id}, {name: x, in: nowhere}], responses: {'200': "
                + "{description: d}}}}}"),
        ("not OpenAPI", "hello: world"),
        ("not YAML", "{"),
        ("another version", "openapi: 9.9.9\ninfo: {title: t, version: '1'}\npaths: {}"),
        ("a sound one", OfSchemas("A: {type: object, properties: {id: {type: string}}}")),
    ];

    [Fact]
    public void Each_ends_in_a_client_that_compiles_or_in_an_error()
    {
        var clients = ClientBatch.Generate(Documents);

        clients.Where(static c => !c.IsExplained).Select(static c => c.ToString()).ShouldBeEmpty();
        clients.Where(static c => c.Request is not null && c.Files is null)
            .Select(static c => c.ToString())
            .ShouldBeEmpty("Kiota makes a client of whatever preparation lets through");
        clients.Single(static c => c.Name == "a sound one").Files.ShouldNotBeNull();
        foreach (var file in clients.SelectMany(static c => c.Files ?? []))
        {
            file.Path.Split('/').ShouldAllBe(static part => part.Length > 0 && part.Length <= 250 && part != "." && part != "..");
        }

        ClientBatch.Faults(clients).ShouldBeEmpty();
    }

    private static string OfSchemas(string schemas, string version = "3.0.3") => $$"""
        openapi: {{version}}
        info: {title: t, version: "1"}
        paths:
          /a:
            get:
              responses:
                "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"} } } }
                "400": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"} } } }
        components: {schemas: { {{schemas}} } }
        """;

    private static string OfPaths(params string[] paths) => "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n"
        + string.Concat(paths.Select(static p => $"  \"{p}\": {{get: {{responses: {{'200': {{description: d}}}}}}}}\n"));

    private static string Doubling(string keyword, int levels) => string.Join(
        ", ",
        Enumerable.Range(1, levels)
            .Select(
                i => string.Create(
                    CultureInfo.InvariantCulture,
                    $"S{i}: {{{keyword}: [{{$ref: '#/components/schemas/S{i - 1}'}}, {{$ref: '#/components/schemas/S{i - 1}'}}]}}"))
            .Append("S0: {type: object, properties: {x: {type: string}}}").Append($"A: {{{keyword}: [{{$ref: '#/components/schemas/S{levels}'}}]}}"));

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("{type: object, properties: {p: ", depth)) + "{type: string}" + new string('}', 2 * depth);

    private static string Chain(int length)
    {
        var text = new StringBuilder("A: {type: object, properties: {next: {$ref: '#/components/schemas/S0'}}}");
        for (var i = 0; i < length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $", S{i}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/S{i + 1}'}}}}}}");
        }

        return text.Append(CultureInfo.InvariantCulture, $", S{length}: {{type: object}}").ToString();
    }
}
