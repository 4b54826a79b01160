using VideoTasks.SourceGenerator.Clients;
using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.Emit.CodeWriter;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes how requests are built with the typed client.</summary>
internal static class RequestEmitter
{
    private const string Operation = "global::VideoTasks.Vendors.VideoOperation";
    private const string Information = "global::Microsoft.Kiota.Abstractions.RequestInformation";
    private const string Values = "global::VideoTasks.Mapping.VideoRequestValues";
    private const string Common = Operation + " operation, global::Microsoft.Kiota.Abstractions.IRequestAdapter adapter, global::VideoTasks.Vendors.VideoRequestArguments arguments";

    private static readonly string[] LimitNames = ["limit", "pagesize", "perpage", "size", "count", "maxresults", "pagelimit"];
    private static readonly string[] AfterNames = ["after", "cursor", "startingafter", "pagetoken", "nexttoken", "afterid", "nextcursor"];

    public static void Write(CodeWriter code, VendorModel vendor, ClientModel client)
    {
        WriteMethod(code, vendor, client, "ToRequest", Common, isCreate: false);
        code.Line();
        WriteMethod(code, vendor, client, "ToCreateRequest", Common + ", global::VideoTasks.VideoTaskRequest request", isCreate: true);
        var parsed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < vendor.Operations.Count; i++)
        {
            if (IsCreate(vendor.Operations[i].Role) && client.Operations[i].Missing is null)
            {
                code.Line();
                WriteFields(code, vendor.Operations[i]);
                parsed.UnionWith(Members(vendor.Operations[i]).Select(m => Find(client.Operations[i].Body, m)?.Type).OfType<string>());
            }
        }

        foreach (var type in client.WrittenEnums.Where(e => parsed.Contains(e.Type)))
        {
            code.Line();
            WriteParser(code, type);
        }
    }

    public static bool IsCreate(string role) => role is "Create" or "Remix" or "Edit" or "Extend";

    private static void WriteMethod(CodeWriter code, VendorModel vendor, ClientModel client, string name, string parameters, bool isCreate)
    {
        code.Line("/// <inheritdoc/>");
        code.Block($"public override {Information}? {name}({parameters})", () =>
        {
            var cases = Enumerable.Range(0, vendor.Operations.Count).Where(i => client.Operations[i].Missing is null && IsCreate(vendor.Operations[i].Role) == isCreate).ToList();
            if (cases.Count == 0)
            {
                code.Line("return null;");
                return;
            }

            code.Line("var id = arguments.Id ?? \"\";").Line($"{Information} information;");
            code.Block("switch (operation)", () =>
            {
                foreach (var i in cases)
                {
                    var (operation, typed) = (vendor.Operations[i], client.Operations[i]);
                    code.Block($"case {Operation}.{operation.Role}:", () =>
                    {
                        var builder = $"new {client.ClientType}(adapter){typed.Chain}.{typed.Method}";
                        WriteCall(code, operation, typed, client, builder, isCreate);
                        code.Line("break;");
                    });
                }

                code.Line("default:").Line("    return null;");
            });
            code.Line("AdjustRequest(operation, arguments, information);").Line("return information;");
        });
    }

    private static void WriteCall(CodeWriter code, OperationModel operation, ClientOperation typed, ClientModel client, string builder, bool isCreate)
    {
        if (isCreate)
        {
            WriteCreate(code, operation, typed, client, builder);
        }
        else if (typed.Body is { } body)
        {
            WriteIdBody(code, operation, body, client, builder);
        }
        else
        {
            WriteGet(code, operation, typed, builder);
        }

        foreach (var header in operation.Headers)
        {
            code.Line($"information.Headers.TryAdd({Literal(header.Name)}, {Literal(header.Value)});");
        }

        if (typed.IdFix)
        {
            code.Line($"{Values}.SetPathId(information, id);");
        }
    }

    private static void WriteGet(CodeWriter code, OperationModel operation, ClientOperation typed, string builder)
    {
        var typedSets = new List<string>();
        var looseSets = new List<string>();
        if (operation.IdIn == "query")
        {
            Set(operation.IdName!, "id", null);
        }

        if (operation.Role == "Content" && operation.Parameters.FirstOrDefault(p => SymbolNames.Squash(p) == "variant") is { } variant)
        {
            Set(variant, "variant", "arguments.Variant is { } variant");
        }

        if (operation.Role == "List")
        {
            if (operation.Parameters.FirstOrDefault(p => LimitNames.Contains(SymbolNames.Squash(p))) is { } limit)
            {
                Set(limit, "limit", "arguments.Limit is { } limit");
            }

            if (operation.Parameters.FirstOrDefault(p => AfterNames.Contains(SymbolNames.Squash(p))) is { } after)
            {
                Set(after, "after", "arguments.After is { } after");
            }
        }

        if (typedSets.Count == 0)
        {
            code.Line($"information = {builder}();");
        }
        else
        {
            code.Block($"information = {builder}(configuration =>", () => typedSets.ForEach(s => code.Line(s)), "});");
        }

        looseSets.ForEach(s => code.Line(s));

        void Set(string name, string value, string? condition)
        {
            var property = typed.Queries.FirstOrDefault(q => q.Wire == SymbolNames.Squash(name));
            var guard = condition is null ? "" : $"if ({condition}) ";
            var target = $"configuration.QueryParameters.@{property?.Name}";
            var isNumber = value == "limit";
            switch (property?.Kind)
            {
                case "String" when !isNumber:
                    typedSets.Add($"{guard}{target} = {value};");
                    break;
                case "StringArray" when !isNumber:
                    typedSets.Add($"{guard}{target} = new[] {{ {value} }};");
                    break;
                case "Int32" or "Int64" or "Double" when isNumber:
                    typedSets.Add($"{guard}{target} = {value};");
                    break;
                default:
                    looseSets.Add($"{guard}{Values}.SetQuery(information, {Literal(name)}, {value}{(isNumber ? ".ToString(global::System.Globalization.CultureInfo.InvariantCulture)" : "")});");
                    break;
            }
        }
    }

    private static void WriteIdBody(CodeWriter code, OperationModel operation, ClientBody body, ClientModel client, string builder)
    {
        var name = operation.IdIn == "body" ? operation.IdName! : null;
        var property = name is null ? null : body.Properties.FirstOrDefault(p => p.Wire == SymbolNames.Squash(name) && p.Kind is "String" or "StringArray");
        if (body.Kind == "Model" && property is not null)
        {
            code.Line($"information = {builder}(new {body.Type} {{ @{property.Name} = {(property.Kind == "String" ? "id" : "[id]")} }});");
            return;
        }

        if (body.Kind == "Unsendable")
        {
            code.Line(Register(client));
        }

        code.Line(body.Kind == "Unsendable"
            ? $"information = {Values}.Create(adapter, {Literal(operation.Method)}, {Literal(operation.Path)}, id);"
            : $"information = {builder}({Empty(body)});");
        if (name is not null)
        {
            code.Line($"{Values}.SetJsonId(information, {Literal(name)}, id);");
        }
    }

    private static void WriteCreate(CodeWriter code, OperationModel operation, ClientOperation typed, ClientModel client, string builder)
    {
        var takesJson = operation.Bodies.Any(b => b.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0);
        var takesMultipart = operation.Bodies.Any(b => b.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));
        var forms = takesMultipart ? takesJson ? "JsonOrMultipart" : "Multipart" : "Json";
        code.Line($"var body = global::VideoTasks.Mapping.VideoRequestBody.Create(request, arguments.Id, {operation.Role}Fields, {operation.Role}Constants, global::VideoTasks.Mapping.VideoRequestForms.{forms});");
        switch (typed.Body?.Kind)
        {
            case null:
                code.Line($"information = {builder}();").Line("body.Write(information, adapter);");
                break;
            case "Unsendable":
                code.Line(Register(client));
                code.Line($"information = {Values}.Create(adapter, {Literal(operation.Method)}, {Literal(operation.Path)}, id);").Line("body.Write(information, adapter);");
                break;
            case "Multipart":
                code.Line($"information = {builder}(body.ToMultipart(adapter));");
                code.Block("if (!body.IsMultipart)", () => code.Line("body.Write(information, adapter);"));
                break;
            case "Model" when typed.Body.HasAdditionalData:
                WriteModel(code, operation, typed.Body, builder);
                break;
            default:
                code.Line($"information = {builder}({Empty(typed.Body!)});").Line("body.Write(information, adapter);");
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

            code.Line("body.MoveRest(model.AdditionalData);");
        });
        code.Line($"information = {builder}(model);");
        code.Block("if (body.IsMultipart)", () => code.Line("body.Write(information, adapter);"));
    }

    // A client registers its serialisers when it is made.
    private static string Register(ClientModel client) => $"_ = new {client.ClientType}(adapter);";

    private static IEnumerable<string> Members(OperationModel operation) =>
        operation.Request.Select(r => (r.Pointer.Split('/').ElementAtOrDefault(1) ?? "").Replace("~1", "/").Replace("~0", "~")).Distinct();

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

    private static string Empty(ClientBody body) => body.Kind == "Stream" ? "global::System.IO.Stream.Null" : $"new {body.Type}()";

    private static void WriteFields(CodeWriter code, OperationModel operation)
    {
        code.Block($"private static readonly global::VideoTasks.Mapping.VideoRequestField[] {operation.Role}Fields =", () =>
        {
            foreach (var field in operation.Request)
            {
                var shapes = string.Join(", ", field.Shapes.Select(s => s.Model is null ? $"new({Literal(s.Shape)})" : $"new({Literal(s.Shape)}, {Literal(s.Model)})"));
                code.Line($"new({Literal(field.Name)}, {Literal(field.Pointer)}, {Literal(field.Type)}, {Literal(field.Separator)}, {Literal(field.Suffix)}, new global::VideoTasks.Mapping.VideoInputShape[] {{ {shapes} }}),");
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

    private static void WriteParser(CodeWriter code, ClientEnum type)
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
