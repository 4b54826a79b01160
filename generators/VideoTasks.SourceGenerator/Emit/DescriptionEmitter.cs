using VideoTasks.Build.Description.Format;
using VideoTasks.Generated;
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
            code.Line($"BaseUrl = {(vendor.ServerUrl is null ? "null" : $"new global::System.Uri({Literal(vendor.ServerUrl)})")},");
            var key = $"Location = {LibraryNames.KeyLocation}.{vendor.Key.Location}, Name = {Literal(vendor.Key.Name)}, "
                + $"Scheme = {Literal(vendor.Key.Scheme)}";
            code.Line($"Authentication = new() {{ {key} }},");
            code.Line($"ContentUrlNeedsKey = {Literal(vendor.ContentUrlNeedsKey)},");
            code.Line($"CreateIsIdempotent = {Literal(vendor.IsIdempotent)},");
            code.Line($"PollInterval = {(vendor.PollSeconds is { } seconds ? $"global::System.TimeSpan.FromSeconds({Literal(seconds)})" : "null")},");
            code.Line($"ContentIdPointer = {Literal(vendor.ContentIdPointer)},");
            code.Line($"ListPointer = {Literal(vendor.ItemsPointer)},");
            WriteMaps(code, vendor);
            if (vendor.Operations.FirstOrDefault(o => o.Paging is not null)?.Paging is { } paging)
            {
                code.Line($"ListPaging = new() {{ Style = {LibraryNames.PagingStyle}.{paging.Style}, First = {Literal(paging.First)} }},");
            }

            WriteOperations(code, bound);
        }, "};");
    }

    private static void WriteMaps(CodeWriter code, VendorDescription vendor)
    {
        var words = vendor.StatusWords.Select(w => (w.Word, w.Status.ToString()))
            .Concat(LabelledWords.Of(vendor).Select(w => (w.Word, w.Status.ToString())));
        WriteMap(
            code, "StatusWords", "string", LibraryNames.Status,
            words.GroupBy(w => w.Word, NameComparer.Instance).Select(w => (Literal(w.Key), $"{LibraryNames.Status}.{w.First().Item2}")));
        WriteMap(code, "FieldPointers", "string", vendor.Pointers.Select(p => (p.Field, Literal(p.Pointer))));
        var units = vendor.Units.ToLookup(u => UnitEmitter.OffsetOf(u.Unit) is null);
        WriteMap(
            code, "FieldUnits", LibraryNames.FieldUnit,
            units[true].Select(u => (u.Field, Unit: UnitEmitter.Unit(u.Unit))).Where(u => u.Unit is not null).Select(u => (u.Field, u.Unit!)));
        WriteMap(
            code, "FieldOffsets", "global::System.TimeSpan",
            units[false].Select(u => (u.Field, UnitEmitter.Offset(UnitEmitter.OffsetOf(u.Unit).GetValueOrDefault()))));
    }

    private static void WriteMap(CodeWriter code, string name, string type, IEnumerable<(VideoTaskField Field, string Value)> entries) =>
        WriteMap(
            code, name, LibraryNames.TaskField, type,
            entries.GroupBy(e => e.Field).Select(e => ($"{LibraryNames.TaskField}.{e.Key}", e.First().Value)));

    private static void WriteMap(CodeWriter code, string name, string keyType, string type, IEnumerable<(string Key, string Value)> entries)
    {
        var list = entries.ToList();
        if (list.Count > 0)
        {
            code.Block(
                $"{name} = new global::System.Collections.Generic.Dictionary<{keyType}, {type}>",
                () => list.ForEach(e => code.Line($"[{e.Key}] = {e.Value},")),
                "},");
        }
    }

    private static void WriteOperations(CodeWriter code, BoundVendor vendor) =>
        code.Block($"Operations = new {LibraryNames.OperationDescription}[]", () =>
        {
            foreach (var bound in vendor.Operations)
            {
                var operation = bound.Description;
                code.Block("new()", () =>
                {
                    code.Line($"Operation = {LibraryNames.Operation}.{operation.Role},");
                    code.Line($"Method = {Literal(operation.Method)},");
                    code.Line($"Path = {Literal(operation.Path)},");
                    WriteParameters(code, operation);
                    if (operation.Role.StartsTask())
                    {
                        code.Line($"Forms = {LibraryNames.RequestForms}.{bound.Form},");
                    }

                    RequestFieldEmitter.Write(code, operation);
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
                    code.Line(
                        $"new() {{ Location = {LibraryNames.ParameterLocation}.{parameter.Location}, Name = {Literal(parameter.Name)}, "
                            + $"Value = {Literal(parameter.Value)} }},");
                }
            }, "},");
        }
    }
}
