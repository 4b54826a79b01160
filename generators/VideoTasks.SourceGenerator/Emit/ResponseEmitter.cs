using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.Emit.CodeWriter;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes how typed models are read into canonical fields.</summary>
internal static class ResponseEmitter
{
    private const string Operation = "global::VideoTasks.Vendors.VideoOperation";
    private const string Fields = "global::VideoTasks.Vendors.VideoTaskFields";
    private const string Values = "global::VideoTasks.Mapping.VideoTaskValues";
    private const string Node = "global::Microsoft.Kiota.Abstractions.Serialization.IParseNode";

    public static void Write(CodeWriter code, VendorModel vendor, ClientModel client)
    {
        var readers = new List<(string Role, ClientOperation Typed)>();
        for (var i = 0; i < vendor.Operations.Count; i++)
        {
            if (client.Operations[i] is { Missing: null, AnswerType: not null, Readings.Count: > 0 } typed)
            {
                readers.Add((vendor.Operations[i].Role, typed));
            }
        }

        code.Line().Line("/// <inheritdoc/>");
        code.Block($"public override {Fields} ReadTyped({Operation} operation, {Node} body)", () =>
        {
            code.Block("var fields = operation switch", () =>
            {
                readers.ForEach(r => code.Line($"{Operation}.{r.Role} => Read{r.Role}(body),"));
                code.Line($"_ => new {Fields}(),");
            }, "};");
            code.Line("AdjustFields(operation, body, fields);").Line("return fields;");
        });

        foreach (var (role, typed) in readers)
        {
            code.Line();
            WriteReader(code, vendor, role, typed);
        }

        if (readers.Exists(r => r.Typed.Readings.Any(x => x.Expression.Contains("First(") || x.Parts.Any(p => p.Contains("First(")))))
        {
            code.Line().Line("private static T? First<T>(global::System.Collections.Generic.IEnumerable<T>? items) => items is null ? default : global::System.Linq.Enumerable.FirstOrDefault(items);");
        }

        foreach (var type in client.ReadEnums)
        {
            code.Line();
            WriteWords(code, type);
        }
    }

    private static void WriteReader(CodeWriter code, VendorModel vendor, string role, ClientOperation typed) =>
        code.Block($"private static {Fields} Read{role}({Node} body)", () =>
        {
            code.Line($"var model = body.GetObjectValue<{typed.AnswerType}>({typed.AnswerType}.CreateFromDiscriminatorValue);");
            code.Block("if (model is null)", () => code.Line($"return new {Fields}();"));
            code.Line();
            code.Block($"return new {Fields}", () =>
            {
                // A body may have a size and a width: the width is what counts.
                foreach (var target in typed.Readings.SelectMany(r => Assignments(vendor, r)).GroupBy(a => a.Target))
                {
                    code.Line($"{target.Key} = {string.Join(" ?? ", target.OrderBy(t => t.Rank).Select(t => t.Value))},");
                }
            }, "};");
        });

    private static IEnumerable<(string Target, int Rank, string Value)> Assignments(VendorModel vendor, ClientReading reading)
    {
        var unit = vendor.Units.FirstOrDefault(u => u.Name == reading.Field)?.Value;
        var withUnit = unit is null ? reading.Expression : $"{reading.Expression}, {Literal(unit)}";
        switch (reading.Field)
        {
            case "Id" or "Status" or "Model" or "Prompt":
                yield return (reading.Field, 0, $"{Values}.Text({reading.Expression})");
                break;
            case "VideoUrl":
                yield return ("VideoUrl", 0, $"{Values}.Text({reading.Expression})");
                break;
            case "CreatedAt" or "CompletedAt" or "ExpiresAt":
                yield return (reading.Field, 0, $"{Values}.Time({withUnit})");
                break;
            case "Progress" or "Duration":
                yield return (reading.Field, 0, $"{Values}.{reading.Field}({withUnit})");
                break;
            case "Size":
                yield return ("Width", 1, $"{Values}.Size({reading.Expression})?.Width");
                yield return ("Height", 1, $"{Values}.Size({reading.Expression})?.Height");
                break;
            case "Width" or "Height":
                yield return (reading.Field, 0, $"{Values}.Pixels({reading.Expression})");
                break;
            case "Error":
                yield return ("Error", 0, reading.Kind == "String"
                    ? $"{Values}.Error({reading.Expression})"
                    : $"{Values}.Error({string.Join(", ", reading.Parts.Select(p => p.Length == 0 ? "null" : p))})");
                break;
        }
    }

    private static void WriteWords(CodeWriter code, ClientEnum type)
    {
        code.Block($"private static string? Word({type.Type}? value) => value switch", () =>
        {
            foreach (var member in type.Members)
            {
                code.Line($"{type.Type}.@{member.Name} => {Literal(member.Value)},");
            }

            code.Line("_ => null,");
        }, "};");
    }
}
