using System.Collections;
using System.Globalization;
using System.Xml;
using Microsoft.Kiota.Abstractions.Helpers;

namespace Microsoft.Kiota.Abstractions.UriTemplates;

/// <summary>A variable's value as texts: one, a list, or a map. Undefined values and members are left out (RFC 6570, section 2.3).</summary>
internal readonly struct UriTemplateValue
{
    private UriTemplateValue(string? text, IReadOnlyList<string>? list, IReadOnlyList<KeyValuePair<string, string>>? map)
    {
        Text = text;
        List = list;
        Map = map;
    }

    public string? Text { get; }

    public IReadOnlyList<string>? List { get; }

    public IReadOnlyList<KeyValuePair<string, string>>? Map { get; }

    public bool IsDefined => Text is not null || List is { Count: > 0 } || Map is { Count: > 0 };

    /// <summary>Formats a value of any type that generated clients use.</summary>
    /// <exception cref="ArgumentException">A list or a map holds another one.</exception>
    public static UriTemplateValue From(string name, object? value) => value switch
    {
        null => default,
        string or byte[] => new(Format(name, value), null, null),
        IDictionary map => new(null, null, MapOf(name, Entries(map))),
        IEnumerable<KeyValuePair<string, object?>> map => new(null, null, MapOf(name, map)),
        IEnumerable<KeyValuePair<string, string?>> map => new(
            null, null, MapOf(name, map.Select(static pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)))),
        IEnumerable list => new(null, [.. list.Cast<object?>().Where(static item => item is not null).Select(item => Format(name, item!))], null),
        _ => new(Format(name, value), null, null),
    };

    private static List<KeyValuePair<string, string>> MapOf(string name, IEnumerable<KeyValuePair<string, object?>> entries) =>
        [.. entries.Where(static entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, Format(name, entry.Value!)))];

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return KeyValuePair.Create(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty, entry.Value);
        }
    }

    private static string Format(string name, object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        Enum member => EnumHelpers.GetUrlWord(member),
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("o", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan duration => XmlConvert.ToString(duration),
        Guid id => id.ToString("D", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        IEnumerable => throw new ArgumentException($"The URL parameter '{name}' holds a collection inside a collection, which a URL cannot express."),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
