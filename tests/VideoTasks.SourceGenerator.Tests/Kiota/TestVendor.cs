using System.IO.Compression;
using VideoTasks.Build.Description;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Locking;
using VideoTasks.Build.Recognition;

namespace VideoTasks.SourceGenerator.Tests.Kiota;

/// <summary>A vendor as the build prepares it from its documents and an overlay: its description, and the client that Kiota is to write.</summary>
internal sealed class TestVendor
{
    private static readonly string Base = AppContext.BaseDirectory;
    private readonly RecognizedVendor _recognized;
    private readonly VendorFacts _facts;

    private TestVendor(string name, RecognizedVendor recognized, VendorFacts facts)
    {
        (Name, _recognized, _facts) = (name, recognized, facts);
        Client = KiotaClient.Create(recognized, facts.ClientNamespace, facts.ClientClass);
    }

    public string Name { get; }

    public KiotaClient Client { get; private init; }

    public string Description => DescriptionCodec.Write(VendorDescriber.Describe(_recognized, _facts));

    /// <summary>The documents of real vendors whose names begin with a name.</summary>
    public static TestVendor OfDocuments(string name, string? overlay = null)
    {
        var files = Directory.GetFiles(Path.Combine(Base, "Documents")).Where(f => Path.GetFileNameWithoutExtension(f).Split("__")[0] == name);
        return Load(name, [.. files.Order(StringComparer.Ordinal)], overlay);
    }

    /// <summary>A document in the folder <c>Vendors</c> or <c>Shapes</c>.</summary>
    public static TestVendor OfFile(string file, string? overlay = null)
    {
        var path = Path.Combine(Base, file);
        var name = Path.GetFileName(file).Split('.')[0];
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
        {
            return Load(name, [path], overlay);
        }

        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        return OfText(name, reader.ReadToEnd(), overlay);
    }

    /// <summary>A document given as text.</summary>
    public static TestVendor OfText(string name, string document, string? overlay = null)
    {
        var folder = Directory.CreateTempSubdirectory("videotasks-");
        try
        {
            var file = Path.Combine(folder.FullName, name + ".yaml");
            File.WriteAllText(file, document);
            return Load(name, [file], overlay);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A document given as text, with a client of any name.</summary>
    public static TestVendor OfText(string name, string document, string @namespace, string className) =>
        Create(name, VendorDocuments.Read(document, name), @namespace, className);

    /// <summary>The same vendor with other settings in its lock file.</summary>
    public TestVendor With(Func<LockedClient, LockedClient> change) => new(Name, _recognized, _facts) { Client = Client.With(change) };

    private static TestVendor Load(string name, string[] files, string? overlay)
    {
        var folder = Directory.CreateTempSubdirectory("videotasks-");
        try
        {
            var overlays = new List<string>();
            if (overlay is not null)
            {
                overlays.Add(Path.Combine(folder.FullName, name + ".overlay.yaml"));
                File.WriteAllText(overlays[0], overlay);
            }

            var diagnostics = new DiagnosticBag();
            var document = EffectiveDocument.Of(new VendorSource(name, files, overlays, Path.GetDirectoryName(files[0])!), diagnostics);
            diagnostics.All.ShouldBeEmpty();
            return Create(name, document!, "Clients." + ClassNameOf(name), "Client");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TestVendor Create(string name, SourceDocument document, string @namespace, string className)
    {
        var recognized = VendorRecognizer.Recognize(SwaggerUpgrade.Apply(document));
        return new(name, recognized, new(name, @namespace, className, $"openapi/{name}.yaml", "HASH", VendorDocuments.Root));
    }

    private static string ClassNameOf(string name) => string.Concat(name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
