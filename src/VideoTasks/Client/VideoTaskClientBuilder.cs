namespace VideoTasks;

/// <summary>Puts decorators around a client: <c>client.AsBuilder().Use(inner =&gt; new Budget(inner)).Build()</c>.</summary>
public sealed class VideoTaskClientBuilder
{
    private readonly IVideoTaskClient _innerClient;
    private readonly List<Func<IVideoTaskClient, IServiceProvider, IVideoTaskClient>> _factories = [];

    /// <summary>A builder around <paramref name="innerClient"/>.</summary>
    /// <param name="innerClient">The client that does the work.</param>
    public VideoTaskClientBuilder(IVideoTaskClient innerClient)
    {
        ArgumentNullException.ThrowIfNull(innerClient);
        _innerClient = innerClient;
    }

    /// <summary>Adds a decorator. The one that is added first is the outermost.</summary>
    /// <param name="clientFactory">Makes the decorator around the client that it is given.</param>
    public VideoTaskClientBuilder Use(Func<IVideoTaskClient, IVideoTaskClient> clientFactory)
    {
        ArgumentNullException.ThrowIfNull(clientFactory);
        return Use((innerClient, _) => clientFactory(innerClient));
    }

    /// <summary>Adds a decorator that needs services. The one that is added first is the outermost.</summary>
    /// <param name="clientFactory">Makes the decorator around the client that it is given.</param>
    public VideoTaskClientBuilder Use(Func<IVideoTaskClient, IServiceProvider, IVideoTaskClient> clientFactory)
    {
        ArgumentNullException.ThrowIfNull(clientFactory);
        _factories.Add(clientFactory);
        return this;
    }

    /// <summary>The client with all its decorators; a new chain each time.</summary>
    /// <param name="services">Where decorators find what they need; null for nowhere.</param>
    /// <exception cref="InvalidOperationException">A decorator's factory returned null.</exception>
    public IVideoTaskClient Build(IServiceProvider? services = null)
    {
        services ??= NoServices.Instance;
        var client = _innerClient;
        for (var i = _factories.Count - 1; i >= 0; i--)
        {
            client = _factories[i](client, services)
                ?? throw new InvalidOperationException($"The factory of decorator {i + 1} of {_factories.Count} returned null: return the client.");
        }

        return client;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
