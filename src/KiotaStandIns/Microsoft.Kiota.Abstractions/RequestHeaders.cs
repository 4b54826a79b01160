using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Kiota.Abstractions;

/// <summary>A request's headers: names compare without case, a header has a set of values, and some headers have one value only.</summary>
public class RequestHeaders : IDictionary<string, IEnumerable<string>>
{
    private static readonly HashSet<string> SingleValueHeaders =
        new(StringComparer.OrdinalIgnoreCase) { "Content-Type", "Content-Encoding", "Content-Length" };

    private readonly Dictionary<string, HashSet<string>> _headers = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ICollection<string> Keys => _headers.Keys;

    /// <inheritdoc/>
    public ICollection<IEnumerable<string>> Values => [.. _headers.Values];

    /// <summary>How many headers there are.</summary>
    public int Count => _headers.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public IEnumerable<string> this[string key]
    {
        get => TryGetValue(key, out var values) ? values : throw new KeyNotFoundException($"The request has no header '{key}'.");
        set => Add(key, value);
    }

    /// <summary>Adds values to a header. Content-Type, Content-Encoding and Content-Length keep the first value given here alone.</summary>
    /// <param name="headerName">The header's name.</param>
    /// <param name="headerValues">The values; none changes nothing.</param>
    public void Add(string headerName, params string[] headerValues)
    {
        ThrowIfNullOrEmpty(headerName, nameof(headerName));
        ArgumentNullException.ThrowIfNull(headerValues);
        if (headerValues.Length == 0)
        {
            return;
        }

        if (SingleValueHeaders.Contains(headerName))
        {
            _headers[headerName] = [headerValues[0]];
        }
        else if (_headers.TryGetValue(headerName, out var values))
        {
            values.UnionWith(headerValues);
        }
        else
        {
            _headers[headerName] = [.. headerValues];
        }
    }

    /// <inheritdoc/>
    public void Add(string key, IEnumerable<string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Add(key, value.ToArray());
    }

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, IEnumerable<string>> item) => Add(item.Key, item.Value);

    /// <summary>Adds every header of another set.</summary>
    /// <param name="headers">The other set.</param>
    public void AddAll(RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        foreach (var (name, values) in headers)
        {
            Add(name, values);
        }
    }

    /// <summary>Adds a header unless it is there.</summary>
    /// <param name="headerName">The header's name.</param>
    /// <param name="headerValue">The value.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(string headerName, string headerValue)
    {
        ThrowIfNullOrEmpty(headerName, nameof(headerName));
        ArgumentNullException.ThrowIfNull(headerValue);
        return _headers.TryAdd(headerName, [headerValue]);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => !string.IsNullOrEmpty(key) && _headers.ContainsKey(key);

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, IEnumerable<string>> item) =>
        TryGetValue(item.Key, out var values) && item.Value.All(values.Contains);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IEnumerable<string> value)
    {
        ThrowIfNullOrEmpty(key, nameof(key));
        var found = _headers.TryGetValue(key, out var values);
        value = values;
        return found;
    }

    /// <summary>Removes one value of a header, and the header with its last value.</summary>
    /// <param name="headerName">The header's name.</param>
    /// <param name="headerValue">The value.</param>
    /// <returns>Whether the value was there.</returns>
    public bool Remove(string headerName, string headerValue)
    {
        ThrowIfNullOrEmpty(headerName, nameof(headerName));
        ArgumentNullException.ThrowIfNull(headerValue);
        if (!_headers.TryGetValue(headerName, out var values) || !values.Remove(headerValue))
        {
            return false;
        }

        if (values.Count == 0)
        {
            _headers.Remove(headerName);
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        ThrowIfNullOrEmpty(key, nameof(key));
        return _headers.Remove(key);
    }

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, IEnumerable<string>> item)
    {
        var removed = false;
        foreach (var value in item.Value)
        {
            removed |= Remove(item.Key, value);
        }

        return removed;
    }

    /// <inheritdoc/>
    public void Clear() => _headers.Clear();

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, IEnumerable<string>>[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        foreach (var header in this)
        {
            array[arrayIndex++] = header;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IEnumerable<string>>> GetEnumerator()
    {
        foreach (var (name, values) in _headers)
        {
            yield return new KeyValuePair<string, IEnumerable<string>>(name, values);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void ThrowIfNullOrEmpty(string value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(parameter);
        }
    }
}
