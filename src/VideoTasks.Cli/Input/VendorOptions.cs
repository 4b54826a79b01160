using System.CommandLine;
using System.CommandLine.Completions;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Input;

/// <summary>The options that commands share.</summary>
internal static class VendorOptions
{
    /// <summary>The names of all vendors.</summary>
    public static IReadOnlyList<string> VendorNames => [.. VideoVendors.All.Select(vendor => vendor.Description.Name)];

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON, one document a line." };

    /// <summary>The word for the vendor's own base URL.</summary>
    public const string OwnBaseUrl = "default";

    public static Option<string?> BaseUrl { get; } = new("--base-url")
    {
        Description = "The URL to use in place of the vendor's own, as that of a gateway; by default the variable VIDEOTASKS_<VENDOR>_BASE_URL. "
            + $"'{OwnBaseUrl}' is the vendor's own.",
        HelpName = "URL",
    };

    public static Option<string?> ApiKey { get; } = new("--api-key")
    {
        Description = "The key; others on this machine can see it: prefer the variable VIDEOTASKS_<VENDOR>_API_KEY, the default, or --key-file. "
            + "'-' reads it from standard input; an empty one sends none.",
        HelpName = "KEY",
    };

    public static Option<string?> KeyFile { get; } = new("--key-file")
    {
        Description = "A file that holds the key; '-' is standard input.", HelpName = "FILE",
    };

    public static Option<string?> Timeout { get; } = new("--timeout")
    {
        Description = "How long the command may take: seconds, or 90s, 5m, 1h. Exit code 4 when it passes.", HelpName = "TIME",
    };

    public static Option<string[]> PathParameters { get; } = new("--path")
    {
        Description =
            "A value for a path parameter besides the id, such as project_id=p1; may be repeated. vendors --explain says which there are.", HelpName =
                "NAME=VALUE",
    };

    /// <summary>Adds what every command at a vendor takes.</summary>
    public static Command WithVendorOptions(this Command command)
    {
        command.Options.Add(Json);
        command.Options.Add(BaseUrl);
        command.Options.Add(ApiKey);
        command.Options.Add(KeyFile);
        command.Options.Add(PathParameters);
        command.Options.Add(Timeout);
        return command;
    }

    public static TimeSpan? ReadTimeout(ParseResult parsed) => parsed.GetResult(Timeout) is null || parsed.GetValue(Timeout) is not { } text
        ? null
        : Durations.Parse(text);

    /// <summary>An argument that names a vendor.</summary>
    public static Argument<string> Vendor() => new("VENDOR")
    {
        Description = "The vendor; `videotasks vendors` lists them.",
        HelpName = "VENDOR",
        CompletionSources = { _ => VendorNames.Select(name => new CompletionItem(name)) },
    };

    public static VideoVendor FindVendor(string name)
    {
        foreach (var vendor in VideoVendors.All)
        {
            if (string.Equals(vendor.Description.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return vendor;
            }
        }

        throw new UsageException(
            $"there is no vendor '{name}'.{Suggestions.DidYouMean(name, VendorNames)} There are: {string.Join(", ", VendorNames)}.");
    }

    /// <summary>The variable that a vendor's key is looked for in.</summary>
    public static string KeyVariable(string vendor) => $"{Prefix(vendor)}_API_KEY";

    /// <summary>The variable that a vendor's base URL is looked for in.</summary>
    public static string BaseUrlVariable(string vendor) => $"{Prefix(vendor)}_BASE_URL";

    private static string Prefix(string vendor)
        => $"VIDEOTASKS_{string.Concat(vendor.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'))}";
}
