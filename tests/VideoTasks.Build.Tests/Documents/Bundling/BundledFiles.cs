using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Bundling;
using VideoTasks.Build.Documents.Checks;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Tests.Documents.Bundling;

/// <summary>Files in a temporary folder, of which <c>spec/openapi.yaml</c> is bundled.</summary>
internal sealed class BundledFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotasks-bundle-");

    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The parts that were read, relative to the document's folder.</summary>
    public IReadOnlyList<string> Used { get; private set; } = [];

    public BundledFiles Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public string PathOf(string file) => Path.Combine(_folder.FullName, "spec", file);

    public SourceDocument Bundle(LoadLimits? limits = null)
    {
        var document = SourceDocumentReader.Read(PathOf("openapi.yaml"), "acme", Diagnostics).ShouldNotBeNull();
        var folder = new PartFolder(PathOf("."), limits);
        var bundled = DocumentBundler.Bundle(document, folder, [], Diagnostics);
        Used = [.. folder.Used.Select(f => Path.GetRelativePath(PathOf("."), f).Replace('\\', '/'))];
        return bundled;
    }

    /// <summary>Bundles, checks as the build does, and gives what is told: file, line, id.</summary>
    public IReadOnlyList<string> Check()
    {
        var document = Bundle();
        if (!Diagnostics.HasErrors)
        {
            DocumentChecks.Run(document, (_, _) => true, Diagnostics);
        }

        return
        [
            .. Diagnostics.All.Select(d =>
                $"{Path.GetRelativePath(PathOf("."), d.Position!.Value.File).Replace('\\', '/')}({d.Position!.Value.Line}): {d.Severity} "
                    + $"{d.Descriptor.Id}"),
        ];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
