using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;
using VideoTasks.Generated;

namespace VideoTasks.Vocabulary;

/// <summary>What one name means: a field when its value is plain, a part when it is an object or a list. Many names are both.</summary>
/// <param name="Field">The field.</param>
/// <param name="FieldRank">How much less than the field's best name it is trusted; 0 is the best.</param>
/// <param name="Part">The part; null when the name is no known one.</param>
/// <param name="PartRank">The same for the part.</param>
internal readonly record struct BodyName(VideoTaskField Field, int FieldRank, BodyPart? Part, int PartRank)
{
    /// <summary>Completed and finished are times or flags, by their value.</summary>
    public bool IsFlagToo { get; init; }

    /// <summary>Whether it is the field only where nothing else is.</summary>
    public bool IsWeak { get; init; }

    /// <summary>Whether a true says that the task has failed.</summary>
    public bool IsFailureFlag { get; init; }

    /// <summary>Whether a number says how it ended: 0 not yet, 1 well, more badly.</summary>
    public bool IsOutcomeFlag { get; init; }
}

/// <summary>The known names, in one table.</summary>
internal static class BodyNames
{
    private const int LongestName = 48;

    private static readonly FrozenDictionary<string, BodyName> Table = Build();
    private static readonly FrozenDictionary<string, BodyName>.AlternateLookup<ReadOnlySpan<char>> Lookup = Table
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a property's name means.</summary>
    public static BodyName Find(JsonProperty property)
    {
        Span<char> name = stackalloc char[LongestName];
        return TryNormalize(JsonMarshal.GetRawUtf8PropertyName(property), name, out var length) ? Find(name[..length]) : default;
    }

    private static BodyName Find(ReadOnlySpan<char> name)
    {
        if (Lookup.TryGetValue(name, out var found))
        {
            return found;
        }

        foreach (var part in PartNames.IgnoredParts)
        {
            if (name.Contains(part, StringComparison.Ordinal))
            {
                return new(VideoTaskField.None, 0, BodyPart.Ignored, 0);
            }
        }

        return default;
    }

    /// <summary>As <see cref="NameComparer"/> does, without an allocation. False for names that are no known one's spelling.</summary>
    private static bool TryNormalize(ReadOnlySpan<byte> name, Span<char> normalized, out int length)
    {
        length = 0;
        foreach (var character in name)
        {
            // A letter beyond ASCII, written as itself or as an escape, is in no known name.
            if (length == normalized.Length || character is >= 0x80 or (byte)'\\')
            {
                return false;
            }

            if (!char.IsAsciiLetterOrDigit((char)character))
            {
                continue;
            }

            normalized[length++] = (char)(character is >= (byte)'A' and <= (byte)'Z' ? character | 0x20 : character);
        }

        return length > 0;
    }

    private static FrozenDictionary<string, BodyName> Build()
    {
        var table = new Dictionary<string, BodyName>(StringComparer.Ordinal);
        foreach (var row in FieldRows.All)
        {
            var name = NameComparer.Normalize(row.Name);
            var known = table.GetValueOrDefault(name);
            table[name] = row.Field switch
            {
                VideoTaskField.Done =>
                    (known.Field == VideoTaskField.None ? known with { Field = VideoTaskField.Done } : known) with { IsFlagToo = true },
                VideoTaskField.Failed => known with { IsFailureFlag = true },
                VideoTaskField.Outcome => known with { Field = VideoTaskField.Done, IsFlagToo = true, IsOutcomeFlag = true },
                _ => known with { Field = row.Field, FieldRank = row.Rank, IsWeak = row.Certainty == Certainty.Weak },
            };
        }

        foreach (var row in PartNames.Rows)
        {
            var name = NameComparer.Normalize(row.Name);
            var known = table.GetValueOrDefault(name);
            table[name] = known with { Part = known.Part ?? row.Part, PartRank = known.Part is null ? row.Rank : known.PartRank };
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
