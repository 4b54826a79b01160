using VideoTasks.SourceGenerator.Model;
using VideoTasks.Vocabulary;

namespace VideoTasks.SourceGenerator.Diagnostics;

/// <summary>What is to be said about a vendor: what its description says of the document, and what only the typed client and the vocabulary show.</summary>
internal static class VendorDiagnostics
{
    public static EquatableArray<DiagnosticInfo> Of(VendorModel vendor, ClientModel client)
    {
        if (vendor.Error is { } error)
        {
            return new([error]);
        }

        var found = new List<DiagnosticInfo>();
        found.AddRange(vendor.Problems.Where(p => DiagnosticDescriptors.ById.ContainsKey(p.Id)).Select(p => At(vendor, p.Id, p.Place, [.. p.Arguments])));
        if (client.ClientType is null)
        {
            found.Add(At(vendor, DiagnosticDescriptors.NoClient.Id, new PlaceModel(0, 1, 1), $"{vendor.ClientNamespace}.{vendor.ClientClass}"));
            return new(found);
        }

        found.AddRange(UnmappedWords(vendor));
        for (var i = 0; i < vendor.Operations.Count; i++)
        {
            var operation = vendor.Operations[i];
            if (client.Operations[i].Missing is { } reason)
            {
                found.Add(At(vendor, DiagnosticDescriptors.OperationNotInClient.Id, operation.Place, $"{operation.Method} {operation.Path}", reason, operation.Role.ToLowerInvariant()));
            }
        }

        return new(found.Distinct());
    }

    private static IEnumerable<DiagnosticInfo> UnmappedWords(VendorModel vendor)
    {
        var own = new HashSet<string>(vendor.StatusWords.Concat(LabelledWords.Of(vendor)).Select(w => w.Word), StatusVocabulary.Comparer);
        foreach (var word in vendor.Operations.SelectMany(o => o.Fields).Where(f => f.Name == "Status").SelectMany(f => f.Words))
        {
            if (StatusVocabulary.Meaning(word.Word) is null && !own.Contains(word.Word))
            {
                yield return At(vendor, DiagnosticDescriptors.UnmappedStatusWord.Id, word.Place, word.Word);
            }
        }
    }

    // The word comes before the vendor in one message, and after it in all others.
    private static DiagnosticInfo At(VendorModel vendor, string id, PlaceModel? place, params string[] arguments)
    {
        var at = place ?? new PlaceModel(0, 1, 1);
        var file = at.File < vendor.Files.Count ? vendor.Files[at.File] : vendor.DocumentPath;
        string[] all = id == DiagnosticDescriptors.UnmappedStatusWord.Id ? [.. arguments, vendor.Name] : [vendor.Name, .. arguments];
        return new(id, file, at.Line, at.Column, new(all));
    }
}
