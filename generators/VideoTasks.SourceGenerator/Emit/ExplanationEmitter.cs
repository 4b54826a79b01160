using System.Globalization;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.CSharp;
using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.CSharp.CSharpLiteral;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>
/// Writes why a vendor is what it is: <c>VideoVendorExplanation</c>. It is made in a method, so that a trimmed program that never asks is without it.
/// </summary>
internal static class ExplanationEmitter
{
    public static void Write(CodeWriter code, BoundVendor bound)
    {
        var vendor = bound.Description;
        code.Line("/// <inheritdoc/>");
        code.Block($"public override {LibraryNames.Explanation} Explain() => new()", () =>
        {
            code.Line($"Title = {Literal(vendor.Title)},");
            code.Line($"DocumentPath = {Literal(vendor.DocumentPath)},");
            code.Line($"DocumentHash = {Literal(vendor.DocumentHash)},");
            code.Block($"Operations = new {LibraryNames.OperationExplanation}[]", () =>
            {
                foreach (var operation in bound.Operations.Select(o => o.Description))
                {
                    WriteOperation(code, vendor, operation);
                }
            }, "},");
            FieldEmitter.Write(code, bound);
            WriteRefused(code, bound);
        }, "};");
    }

    /// <summary>A reason and its place, as an expression for a property of its type.</summary>
    public static string Why(VendorDescription vendor, string reason, DescribedPlace? place) =>
        $"new() {{ Reason = {Literal(reason)}, Source = {Source(vendor, place)} }}";

    private static string Source(VendorDescription vendor, DescribedPlace? place) => Literal(
        place is { } at && at.File < vendor.Files.Count
            ? string.Format(CultureInfo.InvariantCulture, "{0}:{1}:{2}", vendor.Files[at.File], at.Line, at.Column)
            : null);

    private static void WriteOperation(CodeWriter code, VendorDescription vendor, DescribedOperation operation) =>
        code.Block("new()", () =>
        {
            code.Line($"Operation = {LibraryNames.Operation}.{operation.Role},");
            code.Line($"Why = {Why(vendor, operation.Reason, operation.Place)},");
            WriteReasons(code, "Parameters", operation.Parameters.Select(p => Why(vendor, p.Reason, p.Place)));
            WriteReasons(code, "Request", operation.Request.Select(r => Why(vendor, r.Reason, r.Place)));
        }, "},");

    private static void WriteReasons(CodeWriter code, string name, IEnumerable<string> reasons)
    {
        var list = reasons.ToList();
        if (list.Count > 0)
        {
            code.Block($"{name} = new {LibraryNames.Reason}[]", () => list.ForEach(reason => code.Line(reason + ",")), "},");
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
                    var role = refused.Role is { } nearest ? $"Operation = {LibraryNames.Operation}.{nearest}, " : "";
                    code.Line(
                        $"new() {{ {role}Method = {Literal(refused.Method)}, Path = {Literal(refused.Path)}, "
                            + $"Why = {Why(vendor.Description, refused.Reason, refused.Place)} }},");
                }
            }, "},");
        }
    }
}
