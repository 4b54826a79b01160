using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using VideoTasks.Build.Description;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents;
using VideoTasks.Build.Documents.Checks;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Locking;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Selection;

namespace VideoTasks.Build.Update;

/// <summary>Brings the client of one vendor up to date.</summary>
internal sealed class VendorUpdate
{
    private readonly UpdateOptions _options;
    private readonly IClientBackend _backend;
    private readonly VendorSource _vendor;
    private readonly ClientFolder _folder;
    private readonly ClientState _state;
    private readonly Lazy<LockedClient> _defaults;

    public VendorUpdate(UpdateOptions options, IClientBackend backend, VendorSource vendor)
    {
        (_options, _backend, _vendor) = (options, backend, vendor);
        _folder = new ClientFolder(FolderOf(options, vendor.Name));
        _state = new ClientState(Path.Combine(options.IntermediateDirectory, "state", vendor.Name + ".txt"));
        _defaults = new Lazy<LockedClient>(Defaults);
    }

    public string Vendor => _vendor.Name;

    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The client's files, full paths in ordinal order; null when it couldn't be brought up to date.</summary>
    public IReadOnlyList<string>? Files { get; private set; }

    /// <summary>The vendor's entry for the lock file; null as <see cref="Files"/>.</summary>
    public JsonObject? LockEntry { get; private set; }

    public string DescriptionFile => Path.Combine(_options.IntermediateDirectory, _vendor.Name + ".vendor.txt");

    /// <summary>How many files were written or deleted.</summary>
    public int Changes { get; private set; }

    public bool WasCurrent { get; private set; }

    public static string FolderOf(UpdateOptions options, string vendor) => Path.Combine(options.GeneratedDirectory, VendorNaming.PascalCase(vendor));

    /// <summary>Reads, generates and writes. What is wrong with the vendor is in <see cref="Diagnostics"/>; its client is then as it was before.</summary>
    public void Run(LockFile locks)
    {
        try
        {
            if (locks.Find(_vendor.Name, _defaults.Value) is { } client)
            {
                Run(locks.Entry(_vendor.Name), client);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Diagnostics.Report(DiagnosticDescriptors.OutputFailed, SourcePosition.OfFile(_vendor.Documents[0]), exception.Message);
        }
    }

    private void Run(JsonObject? entry, LockedClient client)
    {
        if (entry is not null && File.Exists(DescriptionFile) && _state.FilesIfCurrent(InputHash(entry), _folder) is { } files)
        {
            (Files, LockEntry, WasCurrent) = (files, entry, true);
            return;
        }

        if (EffectiveDocument.Of(_vendor, Diagnostics) is not { } document || Diagnostics.HasErrors)
        {
            return;
        }

        // Reading first: it takes out what would lead others in circles.
        if (OpenApiReader.Read(document, Diagnostics) is not { } model)
        {
            return;
        }

        client = WithFiles(WithPatterns(client, document), document);
        Check(document, model, client);
        if (Diagnostics.HasErrors || _backend.Generate(document, model, client, Diagnostics) is not { } generated || Diagnostics.HasErrors)
        {
            return;
        }

        var facts = new VendorFacts(
            _vendor.Name, client.ClientNamespaceName, client.ClientClassName, client.DescriptionLocation, client.DescriptionHash, _options.Root);
        var description = VendorDescriber.Describe(document, facts);

        var changes = _folder.Write(generated);
        Changes = changes.Written + changes.Deleted;
        OutputFile.Write(DescriptionFile, Encoding.UTF8.GetBytes(description));
        Files = [.. generated.Select(f => _folder.PathOf(f.Path)).Order(StringComparer.Ordinal)];
        LockEntry = LockedClientJson.Write(client, entry);
        _state.Save(InputHash(LockEntry), _folder, Files);
    }

    private void Check(SourceDocument document, OpenApiDocument model, LockedClient client)
    {
        DocumentChecks.Run(document, PathSelection.Predicate(model, client.IncludePatterns, client.ExcludePatterns), Diagnostics);
        var selected = PathSelection.Select(model.Paths ?? [], client.IncludePatterns, client.ExcludePatterns);
        if (selected.Count == 0)
        {
            var patterns = client.IncludePatterns.Count + client.ExcludePatterns.Count == 0
                ? "there are no paths"
                : string.Join(", ", [.. client.IncludePatterns, .. client.ExcludePatterns.Select(p => "not " + p)]);
            Diagnostics.Report(DiagnosticDescriptors.NothingSelected, document.Positions.Find("/paths"), patterns);
        }
    }

    private static LockedClient WithPatterns(LockedClient client, SourceDocument document)
    {
        var derived = OperationRecognizer.Recognize(SwaggerUpgrade.Apply(document).Root).IncludePatterns;
        return client with
        {
            IncludePatterns = client.HasOwnIncludePatterns ? client.IncludePatterns : derived,
            DerivedIncludePatterns = derived,
        };
    }

    // Of the vendor's own files those that are used, and then those that they refer to.
    private LockedClient WithFiles(LockedClient client, SourceDocument document)
    {
        var own = _vendor.Files.Intersect(document.Files, StringComparer.Ordinal);
        List<string> files = [.. own, .. document.Files.Except(_vendor.Files, StringComparer.Ordinal)];
        return client with
        {
            DescriptionHash = HashOf(files),
            DescriptionLocation = Relative(document.Files[0]),
            Documents = [.. files.Select(Relative)],
        };
    }

    private LockedClient Defaults()
    {
        var name = VendorNaming.PascalCase(_vendor.Name);
        return new LockedClient
        {
            DescriptionHash = HashOf(_vendor.Files),
            DescriptionLocation = Relative(_vendor.Documents[0]),
            ClientClassName = name + "Client",
            ClientNamespaceName = _options.Namespace.Length == 0 ? name : $"{_options.Namespace}.{name}",
            Documents = [.. _vendor.Files.Select(Relative)],
        };
    }

    private static string HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        foreach (var file in files.Where(File.Exists))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    // The lock entry has the names of all files that the documents led to, so as long as those are as they were, they lead to no other.
    private string InputHash(JsonObject entry)
    {
        var known = (entry["documents"] as JsonArray)?.OfType<JsonValue>().Select(d => Path.GetFullPath(d.ToString(), _options.Root)) ?? [];
        List<string> parts = [.. known.Except(_vendor.Files, StringComparer.Ordinal)];
        var expected = _defaults.Value;
        var text = string.Join(
            '\n',
            [
                _backend.Identity, VendorDescriber.FormatVersion, _options.Namespace, expected.DescriptionHash, .. expected.Documents,
                HashOf(parts), .. parts.Where(File.Exists), entry.ToJsonString(),
            ]);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private string Relative(string file) => Path.GetRelativePath(_options.Root, file).Replace('\\', '/');
}
