using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VideoTasks.Build.Tests.Recognition;

/// <summary>
/// The shape of a vendor's document in a few lines, each an operation: <c>METHOD /path (deprecated) "summary" 'description' ?query! &lt; body &gt;
/// answer</c>. A shape is a list of
/// <c>name</c>, <c>name:type</c>, <c>name!</c> (required), <c>name(word|word)</c>, <c>name{…}</c>, <c>name[]</c> and <c>name[]{…}</c>, or a media
/// type. Lines with <c>=</c> are the operations
/// that are recognised, lines with <c>!</c> what is said.
/// </summary>
internal sealed partial class ConventionDocument
{
    private readonly List<string> _operations = [];
    private readonly List<string> _problems = [];

    private ConventionDocument(string name, IEnumerable<string> lines)
    {
        Name = name;
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            switch (line[0])
            {
                case '#':
                    break;
                case '=':
                    _operations.Add(line[1..].Trim());
                    break;
                case '!':
                    _problems.Add(line[1..].Trim());
                    break;
                default:
                    Add(line);
                    break;
            }
        }
    }

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Documents", "Conventions");

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    public string Name { get; }

    /// <summary>The document.</summary>
    public JsonObject Root { get; } = new()
    {
        ["openapi"] = "3.0.0",
        ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }),
        ["paths"] = new JsonObject(),
        ["components"] =
            new JsonObject { ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } } },
    };

    public IReadOnlyList<string> Operations => _operations;

    public IReadOnlyList<string> Problems => _problems;

    public static ConventionDocument Load(string name) => LoadFile(Path.Combine(Folder, name + ".txt"));

    public static ConventionDocument LoadFile(string file) => new(Path.GetFileNameWithoutExtension(file), File.ReadLines(file));

    public static ConventionDocument Parse(string name, IEnumerable<string> lines) => new(name, lines);

    private void Add(string line)
    {
        var match = Line().Match(line);
        match.Success.ShouldBeTrue($"{Name}: {line}");
        var (path, body, answer) = (match.Groups["path"].Value, match.Groups["body"], match.Groups["answer"]);
        var operation =
            new JsonObject
            {
                ["summary"] = match.Groups["summary"].Value,
                ["description"] = match.Groups["prose"].Value,
                ["parameters"] = new JsonArray(),
                ["responses"] = new JsonObject(),
                ["deprecated"] = match.Groups["deprecated"].Success,
            };
        foreach (Capture parameter in match.Groups["parameter"].Captures)
        {
            var (name, schema) = Property(parameter.Value.TrimEnd('!'));
            var isPath = path.Contains($"{{{name}}}", StringComparison.Ordinal);
            operation["parameters"]!.AsArray()
                .Add(
                    new JsonObject { ["name"] = name, ["in"] = isPath ? "path" : "query", ["required"] = isPath
                        || parameter.Value.EndsWith('!'), ["schema"] = schema });
        }

        if (body.Success)
        {
            operation["requestBody"] = new JsonObject { ["content"] = Content(body.Value) };
        }

        operation["responses"]!["200"] =
            new JsonObject { ["description"] = "ok", ["content"] = answer.Success ? Content(answer.Value) : new JsonObject() };
        var paths = Root["paths"]!;
        paths[path] ??= new JsonObject();
        paths[path]![match.Groups["method"].Value.ToLowerInvariant()] = operation;
    }

    private static JsonObject Content(string shape) => shape.Trim() is var text && MediaType().IsMatch(text)
        ? new JsonObject { [text] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } } }
        : new JsonObject { ["application/json"] = new JsonObject { ["schema"] = text.StartsWith("[]", StringComparison.Ordinal)
        ? Property(text).Schema
        : Object(text) } };

    private static JsonObject Object(string shape)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var token in Split(shape))
        {
            var (name, schema) = Property(token.TrimEnd('!'));
            properties[name] = schema;
            if (token.EndsWith('!'))
            {
                required.Add(name);
            }
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required };
    }

    private static (string Name, JsonObject Schema) Property(string token)
    {
        var end = token.AsSpan().IndexOfAny("[{:(");
        var (name, rest) = end < 0 ? (token, "") : (token[..end], token[end..]);
        var isArray = rest.StartsWith("[]", StringComparison.Ordinal);
        rest = isArray ? rest[2..] : rest;
        var schema = rest switch
        {
            ['{', .. var inner, '}'] => Object(inner),
            ['(', .. var words, ')'] =>
                new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Split('|').Select(w => (JsonNode?)w)]) },
            ":file" => new JsonObject { ["type"] = "string", ["format"] = "binary" },
            [':', .. var type] => new JsonObject { ["type"] = type },
            _ => new JsonObject { ["type"] = "string" },
        };
        return (name, isArray ? new JsonObject { ["type"] = "array", ["items"] = schema } : schema);
    }

    private static IEnumerable<string> Split(string shape)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= shape.Length; i++)
        {
            depth += i == shape.Length ? 0 : shape[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (i == shape.Length || (depth == 0 && shape[i] == ' '))
            {
                if (i > start)
                {
                    yield return shape[start..i];
                }

                start = i + 1;
            }
        }
    }

    [GeneratedRegex(
        """^(?<method>[A-Z]+) (?<path>/\S*)(?<deprecated> \(deprecated\))?(?: "(?<summary>[^"]*)")?(?: '(?<prose>[^']*)')?(?: \?(?<parameter>\S+))*(?: < (?<body>[^<>]+?))?(?: > (?<answer>[^<>]+))?$""",
        RegexOptions.CultureInvariant,
        2000)]
    private static partial Regex Line();

    [GeneratedRegex("^[a-z]+/[a-z0-9.+-]+$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex MediaType();
}
