using System.Globalization;
using VideoTasks.SourceGenerator.Diagnostics;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Parsing;

/// <summary>Reads a vendor description, which the client generator writes, into its model.</summary>
internal static class DescriptionParser
{
    private const string FormatVersion = "2";

    public static VendorModel Parse(string filePath, string text)
    {
        if (!DescriptionRecord.TryParse(text, out var root, out var badLine))
        {
            return Unusable(filePath, badLine, "this line is no record");
        }

        var version = root.Children.Count > 0 && root.Children[0].Keyword == "videotasks-vendor" ? root.Children[0]["version"] : null;
        if (version != FormatVersion)
        {
            return Unusable(filePath, 1, version is null ? "it doesn't start with 'videotasks-vendor'" : $"its version is '{version}', this generator reads '{FormatVersion}'");
        }

        var vendor = root.Named("vendor").FirstOrDefault();
        var document = root.Named("document").FirstOrDefault();
        if (vendor?["name"] is not { Length: > 0 } name || vendor["namespace"] is not { } @namespace || vendor["class"] is not { Length: > 0 } @class || document?["path"] is null)
        {
            return Unusable(filePath, 1, "it doesn't name the vendor, its client and its document");
        }

        var auth = root.Named("auth").FirstOrDefault();
        return new VendorModel
        {
            FilePath = filePath,
            Name = name,
            Title = vendor["title"],
            ClientNamespace = @namespace,
            ClientClass = @class,
            DocumentPath = document["path"]!,
            DocumentHash = document["hash"] ?? "",
            Files = Array(root.Named("file"), f => f["path"] ?? ""),
            ServerUrl = root.Named("server").FirstOrDefault()?["url"],
            Auth = new AuthModel(auth?["in"] ?? "header", auth?["name"] ?? "Authorization", auth is null ? "Bearer" : auth["scheme"], auth?["reason"] ?? "", auth?.Place),
            PollSeconds = double.TryParse(root.Named("poll").FirstOrDefault()?["seconds"], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
            IsIdempotent = root.Named("idempotent").Any(),
            ContentUrlNeedsKey = root.Named("content-url").FirstOrDefault()?["needs-key"] == "true",
            ContentIdPointer = root.Named("content-id").FirstOrDefault()?["pointer"],
            ItemsPointer = root.Named("items").FirstOrDefault()?["pointer"],
            StatusWords = Array(root.Named("status"), s => new StatusWordModel(s["word"] ?? "", s["status"] ?? "")),
            Units = Array(root.Named("unit"), u => new NamedValue(u["field"] ?? "", u["unit"] ?? "")),
            Pointers = Array(root.Named("pointer"), p => new PointerModel(p["field"] ?? "", p["pointer"] ?? "", p.Place)),
            Operations = Array(root.Named("operation"), Operation),
            Refused = Array(root.Named("refused"), r => new RefusedModel(r["method"] ?? "", r["path"] ?? "", r["role"], r["reason"] ?? "", r.Place)),
            Problems = Array(root.Named("problem"), p => new ProblemModel(p["id"] ?? "", p.Place, Array(p.Named("argument"), a => a["value"] ?? ""))),
        };
    }

    private static OperationModel Operation(DescriptionRecord record) =>
        new(record["role"] ?? "", record["method"] ?? "", record["path"] ?? "", record["id-in"], record["id-name"], record["reason"] ?? "", record.Place)
        {
            Answers = Array(record.Named("answer"), a => a["media"] ?? ""),
            Bodies = Array(record.Named("body"), b => b["media"] ?? ""),
            Parameters = Array(record.Named("parameter"), p => p["name"] ?? ""),
            Fields = Array(record.Named("field"), f => new FieldModel(
                f["name"] ?? "", f["pointer"] ?? "", f["type"] ?? "any", f["format"], f["reason"] ?? "", f["lost"], f.Place,
                Array(f.Named("word"), w => new WordModel(w["value"] ?? "", w.Place, Array(w.Named("label"), l => l["value"] ?? ""))))),
            Request = Array(record.Named("request"), r => new RequestFieldModel(
                r["name"] ?? "", r["pointer"] ?? "", r["type"] ?? "any", r["separator"], r["suffix"], Array(r.Named("shape"), s => new ShapeModel(s["value"] ?? "", s["model"])))),
            Paths = Array(record.Named("path"), Parameter),
            Queries = Array(record.Named("query"), Parameter),
            Headers = Array(record.Named("header"), Parameter),
            Paging = record.Named("paging").Select(p => new PagingModel(p["style"] ?? "cursor", p["next"], p["size"], p["first"] == "0" ? 0 : 1)).FirstOrDefault(),
            Constants = Array(record.Named("constant"), c => new NamedValue(c["pointer"] ?? "", c["json"] ?? "null")),
        };

    private static ParameterModel Parameter(DescriptionRecord record) => new(record["name"] ?? "", record["value"], record["reason"] ?? "", record.Place);

    private static EquatableArray<T> Array<T>(IEnumerable<DescriptionRecord> records, Func<DescriptionRecord, T> read)
        where T : IEquatable<T> => new(records.Select(read));

    private static VendorModel Unusable(string filePath, int line, string reason) => new()
    {
        FilePath = filePath,
        Error = new DiagnosticInfo(DiagnosticDescriptors.UnusableDescription.Id, null, line, 1, new([reason])),
    };
}
