using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Reporting;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>Defaults that a model of Kiota's can't have: they make code that doesn't compile, or that fails when a model is created.</summary>
internal sealed class DefaultCheck(SchemaGraph graph, Findings findings)
{
    private static readonly Dictionary<string, string[]> Patterns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = ["yyyy-MM-dd"],
        ["date-time"] = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"],
        ["time"] = ["HH:mm:ss", "HH:mm"],
    };

    // Types that code has no literal for.
    private static readonly HashSet<string> WithoutLiteral = new(["duration", "byte", "binary", "base64url"], StringComparer.OrdinalIgnoreCase);

    public void Apply(IEnumerable<JsonObject> schemas)
    {
        foreach (var schema in schemas)
        {
            if (schema["default"] is { } value && Fault(schema, value) is { } fault)
            {
                findings.Report(DiagnosticDescriptors.DefaultLeftOut, value, value.ToString(), fault);
                schema.Remove("default");
            }
        }
    }

    private string? Fault(JsonObject schema, JsonNode value)
    {
        if (Plain(schema) is not { } plain)
        {
            return "only a plain value has one";
        }

        if (plain.Array("enum") is { } words && words.Any(static w => !string.IsNullOrEmpty(w.AsText())))
        {
            return !words.Any(w => w.AsScalar() == value.AsScalar()) ? "it is none of the enum"
                : EnumNames.NameOf(plain, value.AsScalar()!) is null ? null : "the word has another name in code";
        }

        var type = plain["type"] is JsonArray list ? list.Select(static t => t.AsText()).FirstOrDefault(static t => t != "null") : plain.Text("type");
        return value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => type == "boolean" ? null : $"the type is {type ?? "not said"}",
            JsonValueKind.Number => type switch
            {
                "number" => null,
                "integer" => double.IsInteger(value.AsNumber() ?? 0.5) ? null : "the type is integer",
                _ => $"the type is {type ?? "not said"}",
            },
            _ => type == "string" ? FaultOfText(value.AsText()!, plain.Text("format")) : $"the type is {type ?? "not said"}",
        };
    }

    private static string? FaultOfText(string text, string? format)
    {
        if (format is null)
        {
            return null;
        }

        var isValid = Patterns.TryGetValue(format, out var patterns)
            ? DateTimeOffset.TryParseExact(text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            : format.Equals("uuid", StringComparison.OrdinalIgnoreCase) ? Guid.TryParse(text, out _) : !WithoutLiteral.Contains(format);
        return isValid ? null : $"the format is {format}";
    }

    // What the schema says about its values, when that is neither an object nor a composition.
    private JsonObject? Plain(JsonObject schema)
    {
        var plain = graph.FollowChoice(schema);
        return plain["properties"] is null
            && plain["items"] is null
            && plain["additionalProperties"] is not JsonObject
            && !graph.EdgesOf(plain).Any() ? plain : null;
    }
}
