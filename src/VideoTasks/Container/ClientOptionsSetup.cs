using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VideoTasks.Container;

/// <summary>Fills the options of a client: what the container has, the configuration, what is said of all, what is said of this one.</summary>
internal sealed class ClientOptionsSetup(IServiceProvider services, VideoTasksRegistry registry, ClientConfiguration configuration)
    : IConfigureNamedOptions<VideoTaskClientOptions>
{
    public void Configure(VideoTaskClientOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, VideoTaskClientOptions options)
    {
        options.LoggerFactory = services.GetService<ILoggerFactory>();
        options.TimeProvider = services.GetService<TimeProvider>() ?? options.TimeProvider;
        if (string.IsNullOrEmpty(name))
        {
            return;
        }

        configuration.Read(name, options);
        foreach (var (_, configure) in registry.Settings.Where(setting => setting.Name is null))
        {
            configure(options, services);
        }

        foreach (var (_, configure) in registry.Settings.Where(setting => name.Equals(setting.Name, StringComparison.OrdinalIgnoreCase)))
        {
            configure(options, services);
        }
    }
}
