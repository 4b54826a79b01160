using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using VideoTasks.Http;
using VideoTasks.Vendors;

namespace VideoTasks;

/// <summary>The factory of a container: handlers, logging, clock and configuration come from there.</summary>
internal sealed class VideoTaskClientFactory(
    VideoTasksOptions options,
    IHttpMessageHandlerFactory handlers,
    ILoggerFactory? loggerFactory,
    TimeProvider? timeProvider,
    IConfiguration? configuration) : IVideoTaskClientFactory
{
    private readonly VideoVendorCatalog _catalog = options.CreateCatalog();
    private readonly VendorSender _sender = VendorSender.From(() => handlers.CreateHandler(VendorSender.HttpClientName));
    private readonly ConcurrentDictionary<string, VideoTaskClient> _clients = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> VendorNames => _catalog.Names;

    public IVideoTaskClient GetClient(string vendor) => _clients.GetOrAdd(_catalog.Get(vendor).Description.Name, CreateClient);

    private VideoTaskClient CreateClient(string name)
    {
        var client = new VideoTaskClientOptions { LoggerFactory = loggerFactory, TimeProvider = timeProvider ?? TimeProvider.System };
        Read(configuration?.GetSection("VideoTasks").GetSection(name), client, name);
        options.Apply(name, client);
        return new(_catalog.Get(name), client, _sender);
    }

    /// <summary>Reads the few values by hand: binding by reflection would not survive trimming.</summary>
    private static void Read(IConfigurationSection? section, VideoTaskClientOptions client, string vendor)
    {
        if (section is null)
        {
            return;
        }

        client.ApiKey = section[nameof(client.ApiKey)] is { Length: > 0 } key ? key : client.ApiKey;
        client.BaseUrl = section[nameof(client.BaseUrl)] is { Length: > 0 } url ? ReadUrl(section, url, vendor) : client.BaseUrl;
        client.RequestTimeout = Parse(section, nameof(client.RequestTimeout), vendor, client.RequestTimeout);
        client.RetryDelay = Parse(section, nameof(client.RetryDelay), vendor, client.RetryDelay);
        client.MaxConnectionsPerServer = Parse(section, nameof(client.MaxConnectionsPerServer), vendor, client.MaxConnectionsPerServer);
        client.MaxRetries = Parse(section, nameof(client.MaxRetries), vendor, client.MaxRetries);
        foreach (var parameter in section.GetSection(nameof(client.PathParameters)).GetChildren().Where(child => child.Value is { Length: > 0 }))
        {
            client.PathParameters[parameter.Key] = parameter.Value!;
        }

        client.AllowPrivateAddresses = section[nameof(client.AllowPrivateAddresses)] is { Length: > 0 } allow
            ? bool.TryParse(allow, out var allowed) ? allowed : throw Invalid(section, nameof(client.AllowPrivateAddresses), vendor)
            : client.AllowPrivateAddresses;
    }

    private static Uri ReadUrl(IConfigurationSection section, string text, string vendor) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : throw Invalid(section, nameof(VideoTaskClientOptions.BaseUrl), vendor);

    private static T Parse<T>(IConfigurationSection section, string name, string vendor, T otherwise)
        where T : ISpanParsable<T> =>
        section[name] is not { Length: > 0 } text ? otherwise
            : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
            : throw Invalid(section, name, vendor);

    private static VideoTaskException Invalid(IConfigurationSection section, string name, string vendor) =>
        new(ErrorMessages.ValueInvalid($"{section.Path}:{name}")) { Vendor = vendor };
}
