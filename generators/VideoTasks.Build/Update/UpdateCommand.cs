using System.Reflection;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Locking;

namespace VideoTasks.Build.Update;

/// <summary>The command that the build runs. The build gives its options in a file, where no path has to be quoted for a shell.</summary>
internal static class UpdateCommand
{
    public const string Usage = """
        VideoTasks.Build update [--name value …]
        Brings the clients of all vendors up to date with their documents.
          --root DIR                    what the lock file's paths are relative to; default: the current folder
          --openapi-directory DIR       the vendors' documents; default: openapi in the root
          --generated-directory DIR     the clients; default: generated in the root
          --intermediate-directory DIR  for what is never committed; default: obj in the root
          --lock-file FILE              default: kiota-lock.json in the root
          --namespace-name NAME         the namespace of the clients' namespaces; default: VideoTasks.Clients
          --kiota-command COMMAND       takes the arguments of 'kiota generate', and is run in the place of this generator
          --options-file FILE           the same, one a line: name=value
        """;

    private static readonly HashSet<string> Names = new(
        ["root", "openapi-directory", "generated-directory", "intermediate-directory", "lock-file", "namespace-name", "kiota-command", "options-file"],
        StringComparer.Ordinal);

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < arguments.Count; index += 2)
        {
            if (!arguments[index].StartsWith("--", StringComparison.Ordinal) || !Names.Contains(arguments[index][2..]) || index + 1 == arguments.Count)
            {
                errors.WriteLine($"'{arguments[index]}' is not an option, or has no value.");
                errors.WriteLine(Usage);
                return 2;
            }

            values[arguments[index][2..]] = arguments[index + 1];
        }

        if (values.TryGetValue("options-file", out var file))
        {
            foreach (var line in File.ReadLines(file))
            {
                var separator = Math.Max(line.IndexOf('=', StringComparison.Ordinal), 0);
                values.TryAdd(line[..separator], line[(separator + 1)..]);
            }
        }

        return Run(Options(values), output);
    }

    private static UpdateOptions Options(Dictionary<string, string> values)
    {
        string Value(string name, string fallback) => values.GetValueOrDefault(name) is { Length: > 0 } value ? value : fallback;
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Value("root", ".")));
        string Full(string name, string fallback) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Value(name, fallback), root));
        return new UpdateOptions
        {
            Root = root,
            OpenApiDirectory = Full("openapi-directory", "openapi"),
            GeneratedDirectory = Full("generated-directory", "generated"),
            IntermediateDirectory = Full("intermediate-directory", "obj"),
            LockFile = Full("lock-file", "kiota-lock.json"),
            Namespace = Value("namespace-name", "VideoTasks.Clients"),
            KiotaCommand = values.GetValueOrDefault("kiota-command") is { Length: > 0 } command ? command : null,
        };
    }

    private static int Run(UpdateOptions options, TextWriter output)
    {
        var diagnostics = new DiagnosticBag();
        IClientBackend backend = options.KiotaCommand is { } command
            ? new CommandBackend(command, Path.Combine(options.IntermediateDirectory, "command"))
            : new BuiltInBackend(Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString());
        var run = new UpdateRun(options, backend, diagnostics);
        var succeeded = run.Run();
        foreach (var diagnostic in diagnostics.All.Where(d => d.Severity != DiagnosticSeverity.Info))
        {
            output.WriteLine(diagnostic);
        }

        foreach (var vendor in run.Vendors.Where(v => v.Changes > 0))
        {
            output.WriteLine(FormattableString.Invariant($"{vendor.Vendor}: {vendor.Files!.Count} files, {vendor.Changes} changed"));
        }

        return succeeded ? 0 : 1;
    }
}
