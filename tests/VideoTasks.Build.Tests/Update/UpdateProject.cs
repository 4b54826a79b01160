using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Kiota;
using VideoTasks.Build.Output;
using VideoTasks.Build.Update;

namespace VideoTasks.Build.Tests.Update;

/// <summary>A project in a temporary folder, and a generator that is quick and counts.</summary>
internal sealed class UpdateProject : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("videotasks-update-").FullName;

    public UpdateProject() => Options = new UpdateOptions
    {
        Root = _root,
        OpenApiDirectory = Path("openapi"),
        GeneratedDirectory = Path("generated"),
        IntermediateDirectory = Path("obj"),
        LockFile = Path("kiota-lock.json"),
    };

    public UpdateOptions Options { get; set; }

    public CountingGenerator Generator { get; } = new();

    /// <summary>Of the last run.</summary>
    public DiagnosticBag Diagnostics { get; private set; } = new();

    /// <summary>How the last run ended.</summary>
    public UpdateOutcome Outcome { get; private set; }

    /// <summary>Runs, and says whether every client is up to date.</summary>
    public bool Run()
    {
        var diagnostics = new DiagnosticBag();
        var outcome = new UpdateRun(Options, Generator, diagnostics).Run();
        (Diagnostics, Outcome) = (diagnostics, outcome);
        return outcome == UpdateOutcome.Succeeded;
    }

    public string Path(string relative) => System.IO.Path.Combine(_root, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative))!);
        File.WriteAllText(Path(relative), text);
    }

    public void AddVendor(string name, string title = "Title", string more = "") => Write(
        $"openapi/{name}.yaml",
        """
        openapi: 3.1.0
        info: {title: TITLE, version: '1'}
        paths:
          /v1/videos/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                '200': {description: A video task, content: {application/json: {schema: {$ref: '#/components/schemas/Video'}}}}
          /v1/videos/{id}/content:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                '200': {description: The video, content: {video/mp4: {schema: {type: string, format: binary}}}}
        MORE
        components:
          schemas:
            Video: {type: object, properties: {id: {type: string}, status: {type: string}, progress: {type: integer}}}
        """.Replace("TITLE", title, StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal));

    public IReadOnlyList<string> Generated() => Directory.Exists(Path("generated"))
        ? [
            .. Directory.GetFiles(Path("generated"), "*", SearchOption.AllDirectories)
            .Select(f => Relative(f)["generated/".Length..])
            .Order(StringComparer.Ordinal)]
        : [];

    public IReadOnlyList<(string File, DateTime Time)> Times() =>
    [
        .. Directory.GetFiles(_root, "*", SearchOption.AllDirectories)
        .Select(Relative)
        .Where(f => f.StartsWith("generated", StringComparison.Ordinal) || f == "kiota-lock.json")
            .Order(StringComparer.Ordinal).Select(f => (f, File.GetLastWriteTimeUtc(Path(f)))),
    ];

    public IReadOnlyList<string> Contents() => [.. Generated().Select(f => f + "\n" + File.ReadAllText(Path("generated/" + f)))];

    public JsonObject Lock() => JsonNode.Parse(File.ReadAllText(Path("kiota-lock.json")))!["clients"]!.AsObject();

    public void EditLock(Action<JsonObject> edit)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path("kiota-lock.json")))!;
        edit(root["clients"]!.AsObject());
        File.WriteAllText(Path("kiota-lock.json"), root.ToJsonString());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Relative(string file) => System.IO.Path.GetRelativePath(_root, file).Replace('\\', '/');

    /// <summary>Writes two files a client, at once, and remembers for whom.</summary>
    internal sealed class CountingGenerator : IClientGenerator
    {
        private readonly ConcurrentQueue<string> _generated = new();

        public string Version { get; set; } = "1.2.3";

        public bool IsInstalled { get; set; } = true;

        public IReadOnlyCollection<string> Generated => _generated;

        public Dictionary<string, string> Extra { get; } = [];

        /// <summary>The vendors that it refuses, and why.</summary>
        public Dictionary<string, string> Failures { get; } = [];

        public IReadOnlyList<ClientResult> Generate(IReadOnlyList<ClientRequest> requests) => [.. requests.Select(Generate)];

        private ClientResult Generate(ClientRequest request)
        {
            _generated.Enqueue(request.Vendor);
            if (Failures.TryGetValue(request.Vendor, out var failure))
            {
                return new ClientResult(null, failure, []);
            }

            var document = JsonNode.Parse(request.Document)!;
            var paths = ((JsonObject)document["paths"]!).Count.ToString(CultureInfo.InvariantCulture);
            return new ClientResult(
                [
                    new GeneratedFile(
                        request.Client.ClientClassName
                            + ".cs", $"// <auto-generated/>\nclass {request.Client.ClientClassName}; // {document["info"]!["title"]}, {paths} paths"),
                    new GeneratedFile("Models/Video.cs", "// <auto-generated/>\nclass Video;"),
                    .. Extra.Select(e => new GeneratedFile(e.Key, e.Value)),
                ],
                null,
                []);
        }
    }
}
