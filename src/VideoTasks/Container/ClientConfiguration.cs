using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace VideoTasks.Container;

/// <summary>Where the configuration of the clients stands: in the sections that were given, or else below <c>VideoTasks</c>.</summary>
internal sealed class ClientConfiguration(VideoTasksRegistry registry, IConfiguration? configuration)
{
    private const string DefaultSection = "VideoTasks";

    private readonly List<IConfiguration> _sections = registry.Sections.Count > 0 ? registry.Sections
        : configuration is null ? []
        : [configuration.GetSection(DefaultSection)];

    /// <summary>Whether there is any that may change.</summary>
    public bool IsPresent => _sections.Count > 0;

    public bool Has(string name) => SectionsOf(name).Any(section => section.GetChildren().Any());

    /// <summary>The path of a client's setting, for what is said about it.</summary>
    public string PathOf(string name, string key) => _sections switch
    {
        [] => $"{DefaultSection}:{name}:{key}",
        [.., IConfigurationSection section] => $"{section.Path}:{name}:{key}",
        _ => $"{name}:{key}",
    };

    /// <exception cref="VideoTaskException">A value can't be read as what it should be.</exception>
    public void Read(string name, VideoTaskClientOptions options)
    {
        foreach (var section in SectionsOf(name))
        {
            ClientSettings.Read(section, options);
        }
    }

    /// <summary>The paths of keys of a client that nothing reads.</summary>
    public IReadOnlyList<string> UnknownKeysOf(string name) =>
    [
        .. SectionsOf(name).SelectMany(section => section.GetChildren())
            .Where(child => !ClientSettings.IsKnown(child.Key))
            .Select(child => child.Path),
    ];

    /// <summary>The paths of sections that look like a client's, and whose name none has.</summary>
    public IReadOnlyList<string> UnknownClients(ClientCatalog catalog) =>
    [
        .. _sections.SelectMany(section => section.GetChildren())
            .Where(child => !catalog.TryGet(child.Key, out _, out _) && child.GetChildren().Any(setting => ClientSettings.IsKnown(setting.Key)))
            .Select(child => child.Path),
    ];

    public IChangeToken GetReloadToken() => _sections.Count == 1
        ? _sections[0].GetReloadToken()
        : new CompositeChangeToken([.. _sections.Select(section => section.GetReloadToken())]);

    private IEnumerable<IConfigurationSection> SectionsOf(string name) => _sections.Select(section => section.GetSection(name));
}
