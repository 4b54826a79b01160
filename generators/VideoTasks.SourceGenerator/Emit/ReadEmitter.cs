using VideoTasks.SourceGenerator.Clients;
using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.Emit.CodeWriter;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes the requests that start nothing: of one task by its id, and of the list.</summary>
internal static class ReadEmitter
{
    private const string Values = RequestEmitter.Values;

    public static void Write(CodeWriter code, OperationModel operation, ClientOperation typed, string builder)
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

        if (operation.Paging is { } paging)
        {
            if (paging.Size is { } size)
            {
                Set(size, "limit", "arguments.Limit is { } limit");
            }

            if (paging.Next is { } next)
            {
                var name = paging.Style == "cursor" ? "after" : "position";
                Set(next, name, paging.Style == "cursor" ? "arguments.After is { } after" : "arguments.Position is { } position");
            }
        }

        if (typed.IsRaw)
        {
            code.Line("information = " + RequestEmitter.ByPath(operation));
            looseSets.ForEach(s => code.Line(s));
            return;
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
            var property = typed.IsRaw ? null : typed.Queries.FirstOrDefault(q => q.Wire == SymbolNames.Squash(name));
            var guard = condition is null ? "" : $"if ({condition}) ";
            var target = $"configuration.QueryParameters.@{property?.Name}";
            var isNumber = value is "limit" or "position";
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

    public static void WriteIdBody(CodeWriter code, OperationModel operation, ClientBody body, ClientModel client, string builder)
    {
        var name = operation.IdIn == "body" ? operation.IdName! : null;
        var property = name is null ? null : body.Properties.FirstOrDefault(p => p.Wire == SymbolNames.Squash(name) && p.Kind is "String" or "StringArray" or "StringList");
        if (body.Kind == "Model" && property is not null && operation.Constants.Count == 0)
        {
            code.Line($"information = {builder}(new {body.Type} {{ @{property.Name} = {(property.Kind == "String" ? "id" : "[id]")} }});");
            return;
        }

        if (body.Kind == "Unsendable")
        {
            code.Line(RequestEmitter.Register(client));
        }

        code.Line(body.Kind == "Unsendable"
            ? "information = " + RequestEmitter.ByPath(operation)
            : $"information = {builder}({RequestEmitter.Empty(body)});");
        if (name is not null)
        {
            var constants = string.Concat(operation.Constants.Select(c => $", ({Literal(c.Name)}, {Literal(c.Value)})"));
            code.Line($"{Values}.SetJsonId(information, {Literal(name)}, id{constants});");
        }
    }
}
