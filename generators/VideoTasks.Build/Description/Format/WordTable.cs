namespace VideoTasks.Build.Description.Format;

/// <summary>The members of an enum with the words that stand for them in the text.</summary>
internal sealed class WordTable<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> _words = [];
    private readonly Dictionary<string, T> _members = new(StringComparer.Ordinal);

    /// <param name="word">The word of a member.</param>
    /// <param name="members">The members that have one; all of them by default.</param>
    public WordTable(Func<T, string> word, params T[] members)
    {
#pragma warning disable CA2263 // netstandard2.0 lacks the generic overload.
        foreach (var member in members.Length > 0 ? members : (T[])Enum.GetValues(typeof(T)))
#pragma warning restore CA2263
        {
            _words.Add(member, word(member));
            _members.Add(word(member), member);
        }
    }

    public string this[T member] => _words[member];

    public IEnumerable<string> Words => _members.Keys;

    public bool TryFind(string word, out T member) => _members.TryGetValue(word, out member);
}
