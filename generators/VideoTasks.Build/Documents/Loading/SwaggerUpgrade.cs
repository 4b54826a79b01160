using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>
/// A Swagger 2.0 document in the form of OpenAPI 3.0, for what reads the document itself rather than a model of it. Each part keeps its place.
/// </summary>
internal sealed class SwaggerUpgrade
{
    private static readonly (string From, string To)[] Moved =
    [
        ("#/definitions/", "#/components/schemas/"), ("#/parameters/", "#/components/parameters/"), ("#/responses/", "#/components/responses/"),
    ];

    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];
    private static readonly string[] ParameterKeywords =
        ["name", "in", "description", "required", "deprecated", "example", "style", "explode", "allowEmptyValue"];

    private readonly JsonObject _root;
    private readonly SourceMap _positions;

    private SwaggerUpgrade(JsonObject root, SourceMap positions) => (_root, _positions) = (root, positions);

    /// <summary>The document itself, or an upgraded copy of it when it is Swagger 2.0.</summary>
    public static SourceDocument Apply(SourceDocument source)
    {
        if (source.Root["swagger"] is null || source.Root.ContainsKey("openapi"))
        {
            return source;
        }

        var root = (JsonObject)source.Positions.Clone(source.Root)!;
        new SwaggerUpgrade(root, source.Positions).Run();
        return source with { Root = root };
    }

    private void Run()
    {
        _root.Remove("swagger");
        _root["openapi"] = "3.0.0";
        Rewrite(_root);
        WriteServers();
        var (consumes, produces) = (Media(_root["consumes"]), Media(_root["produces"]));
        foreach (var (_, item) in (_root["paths"] as JsonObject)?.ToList() ?? [])
        {
            if (item is JsonObject pathItem)
            {
                Upgrade(pathItem, consumes, produces);
            }
        }

        var components = new JsonObject();
        Move("definitions", components, "schemas");
        Move("parameters", components, "parameters");
        Move("responses", components, "responses");
        Move("securityDefinitions", components, "securitySchemes");
        foreach (var (_, response) in (components["responses"] as JsonObject)?.ToList() ?? [])
        {
            UpgradeResponse(response as JsonObject, produces);
        }

        foreach (var (_, scheme) in (components["securitySchemes"] as JsonObject)?.ToList() ?? [])
        {
            UpgradeScheme(scheme as JsonObject);
        }

        _root["components"] = components;
    }

    private static void UpgradeScheme(JsonObject? scheme)
    {
        if (scheme?["type"]?.ToString() == "basic")
        {
            scheme["type"] = "http";
            scheme["scheme"] = "basic";
        }
        else if (scheme?["type"]?.ToString() == "apiKey"
            && scheme["name"]?.ToString() is { } name
            && name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            && scheme["description"] is null)
        {
            // Swagger 2.0 has no bearer scheme: this is how it is written there.
            scheme["type"] = "http";
            scheme["scheme"] = "bearer";
        }
    }

    private static void Rewrite(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            if (map["$ref"] is JsonValue value
                && value.TryGetValue<string>(out var reference)
                && reference.StartsWith("#/", StringComparison.Ordinal))
            {
                foreach (var (from, to) in Moved)
                {
                    if (reference.StartsWith(from, StringComparison.Ordinal))
                    {
                        map["$ref"] = to + reference[from.Length..];
                    }
                }
            }

            foreach (var (_, child) in map)
            {
                Rewrite(child);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Rewrite(item);
            }
        }
    }

    private void WriteServers()
    {
        if (_root["host"]?.ToString() is { Length: > 0 } host)
        {
            var scheme = Media(_root["schemes"]) is { Count: > 0 } schemes && !schemes.Contains("https") ? schemes[0] : "https";
            var path = _root["basePath"]?.ToString() ?? "";
            _root["servers"] = new JsonArray(new JsonObject { ["url"] = $"{scheme}://{host}{(path is "/" ? "" : path)}" });
        }
        else if (_root["basePath"]?.ToString() is { Length: > 0 } path)
        {
            _root["servers"] = new JsonArray(new JsonObject { ["url"] = path });
        }
    }

    private void Upgrade(JsonObject item, List<string> consumes, List<string> produces)
    {
        var shared = Split(item["parameters"] as JsonArray);
        foreach (var method in Methods)
        {
            if (item[method] is not JsonObject operation)
            {
                continue;
            }

            var own = Split(operation["parameters"] as JsonArray);
            var body = own.Body ?? shared.Body;
            var forms = own.Forms.Count > 0 ? own.Forms : shared.Forms;
            var media = Media(operation["consumes"]) is { Count: > 0 } consumed ? consumed : consumes;
            if (body?["schema"] is { } schema)
            {
                operation["requestBody"] =
                    Place(new JsonObject { ["content"] = Content(media.Count > 0 ? media : ["application/json"], schema) }, body);
            }
            else if (forms.Count > 0)
            {
                operation["requestBody"] = Form(forms, media);
            }

            operation["parameters"] = new JsonArray([.. own.Others]);
            var answered = Media(operation["produces"]) is { Count: > 0 } produced ? produced : produces;
            foreach (var (_, response) in (operation["responses"] as JsonObject)?.ToList() ?? [])
            {
                UpgradeResponse(response as JsonObject, answered);
            }
        }

        item["parameters"] = new JsonArray([.. shared.Others]);
    }

    private JsonObject Form(List<JsonObject> forms, List<string> media)
    {
        var properties = new JsonObject();
        foreach (var form in forms)
        {
            var schema = SchemaOf(form);
            if (schema["type"]?.ToString() == "file")
            {
                schema["type"] = "string";
                schema["format"] = "binary";
            }

            properties[form["name"]?.ToString() ?? ""] = schema;
        }

        var isMultipart = media.Exists(m => m.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            || forms.Exists(f => f["type"]?.ToString() == "file");
        return new JsonObject { ["content"] = Content(
            [
                isMultipart
                    ? "multipart/form-data"
                    : "application/x-www-form-urlencoded"], new JsonObject { ["type"] = "object", ["properties"] = properties }) };
    }

    private void UpgradeResponse(JsonObject? response, List<string> produces)
    {
        if (response is null || response.ContainsKey("$ref"))
        {
            return;
        }

        var examples = response["examples"] as JsonObject;
        if (response["schema"] is { } schema)
        {
            var isFile = schema["type"]?.ToString() == "file";
            var media = produces.Count > 0 ? produces : isFile ? ["application/octet-stream"] : (List<string>)["application/json"];
            response["content"] = Content(media, isFile ? new JsonObject { ["type"] = "string", ["format"] = "binary" } : schema);
        }
        else if (examples is { Count: > 0 })
        {
            response["content"] = new JsonObject([.. examples.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)new JsonObject()))]);
        }

        foreach (var (media, example) in examples?.ToList() ?? [])
        {
            if (response["content"]?[media] is JsonObject content)
            {
                content["example"] = _positions.Clone(example);
            }
        }

        response.Remove("schema");
        response.Remove("examples");
    }

    private JsonObject Content(List<string> media, JsonNode schema)
    {
        var content = new JsonObject();
        foreach (var type in media)
        {
            content[type] = new JsonObject { ["schema"] = _positions.Clone(schema) };
        }

        return content;
    }

    private (JsonObject? Body, List<JsonObject> Forms, List<JsonObject> Others) Split(JsonArray? parameters)
    {
        JsonObject? body = null;
        var (forms, others) = (new List<JsonObject>(), new List<JsonObject>());
        foreach (var written in (parameters ?? []).OfType<JsonObject>())
        {
            var known = written["$ref"] is JsonValue reference
                && JsonPointer.TryResolve(
                    _root, reference.ToString().Replace("#/components/parameters/", "#/parameters/", StringComparison.Ordinal), out var target)
                ? target as JsonObject
                : written;
            switch (known?["in"]?.ToString())
            {
                case "body":
                    body = known;
                    break;
                case "formData":
                    forms.Add(known!);
                    break;
                case null:
                    break;
                default:
                    others.Add(Parameter(known!));
                    break;
            }
        }

        return (body, forms, others);
    }

    private JsonObject Parameter(JsonObject parameter)
    {
        var upgraded = new JsonObject { ["schema"] = SchemaOf(parameter) };
        foreach (var (name, value) in parameter.Where(p => ParameterKeywords.Contains(p.Key) || p.Key.StartsWith("x-", StringComparison.Ordinal))
            .ToList())
        {
            upgraded[name] = _positions.Clone(value);
        }

        return Place(upgraded, parameter);
    }

    private JsonObject SchemaOf(JsonObject parameter)
    {
        var schema = new JsonObject();
        foreach (var (name, value) in parameter.Where(p => !ParameterKeywords.Contains(p.Key) || p.Key == "description").ToList())
        {
            schema[name] = _positions.Clone(value);
        }

        return Place(schema, parameter);
    }

    private JsonObject Place(JsonObject node, JsonNode like)
    {
        _positions.SetAs(node, like);
        return node;
    }

    private void Move(string from, JsonObject components, string to)
    {
        if (_root[from] is JsonObject map)
        {
            _root.Remove(from);
            components[to] = map;
        }
    }

    private static List<string> Media(JsonNode? node) => [.. (node as JsonArray ?? []).Select(n => n?.ToString()).OfType<string>()];
}
