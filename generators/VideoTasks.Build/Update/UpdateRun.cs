using System.Text;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents;
using VideoTasks.Build.Kiota;
using VideoTasks.Build.Locking;

namespace VideoTasks.Build.Update;

/// <summary>
/// Brings all clients of a project up to date with its documents. The list of files is written last: as long as it is older than its input, the next
/// run does
/// what is left.
/// </summary>
internal sealed class UpdateRun(UpdateOptions options, IClientGenerator generator, DiagnosticBag diagnostics)
{
    /// <summary>The vendors of the last run.</summary>
    public IReadOnlyList<VendorUpdate> Vendors { get; private set; } = [];

    public UpdateOutcome Run()
    {
        using var runLock = RunLock.TryEnter(options.GeneratedDirectory, options.Patience);
        if (runLock is null)
        {
            diagnostics.Report(DiagnosticDescriptors.Busy, null, options.GeneratedDirectory, (int)options.Patience.TotalSeconds);
            return UpdateOutcome.Failed;
        }

        try
        {
            Directory.CreateDirectory(options.IntermediateDirectory);
            return LockFile.Read(options.LockFile, diagnostics) is { } locks ? Run(locks) : UpdateOutcome.Failed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(DiagnosticDescriptors.OutputFailed, null, exception.Message);
            return UpdateOutcome.Failed;
        }
    }

    private UpdateOutcome Run(LockFile locks)
    {
        var found = VendorDiscovery.Find(options.OpenApiDirectory, diagnostics);
        var mayDelete = !diagnostics.HasErrors;
        Vendors = [.. found.Select(v => new VendorUpdate(options, generator.Version, v))];
        Parallel.ForEach(Vendors, vendor => vendor.Prepare(locks));
        CheckNamespaces();
        var stale = Vendors.Where(static v => v.Request is not null).ToList();
        if (stale.Count > 0 && !generator.IsInstalled)
        {
            return UpdateOutcome.KiotaMissing;
        }

        var results = stale.Count > 0 ? generator.Generate([.. stale.Select(static v => v.Request!)]) : [];
        Parallel.ForEach(stale.Zip(results), static p => p.First.Complete(p.Second));
        Report();
        if (mayDelete)
        {
            DeleteOthers(locks);
        }

        WriteLock(locks, mayDelete);
        if (diagnostics.HasErrors)
        {
            return UpdateOutcome.Failed;
        }

        WriteLists();
        return UpdateOutcome.Succeeded;
    }

    private void Report()
    {
        foreach (var vendor in Vendors)
        {
            var isSkipped = options.SkipsBrokenVendors && vendor.Files is null;
            diagnostics.AddRange(DiagnosticDigest.Of(vendor.Diagnostics.All)
                .Select(d => isSkipped && d.Severity == DiagnosticSeverity.Error ? d with { Severity = DiagnosticSeverity.Warning } : d));
            if (isSkipped)
            {
                diagnostics.Report(DiagnosticDescriptors.VendorSkipped, SourcePosition.OfFile(vendor.Document), vendor.Vendor);
            }
        }
    }

    private void CheckNamespaces()
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var vendor in Vendors)
        {
            if (vendor.Namespace is { } name && !owners.TryAdd(name, vendor.Vendor))
            {
                vendor.Refuse(
                    DiagnosticDescriptors.VendorsCollide, SourcePosition.OfFile(options.LockFile), vendor.Vendor, "namespace", owners[name]);
            }
        }
    }

    // Clients that the lock file knows, and folders of generated files that nobody knows, such as those of an interrupted run.
    private void DeleteOthers(LockFile locks)
    {
        var kept = Vendors.Select(v => VendorUpdate.FolderOf(options, v.Vendor)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = locks.Vendors.Where(v => VendorNaming.Fault(v) is null).Select(v => VendorUpdate.FolderOf(options, v));
        var unknown = Directory.Exists(options.GeneratedDirectory)
            ? Directory.GetDirectories(options.GeneratedDirectory).Where(f => new ClientFolder(f).IsGeneratedOnly())
            : [];
        foreach (var folder in known.Concat(unknown).Where(f => !kept.Contains(f)).Distinct(StringComparer.Ordinal).ToList())
        {
            new ClientFolder(folder).Delete();
        }
    }

    private void WriteLock(LockFile locks, bool mayDelete)
    {
        var entries = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var vendor in Vendors.Select(v => v.Vendor).Concat(mayDelete ? [] : locks.Vendors))
        {
            if ((Vendors.FirstOrDefault(v => v.Vendor == vendor)?.LockEntry ?? locks.Entry(vendor)) is { } entry)
            {
                entries[vendor] = entry;
            }
        }

        if (entries.Count > 0 || File.Exists(options.LockFile))
        {
            OutputFile.Write(options.LockFile, locks.With(entries));
        }
    }

    private void WriteLists()
    {
        var usable = Vendors.Where(static v => v.Files is not null).ToList();
        WriteWarnings();
        WriteList(options.DescriptionList, usable.Select(static v => v.DescriptionFile));
        WriteList(options.FileList, usable.SelectMany(static v => v.Files!));
        DeleteStale(Path.Combine(options.IntermediateDirectory, "state"), ".txt");
        DeleteStale(options.IntermediateDirectory, ".vendor.txt");
    }

    private void WriteWarnings()
    {
        var warnings = diagnostics.All.Where(static d => d.Severity == DiagnosticSeverity.Warning).Select(static d => d.ToBuildMessage()).ToList();
        if (warnings.Count > 0)
        {
            WriteList(options.WarningList, warnings);
        }
        else
        {
            File.Delete(options.WarningList);
        }
    }

    private static void WriteList(string file, IEnumerable<string> lines)
        => OutputFile.Replace(file, Encoding.UTF8.GetBytes(string.Concat(lines.Select(static l => l + "\n"))));

    private void DeleteStale(string folder, string suffix)
    {
        var kept = Vendors.Select(v => v.Vendor).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + suffix) : [])
        {
            if (!kept.Contains(Path.GetFileName(file)[..^suffix.Length]))
            {
                File.Delete(file);
            }
        }
    }
}
