using VideoTasks.Build.Generation;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Commands;

/// <summary>The arguments of `kiota generate`. Parsed by hand: a library for it takes longer to load than a small client to generate.</summary>
internal sealed class GenerateArguments
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["-l"] = "--language", ["-d"] = "--openapi", ["-o"] = "--output", ["-c"] = "--class-name", ["-n"] = "--namespace-name",
        ["--tam"] = "--type-access-modifier", ["-i"] = "--include-path", ["-e"] = "--exclude-path", ["-s"] = "--serializer",
        ["--ds"] = "--deserializer", ["-m"] = "--structured-mime-types", ["-b"] = "--backing-store", ["--ebc"] = "--exclude-backward-compatible",
        ["--ad"] = "--additional-data", ["--co"] = "--clean-output", ["--cc"] = "--clear-cache", ["--dvr"] = "--disable-validation-rules",
        ["--ll"] = "--log-level", ["--dssv"] = "--disable-ssl-validation", ["-a"] = "--manifest", ["--aeo"] = "--allowed-external-origins",
    };

    private static readonly HashSet<string> Switches = new(StringComparer.Ordinal)
    {
        "--backing-store", "--exclude-backward-compatible", "--additional-data", "--clean-output", "--clear-cache", "--disable-ssl-validation",
    };

    private static readonly HashSet<string> Known = [.. Aliases.Values];
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    public string Language => Last("--language") ?? "";

    public string Document => Last("--openapi") ?? "";

    public string Output => Last("--output") ?? "./output";

    public bool CleansOutput => IsSet("--clean-output");

    public bool DisablesSslValidation => IsSet("--disable-ssl-validation");

    public IReadOnlyList<string> DisabledValidationRules => All("--disable-validation-rules");

    public IReadOnlyList<string> AllowedExternalOrigins => All("--allowed-external-origins");

    /// <summary>Trace … None; warnings are left out above Warning, everything but errors above Error.</summary>
    public string LogLevel => Last("--log-level") ?? "Warning";

    public GenerateOptions Options => new()
    {
        ClientClassName = Last("--class-name") ?? "ApiClient",
        ClientNamespaceName = Last("--namespace-name") ?? "ApiSdk",
        DocumentLocation = Document,
        TypeAccess = Enum.Parse<TypeAccess>(Last("--type-access-modifier") ?? "Public", ignoreCase: true),
        IncludePatterns = All("--include-path"),
        ExcludePatterns = All("--exclude-path"),
        Serializers = AllOr("--serializer", GenerateOptions.Defaults.Serializers),
        Deserializers = AllOr("--deserializer", GenerateOptions.Defaults.Deserializers),
        StructuredMimeTypes = AllOr("--structured-mime-types", GenerateOptions.Defaults.StructuredMimeTypes),
        UsesBackingStore = IsSet("--backing-store"),
        ExcludeBackwardCompatible = IsSet("--exclude-backward-compatible"),
        IncludeAdditionalData = Last("--additional-data") is not { } included || bool.Parse(included),
    };

    /// <exception cref="UsageException">An argument is unknown, lacks its value, or has one that isn't understood.</exception>
    public static GenerateArguments Parse(IReadOnlyList<string> arguments)
    {
        var result = new GenerateArguments();
        for (var i = 0; i < arguments.Count; i++)
        {
            var (written, value) = Split(arguments[i]);
            var name = Aliases.GetValueOrDefault(written, written);
            if (!Known.Contains(name))
            {
                throw new UsageException($"'{arguments[i]}' is no argument of generate");
            }

            var isFollowedByValue = i + 1 < arguments.Count
                && (Switches.Contains(name) ? bool.TryParse(arguments[i + 1], out _) : !IsArgument(arguments[i + 1]));
            if (value is null && isFollowedByValue)
            {
                value = arguments[++i];
            }

            result.Add(name, value ?? (Switches.Contains(name) ? "true" : throw new UsageException($"{written} needs a value")));
        }

        result.Check();
        return result;
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return argument.StartsWith('-') && equals > 0 ? (argument[..equals], argument[(equals + 1)..]) : (argument, null);
    }

    private static bool IsArgument(string text) => text.StartsWith('-') && (Known.Contains(Split(text).Name) || Aliases.ContainsKey(Split(text).Name));

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out var values))
        {
            _values.Add(name, values = []);
        }

        values.Add(value);
    }

    private void Check()
    {
        if (!Language.Equals("CSharp", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException(Language.Length == 0 ? "--language is missing: --language CSharp" : $"The language '{Language}' is not supported, only CSharp");
        }

        if (Document.Length == 0)
        {
            throw new UsageException("--openapi is missing: the document to generate from");
        }

        if (Last("--type-access-modifier") is { } access && !Enum.TryParse<TypeAccess>(access, ignoreCase: true, out _))
        {
            throw new UsageException($"The type access modifier '{access}' is neither Public nor Internal");
        }

        foreach (var name in Switches)
        {
            if (Last(name) is { } value && !bool.TryParse(value, out _))
            {
                throw new UsageException($"'{value}' is neither true nor false ({name})");
            }
        }

        CheckNames();
    }

    private void CheckNames()
    {
        foreach (var (name, what) in new[] { (Last("--class-name") ?? "ApiClient", "class"), (Last("--namespace-name") ?? "ApiSdk", "namespace") })
        {
            var isValid = name.Length > 0 && name.Split('.').All(static part => part.Length > 0 && Refining.Identifiers.Valid(part) == part);
            if (!isValid || (what == "class" && name.Contains('.', StringComparison.Ordinal)))
            {
                throw new UsageException($"'{name}' can't be the name of a {what}");
            }
        }
    }

    private string? Last(string name) => _values.TryGetValue(name, out var values) ? values[^1] : null;

    private List<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

    private IReadOnlyList<string> AllOr(string name, IReadOnlyList<string> fallback) => _values.TryGetValue(name, out var values) ? values : fallback;

    private bool IsSet(string name) => Last(name) is { } value && bool.Parse(value);
}
