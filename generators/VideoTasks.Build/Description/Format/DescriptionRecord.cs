using System.Globalization;

namespace VideoTasks.Build.Description.Format;

/// <summary>A line of a vendor description, <c>keyword name="value" …</c>, with the lines that are indented below it.</summary>
internal sealed class DescriptionRecord(string keyword, int line = 0)
{
    private readonly List<KeyValuePair<string, string>> _values = [];
    private readonly List<DescriptionRecord> _children = [];

    public string Keyword { get; } = keyword;

    public IReadOnlyList<KeyValuePair<string, string>> Values => _values;

    public IReadOnlyList<DescriptionRecord> Children => _children;

    /// <summary>The value of a name; null without one.</summary>
    public string? this[string name] => _values.Find(v => v.Key == name).Value;

    /// <summary>The value that a place has as <c>at</c>.</summary>
    public static (string Name, string? Value) At(DescribedPlace? place) =>
        ("at", place is null ? null : string.Format(CultureInfo.InvariantCulture, "{0}:{1}:{2}", place.File, place.Line, place.Column));

    /// <summary>What the lines with a keyword below this one say.</summary>
    public EquatableArray<T> All<T>(string keyword, Func<DescriptionRecord, T> read)
        where T : IEquatable<T> => new(_children.Where(c => c.Keyword == keyword).Select(read));

    public DescriptionRecord? Find(string keyword) => _children.Find(c => c.Keyword == keyword);

    public void Add(DescriptionRecord child) => _children.Add(child);

    /// <summary>Adds a line below this one; a value that is null is left out.</summary>
    public DescriptionRecord Add(string keyword, params (string Name, string? Value)[] values)
    {
        var child = new DescriptionRecord(keyword);
        foreach (var (name, value) in values)
        {
            child.Set(name, value);
        }

        _children.Add(child);
        return child;
    }

    public void Set(string name, string? value)
    {
        if (value is not null)
        {
            _values.Add(new(name, value));
        }
    }

    /// <summary>A value that every line of this keyword has.</summary>
    public string Text(string name) => this[name] ?? throw Fault($"'{Keyword}' has no '{name}'");

    /// <summary>A value that is not empty.</summary>
    public string Name(string name) => Text(name) is { Length: > 0 } text ? text : throw Fault($"'{name}' of '{Keyword}' is empty");

    /// <summary>A value that is one of a table's words.</summary>
    public T Word<T>(string name, WordTable<T> words)
        where T : struct, Enum =>
        words.TryFind(Text(name), out var member) ? member : throw Fault($"'{name}' is '{this[name]}', it can be {string.Join(", ", words.Words)}");

    public int Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fault($"'{name}' is '{this[name]}', which is no number");

    /// <summary>The place in <c>at="file:line:column"</c>; null without one.</summary>
    public DescribedPlace? Place()
    {
        if (this["at"] is not { } at)
        {
            return null;
        }

        var numbers = new List<int>();
        foreach (var part in at.Split(':'))
        {
            numbers.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
        }

        return numbers.Count == 3 && !numbers.Contains(-1)
            ? new(numbers[0], numbers[1], numbers[2])
            : throw Fault($"'at' is '{at}', which is no file:line:column");
    }

    public DescriptionFormatException Fault(string message) => new(line, message);
}
