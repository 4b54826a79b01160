using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.CSharp;
using VideoTasks.SourceGenerator.Model;
using VideoTasks.Generated;
using static VideoTasks.SourceGenerator.CSharp.CSharpLiteral;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes how typed models are read into canonical fields.</summary>
internal static class ResponseEmitter
{
    private const string Values = LibraryNames.TaskValues;

    public static void Write(CodeWriter code, BoundVendor vendor)
    {
        var readers = vendor.Operations.Where(o => o.Answer is not null).ToList();
        code.Line().Line("/// <inheritdoc/>");
        code.Block($"public override {LibraryNames.TaskFields} ReadTyped({LibraryNames.Operation} operation, {LibraryNames.ParseNode} body)", () =>
        {
            code.Block("var fields = operation switch", () =>
            {
                readers.ForEach(r => code.Line($"{LibraryNames.Operation}.{r.Role} => Read{r.Role}(body),"));
                code.Line($"_ => new {LibraryNames.TaskFields}(),");
            }, "};");
            code.Line("AdjustFields(operation, body, fields);").Line("return fields;");
        });

        foreach (var reader in readers)
        {
            code.Line();
            WriteReader(code, vendor.Description, reader.Role, reader.Answer!);
        }

        if (readers.SelectMany(r => r.Answer!.Readings).SelectMany(ValuesOf).SelectMany(v => v.Steps).Any(s => s.Property is null))
        {
            const string items = "global::System.Collections.Generic.IEnumerable<T>? items";
            code.Line()
                .Line($"private static T? First<T>({items}) => items is null ? default : global::System.Linq.Enumerable.FirstOrDefault(items);");
        }

        foreach (var type in vendor.ReadEnums)
        {
            code.Line();
            WriteWords(code, type);
        }
    }

    private static IEnumerable<TypedValue> ValuesOf(TypedReading reading) =>
        new[] { reading.Value, reading.ErrorCode, reading.ErrorType }.OfType<TypedValue>();

    private static void WriteReader(CodeWriter code, VendorDescription vendor, VideoRole role, TypedAnswer answer) =>
        code.Block($"private static {LibraryNames.TaskFields} Read{role}({LibraryNames.ParseNode} body)", () =>
        {
            code.Line($"var model = body.GetObjectValue<{answer.Type}>({answer.Type}.CreateFromDiscriminatorValue);");
            code.Block("if (model is null)", () => code.Line($"return new {LibraryNames.TaskFields}();"));
            code.Line();
            code.Block($"return new {LibraryNames.TaskFields}", () =>
            {
                // A body may have a size and a width: the width is what counts.
                foreach (var target in answer.Readings.SelectMany(r => Assignments(vendor, r)).GroupBy(a => a.Target))
                {
                    code.Line($"{target.Key} = {string.Join(" ?? ", target.OrderBy(t => t.Rank).Select(t => t.Value))},");
                }
            }, "};");
        });

    private static IEnumerable<(VideoTaskField Target, int Rank, string Value)> Assignments(VendorDescription vendor, TypedReading reading)
    {
        var value = Expression(reading.Value);
        switch (reading.Field.KindOf())
        {
            case VideoTaskFieldKind.Size:
                yield return (VideoTaskField.Width, 1, $"{Values}.Size({value})?.Width");
                yield return (VideoTaskField.Height, 1, $"{Values}.Size({value})?.Height");
                break;
            case VideoTaskFieldKind.Error when reading.IsErrorObject:
                yield return (reading.Field, 0, $"{Values}.Error({Expression(reading.ErrorCode)}, {value}, {Expression(reading.ErrorType)})");
                break;
            case VideoTaskFieldKind.Id or VideoTaskFieldKind.Url:
                yield return (reading.Field, 0, $"{Values}.Text({value})");
                break;
            case var kind:
                yield return (reading.Field, 0, $"{Values}.{kind}({value}{UnitEmitter.Argument(vendor, reading.Field)})");
                break;
        }
    }

    private static string Expression(TypedValue? value)
    {
        if (value is null)
        {
            return "null";
        }

        var expression = "model";
        foreach (var step in value.Steps)
        {
            expression = step.Property is null ? $"First({expression})" : $"{expression}{(expression == "model" ? "." : "?.")}@{step.Property}";
        }

        return value.EnumType is null ? expression : $"Word({expression})";
    }

    private static void WriteWords(CodeWriter code, ClientEnum type) =>
        code.Block($"private static string? Word({type.Type}? value) => value switch", () =>
        {
            foreach (var member in type.Members)
            {
                code.Line($"{type.Type}.@{member.Member} => {Literal(member.Word)},");
            }

            code.Line("_ => null,");
        }, "};");
}
