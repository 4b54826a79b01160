using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VideoTasks.Vendors;

namespace VideoTasks.Container;

/// <summary>What all calls of <c>AddVideoTasks</c> on one collection of services say together.</summary>
internal sealed class VideoTasksRegistry
{
    private readonly HashSet<string> _prepared = new(StringComparer.Ordinal);
    private ServiceDescriptor? _onlyClient;

    public List<VideoVendor> Vendors { get; } = [.. VideoVendors.Known];

    /// <summary>The clients that were added, each with its vendor's name.</summary>
    public List<(string Name, string Vendor)> Clients { get; } = [];

    /// <summary>What was said of a client, or of all (null).</summary>
    public List<(string? Name, Action<VideoTaskClientOptions, IServiceProvider> Configure)> Settings { get; } = [];

    public List<Func<IVideoTaskClient, IServiceProvider, IVideoTaskClient>> Decorators { get; } = [];

    /// <summary>The sections that were given; none for the container's own <c>VideoTasks</c>.</summary>
    public List<IConfiguration> Sections { get; } = [];

    /// <summary>The name of a client's options, and the key of its service.</summary>
    public static string KeyOf(string name) => name.ToLowerInvariant();

    /// <exception cref="InvalidOperationException"><c>AddVideoTasks</c> was not called.</exception>
    public static VideoTasksRegistry Of(IServiceCollection services) =>
        Find(services) ?? throw new InvalidOperationException("Call services.AddVideoTasks() first: its builder is what this is for.");

    public static VideoTasksRegistry? Find(IServiceCollection services) =>
        services.FirstOrDefault(service => service.ServiceType == typeof(VideoTasksRegistry))?.ImplementationInstance as VideoTasksRegistry;

    public bool IsNamed(string name) =>
        Settings.Any(setting => name.Equals(setting.Name, StringComparison.OrdinalIgnoreCase))
        || Clients.Any(client => name.Equals(client.Name, StringComparison.OrdinalIgnoreCase));

    public void AddClient(IServiceCollection services, string name, string vendor)
    {
        Clients.Add((name, vendor));
        Prepare(services, name);
        if (_onlyClient is not null)
        {
            services.Remove(_onlyClient);
        }

        if (Clients.All(client => client.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            _onlyClient = ServiceDescriptor.Singleton(provider => provider.GetRequiredService<IVideoTaskClientFactory>().GetClient(name));
            services.TryAdd(_onlyClient);
        }
    }

    /// <summary>The services of one client: itself by its key, its validation at the start, its part in a reload of the configuration.</summary>
    public void Prepare(IServiceCollection services, string name)
    {
        var key = KeyOf(name);
        if (!_prepared.Add(key))
        {
            return;
        }

        services.TryAddKeyedSingleton<IVideoTaskClient>(key, static (provider, serviceKey) =>
            provider.GetRequiredService<IVideoTaskClientFactory>().GetClient((string)serviceKey!));
        services.AddOptions<VideoTaskClientOptions>(key).ValidateOnStart();
        services.AddSingleton<IOptionsChangeTokenSource<VideoTaskClientOptions>>(provider =>
            new ClientChangeTokens(key, provider.GetRequiredService<ClientConfiguration>()));
    }
}
