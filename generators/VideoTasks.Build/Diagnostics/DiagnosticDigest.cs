namespace VideoTasks.Build.Diagnostics;

/// <summary>A document with hundreds of equal faults is told about each kind a few times.</summary>
internal static class DiagnosticDigest
{
    public static IEnumerable<Diagnostic> Of(IReadOnlyList<Diagnostic> all)
    {
        const int Most = 10;
        foreach (var kind in all.GroupBy(d => (d.Descriptor, d.Severity)))
        {
            foreach (var diagnostic in kind.Take(Most))
            {
                yield return diagnostic;
            }

            if (kind.Count() > Most)
            {
                var next = kind.ElementAt(Most);
                yield return next with { Message = FormattableString.Invariant($"{next.Message} (and {kind.Count() - Most - 1} more like this)") };
            }
        }
    }
}
