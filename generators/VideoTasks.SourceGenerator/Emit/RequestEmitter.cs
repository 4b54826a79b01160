using VideoTasks.SourceGenerator.Clients;
using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.Emit.CodeWriter;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes how requests are built with the typed client.</summary>
internal static class RequestEmitter
{
    private const string Operation = "global::VideoTasks.Vendors.VideoOperation";
    private const string Information = "global::Microsoft.Kiota.Abstractions.RequestInformation";
    public const string Values = "global::VideoTasks.Requests.VideoRequestValues";
    private const string Common = Operation + " operation, global::Microsoft.Kiota.Abstractions.IRequestAdapter adapter, global::VideoTasks.Vendors.VideoRequestArguments arguments";

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
                CreateEmitter.WriteFields(code, vendor.Operations[i]);
                parsed.UnionWith(CreateEmitter.EnumsOf(vendor.Operations[i], client.Operations[i]));
            }
        }

        foreach (var type in client.WrittenEnums.Where(e => parsed.Contains(e.Type)))
        {
            code.Line();
            CreateEmitter.WriteParser(code, type);
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
                        WriteCall(code, operation, typed, client, isCreate);
                        code.Line("break;");
                    });
                }

                code.Line("default:").Line("    return null;");
            });
            code.Line("AdjustRequest(operation, arguments, information);").Line("return information;");
        });
    }

    private static void WriteCall(CodeWriter code, OperationModel operation, ClientOperation typed, ClientModel client, bool isCreate)
    {
        if (operation.Paths.Count > 0)
        {
            var values = string.Join(", ", operation.Paths.Select(p => $"({Literal(p.Name)}, {Literal(p.Value)})"));
            var model = isCreate ? "request.Model" : "null";
            code.Line($"var path = {Values}.PathValues(Document.Name, {Literal(operation.Path)}, {Literal(operation.IdIn == "path" ? operation.IdName : null)}, arguments, {model}, new (string, string?)[] {{ {values} }});");
        }

        var builder = $"new {client.ClientType}(adapter){typed.Chain}.{typed.Method}";
        if (isCreate)
        {
            CreateEmitter.Write(code, operation, typed, client, builder);
        }
        else if (typed.Body is { } body)
        {
            ReadEmitter.WriteIdBody(code, operation, body, client, builder);
        }
        else
        {
            ReadEmitter.Write(code, operation, typed, builder);
        }

        foreach (var query in operation.Queries.Where(q => q.Value is not null))
        {
            code.Line($"{Values}.SetQuery(information, {Literal(query.Name)}, {Text(query)});");
        }

        foreach (var header in operation.Headers.Where(h => h.Value is not null))
        {
            code.Line($"information.Headers.TryAdd({Literal(header.Name)}, {Text(header)});");
        }

        if (typed.IdFix)
        {
            code.Line($"{Values}.SetPathId(information, id);");
        }
    }

    private static string Text(ParameterModel parameter) => parameter.Value == "{uuid}" ? "global::System.Guid.NewGuid().ToString()" : Literal(parameter.Value);

    /// <summary>A request by the document's path, without the typed client's builders.</summary>
    public static string ByPath(OperationModel operation) =>
        $"{Values}.Create(adapter, {Literal(operation.Method)}, {Literal(operation.Path)}, {(operation.Paths.Count > 0 ? "path" : "id")});";

    /// <summary>A client registers its serialisers when it is made.</summary>
    public static string Register(ClientModel client) => $"_ = new {client.ClientType}(adapter);";

    public static string Empty(ClientBody body) => body.Kind == "Stream" ? "global::System.IO.Stream.Null" : $"new {body.Type}()";
}
