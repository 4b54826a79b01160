using VideoTasks.Build.Description.Format;
using VideoTasks.Vocabulary;
using VideoTasks.SourceGenerator.Model;
using VideoTasks.SourceGenerator.Statuses;

namespace VideoTasks.SourceGenerator.Diagnostics;

/// <summary>
/// What is to be said about a vendor: what its description says of the document, and what only the typed client and the vocabulary show.
/// </summary>
internal static class VendorDiagnostics
{
    private static readonly DescribedPlace Start = new(0, 1, 1);

    public static EquatableArray<DiagnosticInfo> Of(BoundVendor bound)
    {
        if (bound.File.Error is { } unusable)
        {
            return new([unusable]);
        }

        var vendor = bound.Description;
        var found = new List<DiagnosticInfo>();
        found.AddRange(
            vendor.Problems.Where(p => DiagnosticDescriptors.ById.ContainsKey(p.Id)).Select(p => At(vendor, p.Id, p.Place, [.. p.Arguments])));
        if (bound.Error is { } error)
        {
            found.Add(error);
        }
        else if (bound.Client is null)
        {
            found.Add(At(vendor, DiagnosticDescriptors.NoClient.Id, Start, $"{vendor.ClientNamespace}.{vendor.ClientClass}"));
        }
        else
        {
            found.AddRange(UnmappedWords(vendor));
            found.AddRange(bound.Unbound.Select(u =>
                At(
                    vendor, u.DiagnosticId, u.Description.Place, u.Description.ToString(), u.Reason, u.Description.Role
                        .ToString()
                        .ToLowerInvariant())));
        }

        return new(found.Distinct());
    }

    /// <summary>A vendor that the generator itself failed for.</summary>
    public static DiagnosticInfo Failure(VendorDescription vendor, Exception exception) =>
        At(vendor, DiagnosticDescriptors.VendorFailed.Id, Start, $"{exception.GetType().Name}: {exception.Message}");

    /// <summary>A vendor whose class another one has.</summary>
    public static DiagnosticInfo SameClass(VendorDescription vendor, string className) =>
        At(vendor, DiagnosticDescriptors.SameClass.Id, Start, className);

    private static IEnumerable<DiagnosticInfo> UnmappedWords(VendorDescription vendor)
    {
        var mapped = vendor.StatusWords.Select(w => w.Word).Concat(LabelledWords.Of(vendor).Select(w => w.Word));
        var own = new HashSet<string>(mapped, NameComparer.Instance);
        return LabelledWords.Unknown(vendor)
            .Where(w => !own.Contains(w.Word))
            .Select(w => At(vendor, DiagnosticDescriptors.UnmappedStatusWord.Id, w.Place, w.Word));
    }

    // The word comes before the vendor in one message, and after it in all others.
    private static DiagnosticInfo At(VendorDescription vendor, string id, DescribedPlace? place, params string[] arguments)
    {
        var at = place ?? Start;
        var file = at.File < vendor.Files.Count ? vendor.Files[at.File] : vendor.DocumentPath;
        string[] all = id == DiagnosticDescriptors.UnmappedStatusWord.Id ? [.. arguments, vendor.Name] : [vendor.Name, .. arguments];
        return new(id, file, at.Line, at.Column, new(all));
    }
}
