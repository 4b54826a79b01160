using System.Globalization;
using VideoTasks.Build.Kiota;

namespace VideoTasks.Build.Update;

/// <summary>The options of the command, with their defaults.</summary>
internal sealed class UpdateSettings(IReadOnlyDictionary<string, string> values)
{
    private readonly string _root =
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(values.GetValueOrDefault("root") is { Length: > 0 } root ? root : "."));

    public UpdateOptions Update => new()
    {
        Root = _root,
        OpenApiDirectory = Full("openapi-directory", "openapi"),
        GeneratedDirectory = Full("generated-directory", "generated"),
        IntermediateDirectory = Full("intermediate-directory", "obj"),
        LockFile = Full("lock-file", "kiota-lock.json"),
        Namespace = Value("namespace-name", "VideoTasks.Clients"),
        ClientAccess = Value("client-access", "") switch { "" => null, var access => access },
        SkipsBrokenVendors = Value("skip-broken-vendors", "false").Equals("true", StringComparison.OrdinalIgnoreCase),
    };

    public KiotaOptions Kiota
    {
        get
        {
            var options = new KiotaOptions
            {
                AssemblyFile = Full("kiota-assembly", "kiota.dll"),
                Version = Value("kiota-version", ""),
                StagingDirectory = Path.Combine(Update.IntermediateDirectory, "kiota"),
                Host = Value("dotnet-host", "dotnet"),
            };
            return double.TryParse(Value("kiota-timeout", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                && seconds is > 0 and < 86_400
                ? options with { Timeout = TimeSpan.FromSeconds(seconds) }
                : options;
        }
    }

    private string Value(string name, string fallback) => values.GetValueOrDefault(name) is { Length: > 0 } value ? value : fallback;

    private string Full(string name, string fallback) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Value(name, fallback), _root));
}
