using System.Collections;
using System.Collections.Concurrent;

namespace Microsoft.Kiota.Abstractions.Store;

/// <summary>
/// A store in memory. A model in a property, alone or in a collection, reports its own changes: the property counts as changed with it. A
/// collection that grew or shrank counts as changed, too.
/// </summary>
public class InMemoryBackingStore : IBackingStore
{
    // Models may refer to each other in a circle: what a store is doing on this thread already, it does not begin again.
    [ThreadStatic]
    private static HashSet<(InMemoryBackingStore, Step)>? _busy;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Action<string, object?, object?>> _subscriptions = new(StringComparer.Ordinal);
    private bool _initializationCompleted = true;

    /// <inheritdoc/>
    public bool ReturnOnlyChangedValues { get; set; }

    /// <inheritdoc/>
    public bool InitializationCompleted
    {
        get => _initializationCompleted;
        set
        {
            _initializationCompleted = value;
            RunOnce(Step.Initialize, () =>
            {
                foreach (var (key, entry) in _entries)
                {
                    foreach (var model in Models(entry.Value))
                    {
                        model.BackingStore.InitializationCompleted = value;
                    }

                    NoteChange(key, entry);
                    if (_entries.TryGetValue(key, out var current))
                    {
                        _entries[key] = current with { Changed = !value };
                    }
                }
            });
        }
    }

    /// <inheritdoc/>
    public T? Get<T>(string key)
    {
        ThrowIfNullOrEmpty(key, nameof(key));
        if (!_entries.TryGetValue(key, out var entry))
        {
            return default;
        }

        NoteChange(key, entry);
        if (!_entries.TryGetValue(key, out entry) || (ReturnOnlyChangedValues && !entry.Changed))
        {
            return default;
        }

        return (T?)(entry.Value is Tuple<ICollection, int> collection ? collection.Item1 : entry.Value);
    }

    /// <inheritdoc/>
    public void Set<T>(string key, T? value)
    {
        ThrowIfNullOrEmpty(key, nameof(key));
        object? stored = value is ICollection collection ? Tuple.Create(collection, collection.Count) : value;
        object? previous = null;
        _entries.AddOrUpdate(
            key,
            _ => new Entry(_initializationCompleted, stored),
            (_, old) =>
            {
                previous = old.Value;
                return new Entry(_initializationCompleted, stored);
            });

        foreach (var model in Models(stored))
        {
            // Once a model is set or touched, all of it is sent.
            model.BackingStore.InitializationCompleted = false;
            model.BackingStore.Subscribe((_, _, _) => Set(key, value), key);
        }

        RunOnce(Step.Notify, () =>
        {
            foreach (var callback in _subscriptions.Values)
            {
                callback(key, previous, value);
            }
        });
    }

    /// <summary>The properties with their values; a collection comes as a tuple with the count it had when it was set.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Enumerate()
    {
        if (!ReturnOnlyChangedValues)
        {
            return [.. _entries.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.Value))];
        }

        NoteChanges();
        return [.. _entries.Where(static pair => pair.Value.Changed).Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.Value))];
    }

    /// <inheritdoc/>
    public IEnumerable<string> EnumerateKeysForValuesChangedToNull() =>
        [.. _entries.Where(static pair => pair.Value is { Changed: true, Value: null }).Select(static pair => pair.Key)];

    /// <inheritdoc/>
    public string Subscribe(Action<string, object?, object?> callback)
    {
        var id = Guid.NewGuid().ToString();
        Subscribe(callback, id);
        return id;
    }

    /// <inheritdoc/>
    public void Subscribe(Action<string, object?, object?> callback, string subscriptionId)
    {
        ThrowIfNullOrEmpty(subscriptionId, nameof(subscriptionId));
        ArgumentNullException.ThrowIfNull(callback);
        _subscriptions[subscriptionId] = callback;
    }

    /// <inheritdoc/>
    public void Unsubscribe(string subscriptionId)
    {
        ThrowIfNullOrEmpty(subscriptionId, nameof(subscriptionId));
        _subscriptions.TryRemove(subscriptionId, out _);
    }

    /// <inheritdoc/>
    public void Clear() => _entries.Clear();

    private void NoteChange(string key, Entry entry)
    {
        if (entry.Value is Tuple<ICollection, int> collection && collection.Item1.Count != collection.Item2)
        {
            Set(key, collection.Item1);
        }

        foreach (var model in Models(entry.Value))
        {
            if (model.BackingStore is InMemoryBackingStore store)
            {
                store.NoteChanges();
                continue;
            }

            foreach (var (nestedKey, _) in model.BackingStore.Enumerate())
            {
                model.BackingStore.Get<object>(nestedKey);
            }
        }
    }

    private void NoteChanges() => RunOnce(Step.Check, () =>
    {
        foreach (var (key, entry) in _entries)
        {
            NoteChange(key, entry);
        }
    });

    private static IEnumerable<IBackedModel> Models(object? value) => value switch
    {
        IBackedModel { BackingStore: not null } model => [model],
        Tuple<ICollection, int> { Item1: var items } => ModelsIn(items),
        _ => [],
    };

    // A collection of anything else is left at its first item: it may be long.
    private static IEnumerable<IBackedModel> ModelsIn(ICollection items)
    {
        foreach (var item in items)
        {
            switch (item)
            {
                case null:
                    continue;
                case IBackedModel model when model.BackingStore is not null:
                    yield return model;
                    break;
                default:
                    yield break;
            }
        }
    }

    private void RunOnce(Step step, Action action)
    {
        _busy ??= [];
        if (!_busy.Add((this, step)))
        {
            return;
        }

        try
        {
            action();
        }
        finally
        {
            _busy.Remove((this, step));
        }
    }

    private static void ThrowIfNullOrEmpty(string value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(parameter);
        }
    }

    private readonly record struct Entry(bool Changed, object? Value);

    private enum Step
    {
        Initialize,
        Notify,
        Check,
    }
}
