using Microsoft.Extensions.DependencyInjection;
using VideoTasks.Container;
using VideoTasks.Vendors;

namespace VideoTasks;

/// <summary>
/// What can be set up. The order counts for nothing but for several settings of one client, of which the last wins: first the configuration, then
/// <see cref="ConfigureAll"/>, then what is said of the client itself, then the application's own
/// <c>services.Configure&lt;VideoTaskClientOptions&gt;(name, …)</c>, with the name in lower case.
/// </summary>
public static class VideoTasksBuilderExtensions
{
    /// <summary>Adds vendors that were generated in another assembly. One with a known name replaces the known one.</summary>
    public static IVideoTasksBuilder AddVendors(this IVideoTasksBuilder builder, IEnumerable<VideoVendor> vendors)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(vendors);
        var registry = VideoTasksRegistry.Of(builder.Services);
        foreach (var vendor in vendors)
        {
            registry.Vendors.Add(vendor);
            registry.Prepare(builder.Services, vendor.Description.Name);
        }

        return builder;
    }

    /// <summary>
    /// Adds a client under a name of its own: a second account, region or gateway of a vendor. Its tasks and handles carry that name, and the
    /// configuration is read at <c>VideoTasks:NAME</c>. Where it is the only one that is added, it is also the container's
    /// <see cref="IVideoTaskClient"/> without a key.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The client's name: without slashes and spaces. The vendor's own name will do.</param>
    /// <param name="vendor">The name of the vendor, in any case.</param>
    /// <param name="configure">Sets it up; null for what the configuration says.</param>
    public static IVideoTasksBuilder AddClient(
        this IVideoTasksBuilder builder, string name, string vendor, Action<VideoTaskClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(vendor);
        VideoTasksRegistry.Of(builder.Services).AddClient(builder.Services, name, vendor);
        return configure is null ? builder : builder.Configure(name, configure);
    }

    /// <summary>Sets up one client. It wins over the configuration.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The client's name, which is the vendor's unless it was added with another one.</param>
    /// <param name="configure">Changes its options.</param>
    public static IVideoTasksBuilder Configure(this IVideoTasksBuilder builder, string name, Action<VideoTaskClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.Configure(name, (options, _) => configure(options));
    }

    /// <summary>Sets up one client with what the container has.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The client's name, which is the vendor's unless it was added with another one.</param>
    /// <param name="configure">Changes its options.</param>
    public static IVideoTasksBuilder Configure(
        this IVideoTasksBuilder builder, string name, Action<VideoTaskClientOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        var registry = VideoTasksRegistry.Of(builder.Services);
        registry.Settings.Add((name, configure));
        registry.Prepare(builder.Services, name);
        return builder;
    }

    /// <summary>Sets up every client, before what is said of one.</summary>
    public static IVideoTasksBuilder ConfigureAll(this IVideoTasksBuilder builder, Action<VideoTaskClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        VideoTasksRegistry.Of(builder.Services).Settings.Add((null, (options, _) => configure(options)));
        return builder;
    }

    /// <summary>Puts a decorator around every client. The one that is added first is the outermost.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="clientFactory">Makes the decorator around the client that it is given.</param>
    public static IVideoTasksBuilder Use(
        this IVideoTasksBuilder builder, Func<IVideoTaskClient, IServiceProvider, IVideoTaskClient> clientFactory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(clientFactory);
        VideoTasksRegistry.Of(builder.Services).Decorators.Add(clientFactory);
        return builder;
    }
}
