using System.Text;
using System.Text.Json.Nodes;
using VideoTasks.Build.Description;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents;
using VideoTasks.Build.Documents.Checks;
using VideoTasks.Build.Kiota;
using VideoTasks.Build.Locking;
using VideoTasks.Build.Output;
using VideoTasks.Build.Preparation;
using VideoTasks.Build.Preparation.Selection;
using VideoTasks.Build.Recognition;

namespace VideoTasks.Build.Update;

/// <summary>
/// Brings the client of one vendor up to date, in two steps around the one run of Kiota for all vendors. What is wrong with the vendor is in
/// <see cref="Diagnostics"/>; its client is then as it was before.
/// </summary>
internal sealed class VendorUpdate
{
    private readonly UpdateOptions _options;
    private readonly string _kiotaVersion;
    private readonly VendorSource _vendor;
    private readonly ClientFolder _folder;
    private readonly ClientState _state;
    private readonly VendorFiles _files;
    private JsonObject? _previousEntry;
    private RecognizedVendor? _recognized;
    private PreparedDocument? _prepared;
    private LockedClient? _client;

    public VendorUpdate(UpdateOptions options, string kiotaVersion, VendorSource vendor)
    {
        (_options, _kiotaVersion, _vendor) = (options, kiotaVersion, vendor);
        _folder = new ClientFolder(FolderOf(options, vendor.Name));
        _files = new VendorFiles(vendor, options.Root);
        _state = new ClientState(Path.Combine(options.IntermediateDirectory, "state", vendor.Name + ".txt"));
    }

    public string Vendor => _vendor.Name;

    /// <summary>The first document, the place of what concerns the vendor as a whole.</summary>
    public string Document => _vendor.Documents[0];

    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The client that Kiota has to write; null when it is up to date, or can't be.</summary>
    public ClientRequest? Request { get; private set; }

    /// <summary>The client's files, full paths in ordinal order; null when it couldn't be brought up to date.</summary>
    public IReadOnlyList<string>? Files { get; private set; }

    /// <summary>The vendor's entry for the lock file; null as <see cref="Files"/>.</summary>
    public JsonObject? LockEntry { get; private set; }

    /// <summary>The namespace of the client; null where it is not known.</summary>
    public string? Namespace => _client?.ClientNamespaceName;

    public string DescriptionFile => Path.Combine(_options.IntermediateDirectory, _vendor.Name + ".vendor.txt");

    /// <summary>How many files were written or deleted.</summary>
    public int Changes { get; private set; }

    public static string FolderOf(UpdateOptions options, string vendor) => Path.Combine(options.GeneratedDirectory, VendorNaming.PascalCase(vendor));

    /// <summary>The first step: reads the documents, and completes the vendor when Kiota would write what is there.</summary>
    public void Prepare(LockFile locks) => Try(() =>
    {
        _previousEntry = locks.Entry(Vendor);
        _client = locks.Find(Vendor, _files.Defaults(_options.Namespace));
        if (_client is null)
        {
            return;
        }

        _client = _client with { TypeAccessModifier = _options.ClientAccess ?? _client.TypeAccessModifier };

        if (_previousEntry is not null
            && HasAccess(_previousEntry)
            && File.Exists(DescriptionFile)
            && _state.ReadIfCurrent(InputHash(_previousEntry), _folder) is { } current)
        {
            (Files, LockEntry) = (current.Files, _previousEntry);
            Diagnostics.AddRange(current.Diagnostics);
        }
        else if (Read() && !IsWritten())
        {
            Request = new ClientRequest(Vendor, _prepared!.ToUtf8(), _client);
        }
    });

    /// <summary>The second step: writes what Kiota made.</summary>
    public void Complete(ClientResult result) => Try(() =>
    {
        foreach (var message in result.Messages)
        {
            Diagnostics.Add(KiotaDiagnostics.Create(message, _prepared!));
        }

        if (result.Files is not { } generated)
        {
            Diagnostics.Report(DiagnosticDescriptors.GenerationFailed, SourcePosition.OfFile(Document), result.Failure);
            return;
        }

        var changes = _folder.Write(generated);
        Changes = changes.Written + changes.Deleted;
        Finish(generated);
    });

    /// <summary>Takes the vendor out, for a reason that concerns others as well.</summary>
    public void Refuse(DiagnosticDescriptor descriptor, SourcePosition position, params object?[] arguments)
    {
        (Request, Files, LockEntry) = (null, null, null);
        Diagnostics.Report(descriptor, position, arguments);
    }

    private bool Read()
    {
        if (EffectiveDocument.Of(_vendor, Diagnostics) is not { } document || Diagnostics.HasErrors)
        {
            return false;
        }

        _recognized = VendorRecognizer.Recognize(document);
        _client = WithPatterns(_client!, _recognized.IncludePatterns);
        if (OperationSelection.Create(_client.IncludePatterns, _client.ExcludePatterns, Diagnostics) is not { } selection)
        {
            return false;
        }

        DocumentChecks.Run(document, selection.Includes, Diagnostics);
        _prepared = DocumentPreparer.Prepare(document, _client.IncludePatterns, _client.ExcludePatterns, Diagnostics);
        if (_prepared.Operations == 0)
        {
            Diagnostics.Report(DiagnosticDescriptors.NothingSelected, document.Positions.Find("/paths"), WhatIsSelected());
        }

        _client = _files.Record(_client, document) with { KiotaVersion = _kiotaVersion };
        _client = _client with { PreparedHash = PreparedHash.Of(_prepared.ToUtf8(), _client) };
        return !Diagnostics.HasErrors;
    }

    private string WhatIsSelected() => _client!.IncludePatterns.Count + _client.ExcludePatterns.Count == 0
        ? "there are no operations"
        : string.Join(", ", [.. _client.IncludePatterns, .. _client.ExcludePatterns.Select(static p => "not " + p)]);

    // Kiota would write what the lock file says, and that is what is there.
    private bool IsWritten()
    {
        if (LockedClientJson.Read(
            _previousEntry ?? [],
            new LockedClient { DescriptionHash = "", DescriptionLocation = "", ClientClassName = "", ClientNamespaceName = "" }) is not { } before
            || before.KiotaVersion != _kiotaVersion || before.PreparedHash != _client!.PreparedHash)
        {
            return false;
        }

        var generated = _folder.Read();
        if (generated.Count == 0 || ClientFolder.HashOf(generated) != before.GeneratedHash)
        {
            return false;
        }

        Finish(generated);
        return true;
    }

    private void Finish(IReadOnlyList<GeneratedFile> generated)
    {
        var client = _client! with { GeneratedHash = ClientFolder.HashOf(generated) };
        var facts =
            new VendorFacts(
                Vendor, client.ClientNamespaceName, client.ClientClassName, client.DescriptionLocation, client.DescriptionHash, _options.Root);
        OutputFile.Write(DescriptionFile, Encoding.UTF8.GetBytes(DescriptionCodec.Write(VendorDescriber.Describe(_recognized!, facts))));
        Files = [.. generated.Select(f => _folder.PathOf(f.Path))];
        LockEntry = LockedClientJson.Write(client, _previousEntry);
        _state.Save(InputHash(LockEntry), _folder, Files, Diagnostics.All);
    }

    private bool HasAccess(JsonObject entry) =>
        _options.ClientAccess is null || LockedClientJson.Read(entry, _client!).TypeAccessModifier == _options.ClientAccess;

    private string InputHash(JsonObject entry) => _files.InputHash(entry, _kiotaVersion, _options.Namespace);

    private static LockedClient WithPatterns(LockedClient client, IReadOnlyList<string> derived) => client with
    {
        IncludePatterns = client.HasOwnIncludePatterns ? client.IncludePatterns : derived,
        DerivedIncludePatterns = derived,
    };

    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Diagnostics.Report(DiagnosticDescriptors.OutputFailed, SourcePosition.OfFile(Document), exception.Message);
        }
    }
}
