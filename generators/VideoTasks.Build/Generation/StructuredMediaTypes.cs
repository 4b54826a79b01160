using System.Globalization;
using System.Net.Http.Headers;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Generation;

/// <summary>The media types that models are made of, with their preference.</summary>
internal sealed class StructuredMediaTypes
{
    public const string Multipart = "multipart/form-data";
    private readonly Dictionary<string, float> _priorities = new(StringComparer.OrdinalIgnoreCase);

    public StructuredMediaTypes(IEnumerable<string> mediaTypes)
    {
        foreach (var mediaType in mediaTypes)
        {
            if (Parse(mediaType) is { } parsed)
            {
                _priorities[parsed.Key] = parsed.Value;
            }
        }
    }

    /// <summary>The most preferred one, as it is written in headers.</summary>
    public string? First => _priorities.Count == 0 ? null : Write(_priorities.OrderByDescending(static p => p.Value).First());

    public int Count => _priorities.Count;

    public bool Contains(string? mediaType) => !string.IsNullOrEmpty(mediaType) && _priorities.ContainsKey(mediaType);

    /// <summary>Whether a model can be made of a response's or body's content: parameters and vendors' trees don't matter.</summary>
    public bool Accepts(string contentKey)
    {
        if (contentKey.Split(';', StringSplitOptions.RemoveEmptyEntries) is not [var mediaType, ..])
        {
            return false;
        }

        return Contains(mediaType) || Contains(WithoutVendor(mediaType));
    }

    /// <summary>What to ask for, of the given types: the structured ones, sorted.</summary>
    public IEnumerable<string> Accepted(IEnumerable<string> mediaTypes) => Known(mediaTypes).Select(Write).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>What to send, of the given types: the most preferred.</summary>
    public string? Preferred(IEnumerable<string> mediaTypes) => Known(mediaTypes)
        .OrderByDescending(static p => p.Value)
        .ThenByDescending(static p => p.Key, StringComparer.OrdinalIgnoreCase)
        .Select(static p => p.Key)
        .FirstOrDefault();

    private static string Write(KeyValuePair<string, float> mediaType) => mediaType.Value == 1
        ? mediaType.Key
        : string.Create(CultureInfo.InvariantCulture, $"{mediaType.Key};q={mediaType.Value}");

    private static string WithoutVendor(string mediaType)
    {
        var slash = mediaType.IndexOf('/', StringComparison.Ordinal);
        var plus = mediaType.IndexOf('+', StringComparison.Ordinal);
        return slash < 0 || plus < slash ? mediaType : mediaType[..(slash + 1)] + mediaType[(plus + 1)..];
    }

    private static KeyValuePair<string, float>? Parse(string text)
    {
        if (!MediaTypeHeaderValue.TryParse(text, out var parsed) || string.IsNullOrEmpty(parsed.MediaType))
        {
            return null;
        }

        var priority = 1f;
        var key = parsed.MediaType;
        foreach (var parameter in parsed.Parameters)
        {
            if (!parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase))
            {
                key = $"{key};{parameter.Name}={parameter.Value}";
            }
            else if (float.TryParse(parameter.Value, CultureInfo.InvariantCulture, out var given))
            {
                priority = given;
            }
        }

        return KeyValuePair.Create(key, priority);
    }

    private IEnumerable<KeyValuePair<string, float>> Known(IEnumerable<string> mediaTypes)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var mediaType in mediaTypes)
        {
            if (Parse(mediaType) is { } parsed && seen.Add(parsed.Key) && PriorityOf(parsed.Key) is { } priority)
            {
                yield return KeyValuePair.Create(parsed.Key, priority);
            }
        }
    }

    private float? PriorityOf(string mediaType)
    {
        var withoutParameters = mediaType.Split(';', StringSplitOptions.RemoveEmptyEntries)[0];
        string[] candidates = [mediaType, WithoutVendor(mediaType), withoutParameters, WithoutVendor(withoutParameters)];
        foreach (var candidate in candidates)
        {
            if (_priorities.TryGetValue(candidate, out var priority))
            {
                return priority;
            }
        }

        return null;
    }
}
