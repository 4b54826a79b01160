using System.Globalization;
using VideoTasks.SourceGenerator.Diagnostics;
using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.Emit.CodeWriter;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes what a vendor says about itself: <c>VideoVendorDescription</c>.</summary>
internal static class DescriptionEmitter
{
    private const string Vendors = "global::VideoTasks.Vendors.";

    private static readonly string[] Canonical =
        ["Id", "Status", "Progress", "Model", "Prompt", "CreatedAt", "CompletedAt", "ExpiresAt", "Duration", "Width", "Height", "VideoUrl", "Error"];

    public static void Write(CodeWriter code, VendorModel vendor, ClientModel client)
    {
        code.Block($"private static readonly {Vendors}VideoVendorDescription Document = new()", () =>
        {
            code.Line($"Name = {Literal(vendor.Name)},");
            code.Line($"Title = {Literal(vendor.Title)},");
            code.Line($"BaseUrl = {(vendor.ServerUrl is null ? "null" : $"new global::System.Uri({Literal(vendor.ServerUrl)})")},");
            code.Line($"DocumentPath = {Literal(vendor.DocumentPath)},");
            code.Line($"DocumentHash = {Literal(vendor.DocumentHash)},");
            code.Line($"Authentication = new({Vendors}VideoKeyLocation.{(vendor.Auth.In == "query" ? "Query" : "Header")}, {Literal(vendor.Auth.Name)}, {Literal(vendor.Auth.Scheme)}),");
            code.Line($"ContentUrlNeedsKey = {(vendor.ContentUrlNeedsKey ? "true" : "false")},");
            code.Line($"CreateIsIdempotent = {(vendor.IsIdempotent ? "true" : "false")},");
            code.Line($"PollInterval = {(vendor.PollSeconds is { } seconds ? $"global::System.TimeSpan.FromSeconds({seconds.ToString("R", CultureInfo.InvariantCulture)}D)" : "null")},");
            code.Line($"ContentIdPointer = {Literal(vendor.ContentIdPointer)},");
            code.Line($"ListPointer = {Literal(vendor.ItemsPointer)},");
            WriteMap(code, "StatusWords", "global::VideoTasks.VideoTaskStatus", Distinct(vendor.StatusWords.Concat(LabelledWords.Of(vendor)).Select(w => (w.Word, "global::VideoTasks.VideoTaskStatus." + w.Status)), Vocabulary.StatusVocabulary.Comparer));
            WriteMap(code, "FieldPointers", "string", Distinct(vendor.Pointers.Select(p => (p.Field, Literal(p.Pointer))), StringComparer.Ordinal));
            WriteMap(code, "FieldUnits", "string", Distinct(vendor.Units.Select(u => (u.Name, Literal(u.Value))), StringComparer.Ordinal));
            if (vendor.Operations.FirstOrDefault(o => o.Paging is not null)?.Paging is { } paging)
            {
                code.Line($"ListPaging = new({Vendors}VideoListPagingStyle.{(paging.Style == "page" ? "Page" : paging.Style == "offset" ? "Offset" : "Cursor")}, {paging.First.ToString(CultureInfo.InvariantCulture)}),");
            }

            WriteOperations(code, vendor, client);
            WriteRefused(code, vendor);
            WriteFields(code, vendor, client);
        }, "};");
    }

    private static IEnumerable<(string Key, string Value)> Distinct(IEnumerable<(string Key, string Value)> entries, IEqualityComparer<string> comparer)
    {
        var seen = new HashSet<string>(comparer);
        return entries.Where(e => seen.Add(e.Key));
    }

    private static void WriteMap(CodeWriter code, string name, string type, IEnumerable<(string Key, string Value)> entries)
    {
        var list = entries.ToList();
        if (list.Count > 0)
        {
            code.Block($"{name} = new global::System.Collections.Generic.Dictionary<string, {type}>(global::System.StringComparer.Ordinal)", () => list.ForEach(e => code.Line($"[{Literal(e.Key)}] = {e.Value},")), "},");
        }
    }

    private static void WriteOperations(CodeWriter code, VendorModel vendor, ClientModel client)
    {
        code.Block($"Operations = new {Vendors}VideoOperationDescription[]", () =>
        {
            for (var i = 0; i < vendor.Operations.Count; i++)
            {
                if (client.Operations[i].Missing is null)
                {
                    var operation = vendor.Operations[i];
                    code.Line($"new({Vendors}VideoOperation.{operation.Role}, {Literal(operation.Method)}, {Literal(operation.Path)}, {Literal(operation.Reason)}, {Literal(Source(vendor, operation.Place))}){Parameters(operation)},");
                }
            }
        }, "},");
    }

    private static string Parameters(OperationModel operation)
    {
        var all = operation.Paths.Select(p => ("path", p)).Concat(operation.Queries.Select(p => ("query", p))).Concat(operation.Headers.Select(p => ("header", p)))
            .Select(p => $"new({Literal(p.Item1)}, {Literal(p.p.Name)}, {Literal(p.p.Value)}, {Literal(p.p.Reason)})").ToList();
        return all.Count == 0 ? "" : $" {{ Parameters = new {Vendors}VideoParameterDescription[] {{ {string.Join(", ", all)} }} }}";
    }

    private static void WriteRefused(CodeWriter code, VendorModel vendor)
    {
        if (vendor.Refused.Count > 0)
        {
            code.Block($"Refused = new {Vendors}VideoRefusedDescription[]", () =>
            {
                foreach (var refused in vendor.Refused)
                {
                    var role = refused.Role is null ? "null" : $"{Vendors}VideoOperation.{refused.Role}";
                    code.Line($"new({role}, {Literal(refused.Method)}, {Literal(refused.Path)}, {Literal(refused.Reason)}, {Literal(Source(vendor, refused.Place))}),");
                }
            }, "},");
        }
    }

    private static void WriteFields(CodeWriter code, VendorModel vendor, ClientModel client)
    {
        code.Block($"Fields = new {Vendors}VideoFieldDescription[]", () =>
        {
            for (var i = 0; i < vendor.Operations.Count; i++)
            {
                var operation = vendor.Operations[i];
                foreach (var field in client.Operations[i].Missing is null ? operation.Fields : new([]))
                {
                    var isTyped = client.Operations[i].Readings.Any(r => r.Field == field.Name);
                    var reason = isTyped ? field.Reason : $"{field.Reason}, which the typed client can't hold as it is sent: raw body";
                    WriteField(code, field.Name, operation.Role, isTyped ? field.Pointer : null, field.Lost is null ? reason : $"{reason}, not {field.Lost}", Source(vendor, field.Place));
                }

                foreach (var name in operation.Role == "Get" ? Canonical.Where(c => !operation.Fields.Any(f => f.Name == c || (f.Name == "Size" && c is "Width" or "Height"))) : [])
                {
                    var hint = vendor.Pointers.FirstOrDefault(p => p.Field == name);
                    WriteField(code, name, operation.Role, null, hint is null ? "no property of the document: raw body, by the known synonyms" : $"hint x-video-fields: raw body at {hint.Pointer}", Source(vendor, hint?.Place));
                }
            }
        }, "},");
    }

    private static void WriteField(CodeWriter code, string field, string role, string? property, string reason, string? source) =>
        code.Line($"new({Literal(field)}, {Vendors}VideoOperation.{role}, {Literal(property)}, {Literal(reason)}, {Literal(source)}),");

    private static string? Source(VendorModel vendor, PlaceModel? place) =>
        place is { } at && at.File < vendor.Files.Count ? string.Format(CultureInfo.InvariantCulture, "{0}:{1}:{2}", vendor.Files[at.File], at.Line, at.Column) : null;
}
