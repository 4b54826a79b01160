using VideoTasks.SourceGenerator.Clients;
using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.Emit.CodeWriter;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes the requests that start a task, with their bodies.</summary>
internal static class CreateEmitter
{
    public static void Write(CodeWriter code, OperationModel operation, ClientOperation typed, ClientModel client, string builder)
    {
        var takesJson = operation.Bodies.Any(b => b.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0);
        var takesMultipart = operation.Bodies.Any(b => b.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));
        var takesForm = !takesJson && !takesMultipart && operation.Bodies.Any(b => b.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase));
        var forms = takesMultipart ? takesJson ? "JsonOrMultipart" : "Multipart" : takesForm ? "Form" : "Json";
        code.Line($"var body = global::VideoTasks.Requests.VideoRequestBody.Create(request, arguments.Id, {operation.Role}Fields, {operation.Role}Constants, global::VideoTasks.Requests.VideoRequestForms.{forms});");
        switch (typed.Body?.Kind)
        {
            case null:
                code.Line($"information = {builder}();").Line("body.Write(information);");
                break;
            case "Unsendable":
                code.Line(RequestEmitter.Register(client));
                code.Line("information = " + RequestEmitter.ByPath(operation)).Line("body.Write(information);");
                break;
            case "Multipart":
                code.Line($"information = {builder}(body.ToMultipart(adapter));");
                code.Line("body.Write(information);");
                break;
            case "Model" when typed.Body.HasAdditionalData && !takesForm:
                WriteModel(code, operation, typed.Body, builder);
                break;
            default:
                code.Line($"information = {builder}({RequestEmitter.Empty(typed.Body!)});").Line("body.Write(information);");
                break;
        }
    }

    private static void WriteModel(CodeWriter code, OperationModel operation, ClientBody body, string builder)
    {
        code.Line($"var model = new {body.Type}();");
        code.Block("if (!body.IsMultipart)", () =>
        {
            var number = 0;
            foreach (var name in Members(operation))
            {
                if (Find(body, name) is { } property && TypeName(property) is { } type)
                {
                    var value = $"value{++number}";
                    var condition = $"body.TryTake({Literal(name)}, out {type} {value})";
                    if (property.Kind == "Enum")
                    {
                        code.Block($"if (body.TryPeek({Literal(name)}, out var {value}) && Parse({value}!, out {property.Type} parsed{number}))", () =>
                            code.Line($"model.@{property.Name} = parsed{number};").Line($"body.Drop({Literal(name)});"));
                    }
                    else
                    {
                        code.Block($"if ({condition})", () => code.Line($"model.@{property.Name} = {value};"));
                    }
                }
            }

            // What goes into the additional data must not stand beside a default of the model.
            foreach (var property in body.Properties)
            {
                code.Block($"if (body.Has({Literal(property.Wire)}))", () => code.Line($"model.@{property.Name} = null;"));
            }

            code.Line("body.MoveRest(model.AdditionalData);");
        });
        code.Line($"information = {builder}(model);");
        code.Block("if (body.IsMultipart)", () => code.Line("body.Write(information);"));
    }

    /// <summary>The enums that the properties of the body are written as.</summary>
    public static IEnumerable<string> EnumsOf(OperationModel operation, ClientOperation typed) =>
        Members(operation).Select(m => Find(typed.Body, m)?.Type).OfType<string>();

    private static IEnumerable<string> Members(OperationModel operation) =>
        operation.Request.Select(r => r.Pointer).Concat(operation.Constants.Select(c => c.Name)).Select(p => (p.Split('/').ElementAtOrDefault(1) ?? "").Replace("~1", "/").Replace("~0", "~")).Distinct();

    private static ClientProperty? Find(ClientBody? body, string member) =>
        body?.Kind == "Model" && body.HasAdditionalData ? body.Properties.FirstOrDefault(p => p.Wire == SymbolNames.Squash(member)) : null;

    private static string? TypeName(ClientProperty property) => property.Kind switch
    {
        "String" => "string?",
        "Int32" => "int",
        "Int64" => "long",
        "Double" => "double",
        "Boolean" => "bool",
        "Enum" => property.Type,
        _ => null,
    };

    public static void WriteFields(CodeWriter code, OperationModel operation)
    {
        code.Block($"private static readonly global::VideoTasks.Requests.VideoRequestField[] {operation.Role}Fields =", () =>
        {
            foreach (var field in operation.Request)
            {
                var shapes = string.Join(", ", field.Shapes.Select(s => s.Model is null ? $"new({Literal(s.Shape)})" : $"new({Literal(s.Shape)}, {Literal(s.Model)})"));
                code.Line($"new({Literal(field.Name)}, {Literal(field.Pointer)}, {Literal(field.Type)}, {Literal(field.Separator)}, {Literal(field.Suffix)}, new global::VideoTasks.Requests.VideoInputShape[] {{ {shapes} }}),");
            }
        }, "};");
        code.Line();
        code.Block($"private static readonly (string Pointer, string Json)[] {operation.Role}Constants =", () =>
        {
            foreach (var constant in operation.Constants)
            {
                code.Line($"({Literal(constant.Name)}, {Literal(constant.Value)}),");
            }
        }, "};");
    }

    public static void WriteParser(CodeWriter code, ClientEnum type)
    {
        code.Block($"private static bool Parse(string word, out {type.Type} value)", () =>
        {
            code.Block("switch (word)", () =>
            {
                foreach (var member in type.Members.GroupBy(m => m.Value).Select(g => g.First()))
                {
                    code.Line($"case {Literal(member.Value)}:").Line($"    value = {type.Type}.@{member.Name};").Line("    return true;");
                }

                code.Line("default:").Line("    value = default;").Line("    return false;");
            });
        });
    }
}
