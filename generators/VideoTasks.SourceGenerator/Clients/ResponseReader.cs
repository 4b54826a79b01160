using Microsoft.CodeAnalysis;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>Finds the canonical fields of a description in the typed model of an answer.</summary>
internal sealed class ResponseReader(ClientEnums enums)
{
    private static readonly string[] ErrorParts = ["code", "message", "type"];

    public EquatableArray<ClientReading> Read(ITypeSymbol model, IEnumerable<FieldModel> fields)
    {
        var readings = new List<ClientReading>();
        foreach (var field in fields)
        {
            if (Resolve(model, field.Pointer) is var (expression, type) && Reading(field, expression, type) is { } reading)
            {
                readings.Add(reading);
            }
        }

        return new(readings);
    }

    /// <summary>The type of the items of the list that a pointer leads to; null when it leads to none.</summary>
    public static ITypeSymbol? ItemsAt(ITypeSymbol model, string pointer) =>
        (pointer.Length == 0 ? model : Resolve(model, pointer)?.Type)?.Items();

    private static (string Expression, ITypeSymbol Type)? Resolve(ITypeSymbol model, string pointer)
    {
        var expression = "model";
        var type = model;
        foreach (var segment in pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/").Replace("~0", "~")))
        {
            if (type.Items() is { } items)
            {
                if (segment != "0")
                {
                    return null;
                }

                expression = $"First({expression})";
                type = items;
            }
            else if (SymbolNames.Find(type, segment) is { } property)
            {
                expression += (expression == "model" ? "." : "?.") + "@" + property.Name;
                type = property.Type;
            }
            else
            {
                return null;
            }
        }

        return (expression, type.Bare());
    }

    private ClientReading? Reading(FieldModel field, string expression, ITypeSymbol type)
    {
        // A member that may be text or something else: the client has a class with a property for each.
        if (type.TypeKind == TypeKind.Class && type.Implements("IComposedTypeWrapper") && type.Properties().FirstOrDefault(p => p.Name == "String") is { } text)
        {
            (expression, type) = ($"{expression}?.@{text.Name}", text.Type);
        }

        var kind = KindOf(type);
        var parts = new EquatableArray<string>([]);
        switch (field.Name, kind)
        {
            case ("Error", "Object"):
                var found = ErrorParts.Select(p => SymbolNames.Find(type, p)).ToArray();
                if (found[1] is null || KindOf(found[1]!.Type.Bare()) != "String")
                {
                    return null;
                }

                parts = new(found.Select(p => p is null ? "" : PartOf(expression, p)));
                break;
            case ("Error", "String"):
            case ("Status" or "Model" or "Prompt" or "Size", "String" or "Enum"):
            case ("Id", "String" or "Integer"):
            case ("VideoUrl", "String"):
            case ("CreatedAt" or "CompletedAt" or "ExpiresAt", "String" or "Integer" or "Number" or "Time"):
            case ("Progress" or "Duration" or "Width" or "Height", "String" or "Integer" or "Number"):
            case ("Duration" or "Width" or "Height", "Enum"):
                break;
            default:
                return null;
        }

        return new(field.Name, kind == "Enum" ? $"Word({expression})" : expression, kind == "Enum" ? "String" : kind, field.Pointer, parts, kind == "Enum" ? enums.Add(type) : null);
    }

    private string PartOf(string error, IPropertySymbol property)
    {
        var type = property.Type.Bare();
        var expression = $"{error}?.@{property.Name}";
        switch (KindOf(type))
        {
            case "String":
                return expression;
            case "Enum":
                enums.Add(type);
                return $"Word({expression})";
            case "Integer":
                return $"global::VideoTasks.Mapping.VideoTaskValues.Text({expression})";
            default:
                return "";
        }
    }

    private static string KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => "String",
        SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_Byte or SpecialType.System_SByte => "Integer",
        SpecialType.System_Double or SpecialType.System_Single => "Number",
        _ when type.TypeKind == TypeKind.Enum => "Enum",
        _ when type.Is("System.DateTimeOffset") => "Time",
        _ when type.TypeKind == TypeKind.Class && type.Name != "UntypedNode" => "Object",
        _ => "Other",
    };
}
