using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace VideoTasks.Container;

/// <summary>
/// The keys that configuration may have below a client's name, and how each is read: by hand, since binding by reflection would not survive trimming.
/// </summary>
internal static class ClientSettings
{
    private delegate void Reader(IConfigurationSection value, VideoTaskClientOptions options);

    private static readonly Dictionary<string, Reader> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(VideoTaskClientOptions.ApiKey)] = (value, options) => options.ApiKey = value.Value,
        [nameof(VideoTaskClientOptions.BaseUrl)] = (value, options) =>
            options.BaseUrl = Uri.TryCreate(value.Value, UriKind.Absolute, out var url) ? url : throw Invalid(value),
        [nameof(VideoTaskClientOptions.RequestTimeout)] = (value, options) => options.RequestTimeout = Parse<TimeSpan>(value),
        [nameof(VideoTaskClientOptions.RetryDelay)] = (value, options) => options.RetryDelay = Parse<TimeSpan>(value),
        [nameof(VideoTaskClientOptions.MaxRetries)] = (value, options) => options.MaxRetries = Parse<int>(value),
        [nameof(VideoTaskClientOptions.MaxResponseBytes)] = (value, options) => options.MaxResponseBytes = Parse<int>(value),
        [nameof(VideoTaskClientOptions.MaxConnectionsPerServer)] = (value, options) => options.MaxConnectionsPerServer = Parse<int>(value),
        [nameof(VideoTaskClientOptions.AllowPrivateAddresses)] = (value, options) =>
            options.AllowPrivateAddresses = bool.TryParse(value.Value, out var allowed) ? allowed : throw Invalid(value),
        [nameof(VideoTaskClientOptions.PathParameters)] = (value, options) =>
        {
            foreach (var parameter in value.GetChildren().Where(child => child.Value is { Length: > 0 }))
            {
                options.PathParameters[parameter.Key] = parameter.Value!;
            }
        },
    };

    public static IEnumerable<string> Keys => Readers.Keys;

    public static bool IsKnown(string key) => Readers.ContainsKey(key);

    /// <exception cref="VideoTaskException">A value can't be read as what it should be.</exception>
    public static void Read(IConfigurationSection section, VideoTaskClientOptions options)
    {
        foreach (var (key, read) in Readers)
        {
            // An environment variable that is set to nothing says nothing.
            if (section.GetSection(key) is var value && (value.Value is { Length: > 0 } || value.GetChildren().Any()))
            {
                read(value, options);
            }
        }
    }

    private static T Parse<T>(IConfigurationSection value)
        where T : ISpanParsable<T> =>
        T.TryParse(value.Value, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw Invalid(value);

    private static VideoTaskException Invalid(IConfigurationSection value) => new(ErrorMessages.ValueInvalid(value.Path));
}
