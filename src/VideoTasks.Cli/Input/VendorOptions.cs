using System.CommandLine;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Input;

/// <summary>The options that commands share, and the client that they describe.</summary>
internal static class VendorOptions
{
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON, one document a line." };

    public static Option<string?> BaseUrl { get; } = new("--base-url")
    {
        Description = "The URL to use in place of the vendor's own.", HelpName = "URL",
    };

    public static Option<string?> ApiKey { get; } = new("--api-key")
    {
        Description = "The key; by default the variable VIDEOTASKS_<VENDOR>_API_KEY. An empty one sends none.", HelpName = "KEY",
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
        command.Options.Add(PathParameters);
        command.Options.Add(Timeout);
        return command;
    }

    public static TimeSpan? ReadTimeout(ParseResult parsed) => parsed.GetResult(Timeout) is null || parsed.GetValue(Timeout) is not { } text
        ? null
        : Durations.Parse(text);

    /// <summary>The client of a vendor, with the base URL and the key of the command line or the environment.</summary>
    public static VideoTaskClient CreateClient(ParseResult parsed, string vendorName)
    {
        var vendor = FindVendor(vendorName);
        var baseUrl = ReadBaseUrl(parsed);
        if (baseUrl is null && vendor.Description.BaseUrl is null)
        {
            throw new UsageException($"{vendor.Description.DocumentPath} names no server: give --base-url URL.");
        }

        var options = new VideoTaskClientOptions { ApiKey = ReadKey(parsed, vendor.Description.Name), BaseUrl = baseUrl };
        foreach (var text in parsed.GetValue(PathParameters) ?? [])
        {
            if (text.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } value])
            {
                throw new UsageException($"--path '{text}' is not NAME=VALUE.");
            }

            options.PathParameters[name] = value;
        }

        return new VideoTaskClient(vendor, options);
    }

    public static VideoVendor FindVendor(string name)
    {
        foreach (var vendor in VideoVendors.All)
        {
            if (string.Equals(vendor.Description.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return vendor;
            }
        }

        var names = string.Join(", ", VideoVendors.All.Select(vendor => vendor.Description.Name));
        throw new UsageException($"there is no vendor '{name}'. There are: {names}.");
    }

    /// <summary>The variable that a vendor's key is looked for in.</summary>
    public static string KeyVariable(string vendor)
        => $"VIDEOTASKS_{string.Concat(vendor.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'))}_API_KEY";

    private static string? ReadKey(ParseResult parsed, string vendor)
    {
        var key = parsed.GetValue(ApiKey) ?? Environment.GetEnvironmentVariable(KeyVariable(vendor));
        if (key is null)
        {
            throw new UsageException($"{vendor} needs a key: set {KeyVariable(vendor)}, or give --api-key KEY (an empty one sends none).");
        }

        return key.Length == 0 ? null : key;
    }

    private static Uri? ReadBaseUrl(ParseResult parsed)
    {
        if (parsed.GetValue(BaseUrl) is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new UsageException($"--base-url '{text}' is not a URL that starts with http:// or https://.");
    }
}
