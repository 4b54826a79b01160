namespace Microsoft.Kiota.Abstractions.Store;

/// <summary>Keeps a model's properties and knows which of them changed.</summary>
public interface IBackingStore
{
    /// <summary>Whether reading gives only the values that changed.</summary>
    bool ReturnOnlyChangedValues { get; set; }

    /// <summary>Whether the model has been filled, so that what is set from now on counts as a change.</summary>
    bool InitializationCompleted { get; set; }

    /// <summary>The value of a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    T? Get<T>(string key);

    /// <summary>Sets the value of a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    void Set<T>(string key, T? value);

    /// <summary>The properties with their values.</summary>
    IEnumerable<KeyValuePair<string, object?>> Enumerate();

    /// <summary>The names of the properties that were changed to null.</summary>
    IEnumerable<string> EnumerateKeysForValuesChangedToNull();

    /// <summary>Calls back when a property changes.</summary>
    /// <param name="callback">Gets the property's name, the old and the new value.</param>
    /// <returns>The id to unsubscribe with.</returns>
    string Subscribe(Action<string, object?, object?> callback);

    /// <summary>Calls back when a property changes, under an id of the caller's choice; one callback an id.</summary>
    /// <param name="callback">Gets the property's name, the old and the new value.</param>
    /// <param name="subscriptionId">The id to unsubscribe with.</param>
    void Subscribe(Action<string, object?, object?> callback, string subscriptionId);

    /// <summary>Ends a subscription.</summary>
    /// <param name="subscriptionId">Its id.</param>
    void Unsubscribe(string subscriptionId);

    /// <summary>Removes every property.</summary>
    void Clear();
}
