namespace VideoTasks.Build.Refining;

/// <summary>Words that C# reserves everywhere, or where generated code uses names.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Reserved = """
        abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event
        explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null
        object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static
        string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while
        await field value var record required scoped file global nameof when where yield partial dynamic
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    public static bool IsReserved(string name) => Reserved.Contains(name);
}
