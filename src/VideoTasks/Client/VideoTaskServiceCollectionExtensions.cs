using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using VideoTasks;
using VideoTasks.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>VideoTasks in a container.</summary>
public static class VideoTaskServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IVideoTaskClientFactory"/>, and each vendor's <see cref="IVideoTaskClient"/> as a keyed service by the vendor's name.
    /// Connections come from the <c>IHttpClientFactory</c> client named <c>VideoTasks</c>. Keys and URLs are read from the configuration, when
    /// the container has one (<c>VideoTasks:hingnet:ApiKey</c>, <c>:BaseUrl</c>, <c>:RequestTimeout</c>, <c>:MaxRetries</c>), and then from
    /// <paramref name="configure"/>. Whoever gives that client another primary handler sets <c>AllowAutoRedirect = false</c> on it: the library
    /// follows redirects itself, without the key, and refuses a handler that would take the key along.
    /// </summary>
    public static IServiceCollection AddVideoTasks(this IServiceCollection services, Action<VideoTasksOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new VideoTasksOptions();
        configure?.Invoke(options);

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
        services.TryAddSingleton<IVideoTaskClientFactory>(provider => new VideoTaskClientFactory(
            options,
            provider.GetRequiredService<IHttpMessageHandlerFactory>(),
            provider.GetService<ILoggerFactory>(),
            provider.GetService<TimeProvider>(),
            provider.GetService<IConfiguration>()));
        foreach (var name in options.CreateCatalog().Names)
        {
            services.TryAddKeyedSingleton<IVideoTaskClient>(name, static (provider, key) =>
                provider.GetRequiredService<IVideoTaskClientFactory>().GetClient((string)key!));
        }

        return services;
    }
}
