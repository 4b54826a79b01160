using System.CommandLine;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Input;

/// <summary>The clients of the vendors of a command, with the base URL and the key of its options or the environment.</summary>
internal sealed class VendorClients(ParseResult parsed, TextInput input)
{
    private static readonly Option[] OfOneVendor = [VendorOptions.BaseUrl, VendorOptions.ApiKey, VendorOptions.KeyFile];
    private readonly Dictionary<string, IVideoTaskClient> _clients = new(StringComparer.OrdinalIgnoreCase);
    private readonly RememberedUrls _remembered = new();

    /// <summary>The client of a vendor.</summary>
    public async Task<IVideoTaskClient> GetAsync(string vendorName, CancellationToken token)
    {
        if (_clients.TryGetValue(vendorName, out var client))
        {
            return client;
        }

        var vendor = VendorOptions.FindVendor(vendorName);
        if (_clients.Count > 0 && OfOneVendor.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } option)
        {
            throw new UsageException(
                $"{option.Name} is for one vendor, and these tasks are of several. Set {VendorOptions.KeyVariable(vendor.Description.Name)} "
                + $"and {VendorOptions.BaseUrlVariable(vendor.Description.Name)} in its place, and so for each.");
        }

        return _clients[vendorName] = await CreateAsync(vendor, token);
    }

    private async Task<IVideoTaskClient> CreateAsync(VideoVendor vendor, CancellationToken token)
    {
        var description = vendor.Description;
        var baseUrl = ReadBaseUrl(description.Name, out var isChosen);
        if (baseUrl is null && description.BaseUrl is null)
        {
            throw new UsageException(
                $"{vendor.Explain()?.DocumentPath ?? description.Name} names no server: give --base-url URL, or set "
                    + $"{VendorOptions.BaseUrlVariable(description.Name)}.");
        }

        var key = await ReadKeyAsync(description.Name, token);
        if (key is not null)
        {
            KeepAtHome(description, key, baseUrl, isChosen);
        }

        var options = new VideoTaskClientOptions { ApiKey = key, BaseUrl = baseUrl };
        foreach (var text in parsed.GetValue(VendorOptions.PathParameters) ?? [])
        {
            if (text.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } value])
            {
                throw new UsageException($"--path '{text}' is not NAME=VALUE.");
            }

            options.PathParameters[name] = value;
        }

        return new VideoTaskClient(vendor, options);
    }

    private void KeepAtHome(VideoVendorDescription vendor, string key, Uri? baseUrl, bool isChosen)
    {
        if (isChosen)
        {
            _remembered.Set(vendor.Name, key, baseUrl == vendor.BaseUrl ? null : baseUrl);
        }
        else if (_remembered.Find(vendor.Name, key) is { } url)
        {
            throw new UsageException(
                $"this key of {vendor.Name} was last used with --base-url {url}, and would now go to {vendor.BaseUrl?.Host}: nothing was sent. "
                + $"Give --base-url again, or set {VendorOptions.BaseUrlVariable(vendor.Name)}; "
                + $"if the key is for {vendor.BaseUrl?.Host}: --base-url {VendorOptions.OwnBaseUrl}");
        }
    }

    private async Task<string?> ReadKeyAsync(string vendor, CancellationToken token)
    {
        var value = parsed.GetValue(VendorOptions.ApiKey);
        if (parsed.GetValue(VendorOptions.KeyFile) is { } file)
        {
            return value is null
                ? await input.ReadSecretAsync(VendorOptions.KeyFile.Name, file, token)
                : throw new UsageException("--api-key and --key-file both give a key: give one of them.");
        }

        if (value == TextInput.Standard)
        {
            return await input.ReadSecretAsync(VendorOptions.ApiKey.Name, value, token);
        }

        var key = value ?? Environment.GetEnvironmentVariable(VendorOptions.KeyVariable(vendor));
        if (key is null)
        {
            throw new UsageException(
                $"{vendor} needs a key: set {VendorOptions.KeyVariable(vendor)}, or give --api-key KEY or --key-file FILE "
                + "(an empty KEY sends none).");
        }

        return key.Length == 0 ? null : key;
    }

    /// <summary>The base URL to use in place of the vendor's own; null for that one.</summary>
    /// <param name="vendor">The vendor's name.</param>
    /// <param name="isChosen">Whether somebody named a base URL, or the vendor's own, now.</param>
    private Uri? ReadBaseUrl(string vendor, out bool isChosen)
    {
        var variable = VendorOptions.BaseUrlVariable(vendor);
        var (source, text) = parsed.GetValue(VendorOptions.BaseUrl) is { } option
            ? (VendorOptions.BaseUrl.Name, option)
            : (variable, Environment.GetEnvironmentVariable(variable));
        isChosen = !string.IsNullOrEmpty(text) || source != variable;
        if (!isChosen || text == VendorOptions.OwnBaseUrl)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new UsageException($"{source} '{text}' is not a URL that starts with http:// or https://.");
    }
}
