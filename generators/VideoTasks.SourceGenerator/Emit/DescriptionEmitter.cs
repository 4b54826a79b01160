using System.Globalization;
using VideoTasks.Build.Description.Format;
using VideoTasks.Vocabulary;
using VideoTasks.SourceGenerator.CSharp;
using VideoTasks.SourceGenerator.Model;
using VideoTasks.SourceGenerator.Statuses;
using static VideoTasks.SourceGenerator.CSharp.CSharpLiteral;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes what a vendor says about itself: <c>VideoVendorDescription</c>.</summary>
internal static class DescriptionEmitter
{
    public static void Write(CodeWriter code, BoundVendor bound)
    {
        var vendor = bound.Description;
        code.Block($"private static readonly {LibraryNames.VendorDescription} Document = new()", () =>
        {
            code.Line($"Name = {Literal(vendor.Name)},");
            code.Line($"Title = {Literal(vendor.Title)},");
            code.Line($"BaseUrl = {(vendor.ServerUrl is null ? "null" : $"new global::System.Uri({Literal(vendor.ServerUrl)})")},");
            code.Line($"DocumentPath = {Literal(vendor.DocumentPath)},");
            code.Line($"DocumentHash = {Literal(vendor.DocumentHash)},");
            code.Line(
                $"Authentication = new({LibraryNames.KeyLocation}.{vendor.Key.Location}, {Literal(vendor.Key.Name)}, {Literal(vendor.Key.Scheme)}),");
            code.Line($"ContentUrlNeedsKey = {Literal(vendor.ContentUrlNeedsKey)},");
            code.Line($"CreateIsIdempotent = {Literal(vendor.IsIdempotent)},");
            code.Line($"PollInterval = {(vendor.PollSeconds is { } seconds ? $"global::System.TimeSpan.FromSeconds({Literal(seconds)})" : "null")},");
            code.Line($"ContentIdPointer = {Literal(vendor.ContentIdPointer)},");
            code.Line($"ListPointer = {Literal(vendor.ItemsPointer)},");
            WriteMaps(code, vendor);
            if (vendor.Operations.FirstOrDefault(o => o.Paging is not null)?.Paging is { } paging)
            {
                code.Line($"ListPaging = new({LibraryNames.PagingStyle}.{paging.Style}, {Literal(paging.First)}),");
            }

            WriteOperations(code, bound);
            WriteRefused(code, bound);
            FieldEmitter.Write(code, bound);
        }, "};");
    }

    /// <summary>Where something stands, as a literal.</summary>
    public static string Source(VendorDescription vendor, DescribedPlace? place) => Literal(
        place is { } at && at.File < vendor.Files.Count
            ? string.Format(CultureInfo.InvariantCulture, "{0}:{1}:{2}", vendor.Files[at.File], at.Line, at.Column)
            : null);

    private static void WriteMaps(CodeWriter code, VendorDescription vendor)
    {
        var words = vendor.StatusWords.Select(w => (w.Word, w.Status.ToString()))
            .Concat(LabelledWords.Of(vendor).Select(w => (w.Word, w.Status.ToString())));
        WriteMap(code, "StatusWords", LibraryNames.Status, words.Select(w => (w.Word, $"{LibraryNames.Status}.{w.Item2}")), NameComparer.Instance);
        WriteMap(code, "FieldPointers", "string", vendor.Pointers.Select(p => (p.Field.ToString(), Literal(p.Pointer))), StringComparer.Ordinal);
        WriteMap(code, "FieldUnits", "string", vendor.Units.Select(u => (u.Field.ToString(), Literal(u.Unit))), StringComparer.Ordinal);
    }

    private static void WriteMap(
        CodeWriter code, string name, string type, IEnumerable<(string Key, string Value)> entries, IEqualityComparer<string> comparer)
    {
        var seen = new HashSet<string>(comparer);
        var list = entries.Where(e => seen.Add(e.Key)).ToList();
        if (list.Count > 0)
        {
            code.Block(
                $"{name} = new global::System.Collections.Generic.Dictionary<string, {type}>(global::System.StringComparer.Ordinal)",
                () => list.ForEach(e => code.Line($"[{Literal(e.Key)}] = {e.Value},")),
                "},");
        }
    }

    private static void WriteOperations(CodeWriter code, BoundVendor vendor) =>
        code.Block($"Operations = new {LibraryNames.OperationDescription}[]", () =>
        {
            foreach (var bound in vendor.Operations)
            {
                var operation = bound.Description;
                var source = Source(vendor.Description, operation.Place);
                var arguments =
                    $"{LibraryNames.Operation}.{operation.Role}, {Literal(operation.Method)}, {Literal(operation.Path)}, "
                        + $"{Literal(operation.Reason)}, {source}";
                code.Block($"new({arguments})", () =>
                {
                    WriteParameters(code, operation);
                    if (operation.Role.StartsTask())
                    {
                        code.Line($"Forms = {LibraryNames.RequestForms}.{bound.Form},");
                    }

                    RequestFieldEmitter.Write(code, vendor.Description, operation);
                }, "},");
            }
        }, "},");

    private static void WriteParameters(CodeWriter code, DescribedOperation operation)
    {
        if (operation.Parameters.Count > 0)
        {
            code.Block($"Parameters = new {LibraryNames.ParameterDescription}[]", () =>
            {
                foreach (var parameter in operation.Parameters)
                {
                    var texts =
                        $"{Literal(DescriptionWords.ParameterLocations[parameter.Location])}, {Literal(parameter.Name)}, "
                            + $"{Literal(parameter.Value)}, {Literal(parameter.Reason)}";
                    code.Line($"new({texts}),");
                }
            }, "},");
        }
    }

    private static void WriteRefused(CodeWriter code, BoundVendor vendor)
    {
        var unbound =
            vendor.Unbound.Select(
                u => new DescribedRefusal(u.Description.Method, u.Description.Path, u.Description.Role, u.Reason, u.Description.Place));
        var all = vendor.Description.Refused.Concat(unbound).ToList();
        if (all.Count > 0)
        {
            code.Block($"Refused = new {LibraryNames.RefusedDescription}[]", () =>
            {
                foreach (var refused in all)
                {
                    var role = refused.Role is { } nearest ? $"{LibraryNames.Operation}.{nearest}" : "null";
                    var source = Source(vendor.Description, refused.Place);
                    code.Line($"new({role}, {Literal(refused.Method)}, {Literal(refused.Path)}, {Literal(refused.Reason)}, {source}),");
                }
            }, "},");
        }
    }
}
