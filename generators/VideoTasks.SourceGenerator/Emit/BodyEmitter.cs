using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.CSharp;
using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.CSharp.CSharpLiteral;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes the requests that start a task, with their bodies.</summary>
internal static class BodyEmitter
{
    public static void Write(CodeWriter code, BoundOperation operation, ClientType client)
    {
        code.Line($"var body = {LibraryNames.RequestBody}.Create(Description, operation, request, arguments.Id);");
        WriteInformation(code, operation, client);
        if (operation.Description.Request.Any(r => r.Location == ParameterLocation.Query))
        {
            code.Line("body.WriteQuery(information);");
        }

        if (operation.Description.Request.Any(r => r.Location == ParameterLocation.Header))
        {
            code.Line("body.WriteHeaders(information);");
        }
    }

    private static void WriteInformation(CodeWriter code, BoundOperation operation, ClientType client)
    {
        if (operation.Typed is not { } typed)
        {
            code.Line($"information = {Calls.ByPath(operation)};").Line("body.Write(information);");
            return;
        }

        var call = Calls.Typed(operation, typed, client);
        switch (typed.Body)
        {
            case null:
                code.Line($"information = {call}();").Line("body.Write(information);");
                break;
            case { IsMultipart: true }:
                code.Line($"information = {call}(body.ToMultipart(adapter));").Line("body.Write(information);");
                break;
            default:
                WriteModel(code, typed.Body);
                code.Line($"information = {call}(model);");
                code.Block("if (body.IsMultipart)", () => code.Line("body.Write(information);"));
                break;
        }
    }

    public static void WriteParser(CodeWriter code, ClientEnum type) =>
        code.Block($"private static bool Parse(string word, out {type.Type} value)", () =>
            code.Block("switch (word)", () =>
            {
                foreach (var member in type.Members.GroupBy(m => m.Word).Select(g => g.First()))
                {
                    code.Line($"case {Literal(member.Word)}:").Line($"    value = {type.Type}.@{member.Member};").Line("    return true;");
                }

                code.Line("default:").Line("    value = default;").Line("    return false;");
            }));

    private static void WriteModel(CodeWriter code, TypedBody body)
    {
        code.Line($"var model = new {body.Type}();");
        code.Block("if (!body.IsMultipart)", () =>
        {
            var number = 0;
            foreach (var member in body.Members)
            {
                number++;
                if (member.Kind == MemberKind.Enum)
                {
                    var condition =
                        $"body.TryPeek({Literal(member.Name)}, out var value{number}) && Parse(value{number}!, out {member.EnumType} parsed{number})";
                    code.Block($"if ({condition})", () =>
                        code.Line($"model.@{member.Property} = parsed{number};").Line($"body.Drop({Literal(member.Name)});"));
                }
                else if (TypeOf(member.Kind) is { } type)
                {
                    code.Block(
                        $"if (body.TryTake({Literal(member.Name)}, out {type} value{number}))", () => code.Line(
                            $"model.@{member.Property} = value{number};"));
                }
            }

            // What goes into the additional data must not stand beside a default of the model.
            foreach (var property in body.Properties)
            {
                code.Block(
                    $"if (model.@{property.Name} is not null && body.Has({Literal(property.Member)}))",
                    () => code.Line($"model.@{property.Name} = null;"));
            }

            code.Line("body.MoveRest(model.AdditionalData);");
        });
    }

    private static string? TypeOf(MemberKind kind) => kind switch
    {
        MemberKind.Text => "string?",
        MemberKind.Int32 => "int",
        MemberKind.Int64 => "long",
        MemberKind.Double => "double",
        MemberKind.Boolean => "bool",
        _ => null,
    };
}
