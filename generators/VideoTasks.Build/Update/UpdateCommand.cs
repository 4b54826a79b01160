using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Kiota;

namespace VideoTasks.Build.Update;

/// <summary>The command that the build runs. The build gives its options in a file, where no path has to be quoted for a shell.</summary>
internal static class UpdateCommand
{
    private const int WrongUsage = 2;

    // Name, what --help says of the value, and what it means.
    private static readonly (string Name, string Value, string Meaning)[] Options =
    [
        ("root", "DIR", "what the lock file's paths are relative to; default: the current folder"),
        ("openapi-directory", "DIR", "the vendors' documents; default: openapi in the root"),
        ("generated-directory", "DIR", "the clients; default: generated in the root"),
        ("intermediate-directory", "DIR", "for what is never committed; default: obj in the root"),
        ("lock-file", "FILE", "default: kiota-lock.json in the root"),
        ("namespace-name", "NAME", "the namespace of the clients' namespaces; default: VideoTasks.Clients"),
        ("client-access", "WORD", "Public or Internal, for all clients; default: what the lock file says of each, Internal for a new one"),
        ("kiota-assembly", "FILE", "kiota.dll of the package Microsoft.OpenApi.Kiota"),
        ("kiota-version", "VERSION", "the version of that package"),
        ("kiota-timeout", "SECONDS", "how long one run of Kiota may take, beside a second for each vendor; default: 120"),
        ("dotnet-host", "FILE", "the host that runs it; default: dotnet"),
        ("skip-broken-vendors", "true", "leave out, with warnings, the vendors that can't be generated"),
        ("options-file", "FILE", "the same, one a line: name=value"),
    ];

    public static int Usage(TextWriter errors)
    {
        errors.WriteLine("VideoTasks.Build update [--name value …]");
        errors.WriteLine(
            "Brings the clients of all vendors up to date with their documents. Exit codes: 0 done, 1 a fault of a document, 2 wrong usage, 3 "
                + "Kiota is needed and not installed.");
        foreach (var (name, value, meaning) in Options)
        {
            errors.WriteLine($"  {$"--{name} {value}",-32} {meaning}");
        }

        return WrongUsage;
    }

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < arguments.Count; index += 2)
        {
            if (!arguments[index].StartsWith("--", StringComparison.Ordinal)
                || !Array.Exists(Options, o => o.Name == arguments[index][2..])
                || index + 1 == arguments.Count)
            {
                errors.WriteLine($"'{arguments[index]}' is not an option, or has no value.");
                return Usage(errors);
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

        return Run(new UpdateSettings(values), output);
    }

    private static int Run(UpdateSettings settings, TextWriter output)
    {
        var diagnostics = new DiagnosticBag();
        var run = new UpdateRun(settings.Update, new KiotaClientGenerator(settings.Kiota), diagnostics);
        var outcome = run.Run();
        if (outcome == UpdateOutcome.KiotaMissing)
        {
            return (int)outcome;
        }

        foreach (var diagnostic in diagnostics.All.Where(d => d.Severity != DiagnosticSeverity.Info))
        {
            output.WriteLine(diagnostic.ToBuildMessage());
        }

        foreach (var vendor in run.Vendors.Where(v => v.Changes > 0))
        {
            output.WriteLine(FormattableString.Invariant($"{vendor.Vendor}: {vendor.Files!.Count} files, {vendor.Changes} changed"));
        }

        return (int)outcome;
    }
}
