using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoTasks;
using VideoTasks.Container;
using VideoTasks.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>VideoTasks in a container.</summary>
public static class VideoTaskServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IVideoTaskClientFactory"/>, and each client as a keyed <see cref="IVideoTaskClient"/> by its name in lower case: that of
    /// a vendor, or one that is added. It may be called any number of times; all calls together count. Keys and URLs are read from the
    /// configuration, when the container has one: <c>VideoTasks:hingnet:ApiKey</c>, <c>:BaseUrl</c>, <c>:RequestTimeout</c>, <c>:MaxRetries</c>. A
    /// key that changes there is used from the next request on. What was set up for a client is checked when the host starts.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets up vendors, clients and decorators; null for what the configuration says.</param>
    public static IVideoTasksBuilder AddVideoTasks(this IServiceCollection services, Action<IVideoTasksBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (VideoTasksRegistry.Find(services) is null)
        {
            AddServices(services);
        }

        var builder = new VideoTasksBuilder(services, services.AddHttpClient(VendorSender.HttpClientName));
        configure?.Invoke(builder);
        return builder;
    }

    /// <summary>As without a section, but the clients are read from this one in place of <c>VideoTasks</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section with the clients' names below it. Of several, given by several calls, the later wins.</param>
    /// <param name="configure">Sets up vendors, clients and decorators; null for what the configuration says.</param>
    public static IVideoTasksBuilder AddVideoTasks(
        this IServiceCollection services, IConfiguration section, Action<IVideoTasksBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = services.AddVideoTasks();
        VideoTasksRegistry.Of(services).Sections.Add(section);
        configure?.Invoke(builder);
        return builder;
    }

    private static void AddServices(IServiceCollection services)
    {
        var registry = new VideoTasksRegistry();
        services.AddSingleton(registry);
        services.AddSingleton(static provider => new ClientCatalog(provider.GetRequiredService<VideoTasksRegistry>()));
        services.AddSingleton(static provider => new ClientConfiguration(
            provider.GetRequiredService<VideoTasksRegistry>(), provider.GetService<IConfiguration>()));
        services.AddSingleton<IValidateOptions<VideoTaskClientOptions>>(static provider => new ClientOptionsValidation(
            provider.GetRequiredService<VideoTasksRegistry>(),
            provider.GetRequiredService<ClientCatalog>(),
            provider.GetRequiredService<ClientConfiguration>()));

        // Before what the application says by services.Configure, wherever that stands.
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<VideoTaskClientOptions>>(static provider => new ClientOptionsSetup(
            provider, provider.GetRequiredService<VideoTasksRegistry>(), provider.GetRequiredService<ClientConfiguration>())));
        services.TryAddSingleton<IVideoTaskClientFactory>(static provider => new VideoTaskClientFactory(
            provider.GetRequiredService<VideoTasksRegistry>(),
            provider.GetRequiredService<ClientCatalog>(),
            provider.GetRequiredService<ClientConfiguration>(),
            provider.GetRequiredService<IOptionsMonitor<VideoTaskClientOptions>>(),
            provider.GetRequiredService<IHttpMessageHandlerFactory>(),
            provider.GetService<ILoggerFactory>(),
            provider));
        registry.Vendors.ForEach(vendor => registry.Prepare(services, vendor.Description.Name));
        AddHandlers(services);
    }

    private static void AddHandlers(IServiceCollection services)
    {
        services.AddHttpClient(VendorSender.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(static () => new VendorTransport())
            .RedactLoggedHeaders(static _ => true);

        // Behind all others, also those of ConfigureHttpClientDefaults and those that are added to this client later.
        services.PostConfigure<HttpClientFactoryOptions>(VendorSender.HttpClientName, static options =>
            options.HttpMessageHandlerBuilderActions.Add(static builder =>
            {
                if (!builder.AdditionalHandlers.OfType<SingleSendHandler>().Any())
                {
                    builder.AdditionalHandlers.Add(new SingleSendHandler());
                    builder.PrimaryHandler = new VendorKeyHandler(builder.PrimaryHandler);
                }
            }));
    }
}
