namespace Microsoft.Kiota.Abstractions.Extensions;

/// <summary>What Kiota adds to sequences.</summary>
public static class IEnumerableExtensions
{
    /// <summary>The sequence as a list: itself when it is one, a copy otherwise.</summary>
    /// <param name="e">The sequence; null stays null.</param>
    public static List<T>? AsList<T>(this IEnumerable<T>? e) => e as List<T> ?? e?.ToList();

    /// <summary>The sequence as an array: itself when it is one, a copy otherwise.</summary>
    /// <param name="e">The sequence; null stays null.</param>
    public static T[]? AsArray<T>(this IEnumerable<T>? e) => e as T[] ?? e?.ToArray();
}
