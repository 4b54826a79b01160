namespace VideoTasks.Vendors;

/// <summary>Members of enums that this library has: a vendor that was generated for a later one may name others.</summary>
internal static class Known
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such member; to leave it out would drop what was asked for.</exception>
    public static T Of<T>(T member)
        where T : struct, Enum => Enum.IsDefined(member)
        ? member
        : throw new ArgumentOutOfRangeException(
            nameof(member), member, $"This version of VideoTasks has no such {typeof(T).Name}. Update VideoTasks.");

    /// <summary>A map of which each key is known.</summary>
    public static IReadOnlyDictionary<TKey, TValue> OfAll<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> map)
        where TKey : struct, Enum
    {
        foreach (var key in map.Keys)
        {
            Of(key);
        }

        return map;
    }
}
