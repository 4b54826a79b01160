using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Locking;

/// <summary><c>kiota-lock.json</c> of a project: an entry for each vendor's client, by the vendor's name.</summary>
internal sealed class LockFile
{
    private const string Clients = "clients";
    private static readonly JsonSerializerOptions Format =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SourceDocument? _source;
    private readonly DiagnosticBag _diagnostics;

    private LockFile(SourceDocument? source, DiagnosticBag diagnostics) => (_source, _diagnostics) = (source, diagnostics);

    /// <summary>The vendors that have an entry.</summary>
    public IEnumerable<string> Vendors => Entries.Select(static e => e.Key);

    private JsonObject Entries => _source?.Root[Clients] as JsonObject ?? [];

    /// <summary>Reads the file, which need not be there; null, with an error in <paramref name="diagnostics"/>, when it can't be used.</summary>
    public static LockFile? Read(string file, DiagnosticBag diagnostics)
    {
        if (!File.Exists(file))
        {
            return new LockFile(null, diagnostics);
        }

        var problems = new DiagnosticBag();
        var source = SourceDocumentReader.Read(file, "kiota-lock", problems);
        foreach (var problem in problems.All)
        {
            diagnostics.Report(DiagnosticDescriptors.InvalidLockFile, problem.Position, problem.Message);
        }

        if (source is not null && source.Root[Clients] is not (null or JsonObject))
        {
            diagnostics.Report(DiagnosticDescriptors.InvalidLockFile, source.Positions.Find("/" + Clients), "'clients' is not an object");
            return null;
        }

        return source is null ? null : new LockFile(source, diagnostics);
    }

    /// <summary>A vendor's entry over <paramref name="defaults"/>; null, with an error, when the entry can't be used.</summary>
    public LockedClient? Find(string vendor, LockedClient defaults)
    {
        if (Entries[vendor] is not { } entry)
        {
            return defaults;
        }

        try
        {
            return entry is JsonObject json
                ? LockedClientJson.Read(json, defaults)
                : throw new JsonException($"the entry '{vendor}' is not an object");
        }
        catch (JsonException exception)
        {
            _diagnostics.Report(DiagnosticDescriptors.InvalidLockFile, _source!.Positions.Find(entry), exception.Message);
            return null;
        }
    }

    /// <summary>A vendor's entry as it stands in the file; null when there is none.</summary>
    public JsonObject? Entry(string vendor) => Entries[vendor] as JsonObject;

    /// <summary>The text of the file with these entries in the place of its own.</summary>
    public byte[] With(IEnumerable<KeyValuePair<string, JsonObject>> entries)
    {
        var root =
            new JsonObject { [Clients] = new JsonObject(
                entries.OrderBy(static e => e.Key, StringComparer.Ordinal)
                    .Select(static e => KeyValuePair.Create(e.Key, (JsonNode?)e.Value.DeepClone()))) };
        foreach (var (name, value) in _source?.Root ?? [])
        {
            if (name != Clients)
            {
                root.Add(name, value?.DeepClone());
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString(Format) + "\n");
    }
}
