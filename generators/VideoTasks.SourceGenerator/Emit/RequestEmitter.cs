using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.CSharp;
using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.CSharp.CSharpLiteral;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes the methods that build requests.</summary>
internal static class RequestEmitter
{
    private const string Common = $"{LibraryNames.Operation} operation, {LibraryNames.Adapter} adapter, {LibraryNames.Arguments} arguments";

    public static void Write(CodeWriter code, BoundVendor vendor, ClientType client)
    {
        var starts = vendor.Operations.Where(o => o.Role.StartsTask()).ToList();
        WriteMethod(code, "ToRequest", Common, client, [.. vendor.Operations.Where(o => !o.Role.StartsTask())]);
        code.Line();
        WriteMethod(code, "ToCreateRequest", $"{Common}, {LibraryNames.TaskRequest} request", client, starts);
        foreach (var type in vendor.WrittenEnums)
        {
            code.Line();
            BodyEmitter.WriteParser(code, type);
        }
    }

    private static void WriteMethod(CodeWriter code, string name, string parameters, ClientType client, List<BoundOperation> operations)
    {
        code.Line("/// <inheritdoc/>");
        code.Block($"public override {LibraryNames.Information}? {name}({parameters})", () =>
        {
            if (operations.Count == 0)
            {
                code.Line("return null;");
                return;
            }

            code.Line("var id = arguments.Id ?? \"\";").Line($"{LibraryNames.Information} information;");
            code.Block("switch (operation)", () =>
            {
                foreach (var operation in operations)
                {
                    code.Block($"case {LibraryNames.Operation}.{operation.Role}:", () =>
                    {
                        WriteCall(code, operation, client);
                        code.Line("break;");
                    });
                }

                code.Line("default:").Line("    return null;");
            });
            code.Line("AdjustRequest(operation, arguments, information);").Line("return information;");
        });
    }

    private static void WriteCall(CodeWriter code, BoundOperation operation, ClientType client)
    {
        var description = operation.Description;
        if (operation.HasPathValues)
        {
            WritePathValues(code, description);
        }

        if (operation.Role.StartsTask())
        {
            BodyEmitter.Write(code, operation, client);
        }
        else if (description.Id is { Location: ParameterLocation.Body } id)
        {
            WriteIdBody(code, operation, client, id);
        }
        else
        {
            WriteRead(code, operation, client);
        }

        foreach (var query in operation.Queries.Where(q => q.Property is null))
        {
            code.Line(
                CallValues.Guard(query) + $"{LibraryNames.RequestValues}.SetQuery(information, {Literal(query.Name)}, {CallValues.AsText(query)});");
        }

        foreach (var parameter in description.Parameters.Where(p => p.Value is not null))
        {
            var value = parameter.Value == DescribedParameter.NewId ? "global::System.Guid.NewGuid().ToString()" : Literal(parameter.Value);
            switch (parameter.Location)
            {
                case ParameterLocation.Query:
                    var given = operation.Queries.FirstOrDefault(q => q.Name == parameter.Name && q.Value != CallValue.Id);
                    var guard = given is null ? "" : $"if (arguments.{given.Value} is null) ";
                    code.Line($"{guard}{LibraryNames.RequestValues}.SetQuery(information, {Literal(parameter.Name)}, {value});");
                    break;
                case ParameterLocation.Header:
                    code.Line($"information.Headers.TryAdd({Literal(parameter.Name)}, {value});");
                    break;
            }
        }
    }

    private static void WritePathValues(CodeWriter code, DescribedOperation operation)
    {
        var paths = operation.Parameters.Where(p => p.Location == ParameterLocation.Path).Select(p => $"({Literal(p.Name)}, {Literal(p.Value)})");
        var id = operation.Id is { Location: ParameterLocation.Path } place ? place.Name : null;
        var model = operation.Role.StartsTask() ? "request.Model" : "null";
        var arguments =
            $"Document.Name, {Literal(operation.Path)}, {Literal(id)}, arguments, {model}, new (string, string?)[] {{ {string.Join(", ", paths)} }}";
        code.Line($"var path = {LibraryNames.RequestValues}.PathValues({arguments});");
    }

    private static void WriteRead(CodeWriter code, BoundOperation operation, ClientType client)
    {
        var sets = operation.Queries.Where(q => q.Property is not null).ToList();
        if (operation.Typed is null)
        {
            code.Line($"information = {Calls.ByPath(operation)};");
        }
        else if (sets.Count > 0)
        {
            code.Block($"information = {Calls.Typed(operation, operation.Typed, client)}(configuration =>", () =>
            {
                foreach (var set in sets)
                {
                    code.Line(CallValues.Guard(set) + $"configuration.QueryParameters.@{set.Property} = {CallValues.AsProperty(set)};");
                }
            }, "});");
        }
        else
        {
            var body = operation.Typed.Body is { } model ? $"new {model.Type}()" : "";
            code.Line($"information = {Calls.Typed(operation, operation.Typed, client)}({body});");
        }
    }

    private static void WriteIdBody(CodeWriter code, BoundOperation operation, ClientType client, DescribedId id)
    {
        if (operation.Typed?.Body is { } body && body.Members.FirstOrDefault(m => m.Name == id.Name) is { } member)
        {
            var value = member.Kind == MemberKind.Texts ? "[id]" : "id";
            code.Line($"information = {Calls.Typed(operation, operation.Typed, client)}(new {body.Type} {{ @{member.Property} = {value} }});");
            return;
        }

        code.Line($"information = {(operation.Typed is { } typed ? Calls.Typed(operation, typed, client) + "()" : Calls.ByPath(operation))};");
        code.Line($"{LibraryNames.RequestValues}.SetJsonId(information, Description, operation, id);");
    }
}
