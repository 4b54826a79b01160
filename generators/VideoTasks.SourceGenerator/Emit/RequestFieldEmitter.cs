using System.Globalization;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.CSharp;
using static VideoTasks.SourceGenerator.CSharp.CSharpLiteral;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes what a request holds: <c>VideoRequestField</c>.</summary>
internal static class RequestFieldEmitter
{
    // The library's VideoFieldType by the words of documents; any other is any.
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["string"] = "String", ["integer"] = "Integer", ["number"] = "Number", ["boolean"] = "Boolean", ["array"] = "Array", ["object"] = "Object",
        ["file"] = "File",
    };

    // The library's VideoInputForm by the words of shapes.
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["url"] = "Url", ["urls"] = "Urls", ["object"] = "Object", ["objects"] = "Objects", ["parts"] = "Parts", ["file"] = "File",
    };

    public static void Write(CodeWriter code, DescribedOperation operation)
    {
        if (operation.Request.Count == 0)
        {
            return;
        }

        code.Block($"Request = new {LibraryNames.RequestField}[]", () =>
        {
            foreach (var field in operation.Request)
            {
                code.Line($"new() {{ {string.Join(", ", Properties(field))} }},");
            }
        }, "},");
    }

    private static IEnumerable<string> Properties(DescribedRequestField field)
    {
        if (field.Field is { } name)
        {
            yield return $"Name = {LibraryNames.RequestFieldName}.{name}";
        }

        yield return $"Path = {Literal(field.Pointer)}";
        if (Types.TryGetValue(field.Type, out var type))
        {
            yield return $"Type = {LibraryNames.FieldType}.{type}";
        }

        if (field.Location != ParameterLocation.Body)
        {
            yield return $"Location = {LibraryNames.ParameterLocation}.{field.Location}";
        }

        foreach (var (property, text) in new[] { ("Separator", field.Separator), ("Suffix", field.Suffix), ("Json", field.Json) })
        {
            if (text is not null)
            {
                yield return $"{property} = {Literal(text)}";
            }
        }

        if (field.Unit is { } word && UnitEmitter.Unit(word) is { } unit)
        {
            yield return $"Unit = {unit}";
        }

        if (field.IsRequired)
        {
            yield return "IsRequired = true";
        }

        if (field.Alternative is { } alternative)
        {
            yield return $"Alternative = {alternative.ToString(CultureInfo.InvariantCulture)}";
        }

        if (field.Words.Count > 0)
        {
            yield return $"Words = new string[] {{ {string.Join(", ", field.Words.Select(w => Literal(w)))} }}";
        }

        if (field.Shapes.Count > 0)
        {
            yield return $"Shapes = new {LibraryNames.InputShape}[] {{ {string.Join(", ", field.Shapes.Select(Shape))} }}";
        }
    }

    private static string Shape(DescribedShape shape)
    {
        var colon = shape.Shape.IndexOf(':');
        var word = colon < 0 ? shape.Shape : shape.Shape.Substring(0, colon);
        var key = colon < 0 ? "" : $", Key = {Literal(shape.Shape.Substring(colon + 1))}";
        var model = shape.Model is null ? "" : $", Model = {Literal(shape.Model)}";
        return $"new() {{ Form = {LibraryNames.InputForm}.{(Forms.TryGetValue(word, out var form) ? form : "Url")}{key}{model} }}";
    }
}
