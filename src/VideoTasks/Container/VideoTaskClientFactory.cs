using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VideoTasks.Http;
using VideoTasks.Vendors;

namespace VideoTasks.Container;

/// <summary>The factory of a container: handlers, logging, clock and configuration come from there.</summary>
internal sealed class VideoTaskClientFactory : IVideoTaskClientFactory
{
    private readonly VideoTasksRegistry _registry;
    private readonly ClientCatalog _catalog;
    private readonly ClientConfiguration _configuration;
    private readonly IOptionsMonitor<VideoTaskClientOptions> _options;
    private readonly IServiceProvider _services;
    private readonly VendorSender _sender;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IVideoTaskClient> _clients = new(StringComparer.OrdinalIgnoreCase);

    public VideoTaskClientFactory(
        VideoTasksRegistry registry,
        ClientCatalog catalog,
        ClientConfiguration configuration,
        IOptionsMonitor<VideoTaskClientOptions> options,
        IHttpMessageHandlerFactory handlers,
        ILoggerFactory? loggerFactory,
        IServiceProvider services)
    {
        catalog.EnsureSound();
        (_registry, _catalog, _configuration, _options, _services) = (registry, catalog, configuration, options, services);
        _sender = VendorSender.From(() => handlers.CreateHandler(VendorSender.HttpClientName));
        _logger = loggerFactory?.CreateLogger("VideoTasks") ?? NullLogger.Instance;
        if (configuration.UnknownClients(catalog) is { Count: > 0 } unknown)
        {
            ContainerLog.UnknownClients(_logger, string.Join(", ", unknown), string.Join(", ", catalog.Names));
        }
    }

    public IReadOnlyList<string> ClientNames => _catalog.Names;

    public bool TryGetClient(string name, [NotNullWhen(true)] out IVideoTaskClient? client)
    {
        ArgumentNullException.ThrowIfNull(name);
        client = _catalog.TryGet(name, out var vendor, out var ownName) ? GetOrCreate(ownName, vendor) : null;
        return client is not null;
    }

    public IVideoTaskClient GetClient(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return TryGetClient(name, out var client) ? client : throw NoClient(name);
    }

    public IVideoTaskClient CreateClient(string name, Action<VideoTaskClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        if (!_catalog.TryGet(name, out var vendor, out var ownName))
        {
            throw NoClient(name);
        }

        var own = OptionsOf(ownName);
        var options = own.Clone();
        configure(options);
        if (options.ApiKey != own.ApiKey && options.ApiKeyProvider == own.ApiKeyProvider)
        {
            // The provider would win, and another account would pay.
            options.ApiKeyProvider = null;
        }

        return Create(ownName, vendor, options);
    }

    private IVideoTaskClient GetOrCreate(string name, VideoVendor vendor)
    {
        lock (_lock)
        {
            if (_clients.TryGetValue(name, out var known))
            {
                return known;
            }

            var first = OptionsOf(name);
            if (_configuration.UnknownKeysOf(name) is { Count: > 0 } unknown)
            {
                ContainerLog.UnknownKeys(_logger, string.Join(", ", unknown), string.Join(", ", ClientSettings.Keys));
            }

            var options = first.Clone();
            if (options.ApiKeyProvider is null && _configuration.IsPresent)
            {
                options.ApiKeyProvider = new ReloadedKey(VideoTasksRegistry.KeyOf(name), first, _options, _logger).GetAsync;
            }

            return _clients[name] = Create(name, vendor, options);
        }
    }

    private IVideoTaskClient Create(string name, VideoVendor vendor, VideoTaskClientOptions options)
    {
        options.Name = name;
        IVideoTaskClient client;
        try
        {
            client = new VideoTaskClient(vendor, options, _sender);
        }
        catch (ArgumentException exception)
        {
            throw new VideoTaskException(VideoTaskErrorReason.Configuration, $"{name}: {exception.Message}", exception) { Vendor = name };
        }

        var builder = client.AsBuilder();
        _registry.Decorators.ForEach(decorator => builder.Use(decorator));
        return builder.Build(_services);
    }

    private VideoTaskClientOptions OptionsOf(string name)
    {
        try
        {
            return _options.Get(VideoTasksRegistry.KeyOf(name));
        }
        catch (OptionsValidationException exception)
        {
            throw new VideoTaskException(VideoTaskErrorReason.Configuration, string.Join(" ", exception.Failures), exception) { Vendor = name };
        }
    }

    private VideoTaskException NoClient(string name) => new(ErrorMessages.NoClient(name, _catalog.Names)) { Vendor = name };
}
