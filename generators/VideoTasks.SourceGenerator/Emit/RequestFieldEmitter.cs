using System.Globalization;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.CSharp;
using static VideoTasks.SourceGenerator.CSharp.CSharpLiteral;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes what a request holds: <c>VideoRequestField</c>.</summary>
internal static class RequestFieldEmitter
{
    public static void Write(CodeWriter code, VendorDescription vendor, DescribedOperation operation)
    {
        if (operation.Request.Count == 0)
        {
            return;
        }

        code.Block($"Request = new {LibraryNames.RequestField}[]", () =>
        {
            foreach (var field in operation.Request)
            {
                var texts = $"{Literal(field.Field?.ToString())}, {Literal(field.Pointer)}, {Literal(field.Type)}";
                code.Line($"new({texts}) {{ {string.Join(", ", Properties(vendor, field))} }},");
            }
        }, "},");
    }

    private static IEnumerable<string> Properties(VendorDescription vendor, DescribedRequestField field)
    {
        if (field.Location != ParameterLocation.Body)
        {
            yield return $"Location = {Literal(DescriptionWords.RequestLocations[field.Location])}";
        }

        foreach (var (name, text) in new[] { ("Separator", field.Separator), ("Suffix", field.Suffix), ("Unit", field.Unit), ("Json", field.Json) })
        {
            if (text is not null)
            {
                yield return $"{name} = {Literal(text)}";
            }
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
            var shapes = field.Shapes.Select(s => s.Model is null ? $"new({Literal(s.Shape)})" : $"new({Literal(s.Shape)}, {Literal(s.Model)})");
            yield return $"Shapes = new {LibraryNames.InputShape}[] {{ {string.Join(", ", shapes)} }}";
        }

        yield return $"Reason = {Literal(field.Reason)}";
        yield return $"Source = {DescriptionEmitter.Source(vendor, field.Place)}";
    }
}
