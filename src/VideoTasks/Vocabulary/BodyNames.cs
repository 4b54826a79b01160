using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace VideoTasks.Vocabulary;

/// <summary>What one name means: a field when its value is plain, a part when it is an object or a list. Many names are both.</summary>
/// <param name="Field">The field.</param>
/// <param name="FieldRank">How much less than the field's best name it is trusted; 0 is the best.</param>
/// <param name="Part">The part; null when the name is no known one.</param>
/// <param name="PartRank">The same for the part.</param>
internal readonly record struct BodyName(BodyField Field, int FieldRank, BodyPart? Part, int PartRank)
{
    /// <summary>Completed and finished are times or flags, by their value.</summary>
    public bool IsFlagToo { get; init; }

    /// <summary>Whether a true says that the task has failed.</summary>
    public bool IsFailureFlag { get; init; }
}

/// <summary>The known names, in one table.</summary>
internal static class BodyNames
{
    /// <summary>The rank of the one id that is not the task's where the task has another.</summary>
    public static readonly int RankOfRequestId = IdentityNames.Id.Split(' ').Length - 1;

    private const int LongestName = 48;

    private static readonly FrozenDictionary<string, BodyName> Table = Build();
    private static readonly FrozenDictionary<string, BodyName>.AlternateLookup<ReadOnlySpan<char>> Lookup = Table.GetAlternateLookup<ReadOnlySpan<char>>();

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
                return new(BodyField.None, 0, BodyPart.Ignored, 0);
            }
        }

        return default;
    }

    /// <summary>Lower case, without <c>_</c>, <c>-</c> and space. False for names that are no known one's spelling.</summary>
    private static bool TryNormalize(ReadOnlySpan<byte> name, Span<char> normalized, out int length)
    {
        length = 0;
        foreach (var character in name)
        {
            if (character is (byte)'_' or (byte)'-' or (byte)' ')
            {
                continue;
            }

            if (length == normalized.Length || character is >= 0x80 or (byte)'\\')
            {
                return false;
            }

            normalized[length++] = (char)(character is >= (byte)'A' and <= (byte)'Z' ? character | 0x20 : character);
        }

        return length > 0;
    }

    private static FrozenDictionary<string, BodyName> Build()
    {
        var table = new Dictionary<string, BodyName>(StringComparer.Ordinal);
        AddFields(table, BodyField.Id, IdentityNames.Id);
        AddFields(table, BodyField.Id, IdentityNames.OperationName);
        AddFields(table, BodyField.Status, IdentityNames.Status);
        AddFields(table, BodyField.Progress, IdentityNames.Progress);
        AddFields(table, BodyField.Model, IdentityNames.Model);
        AddFields(table, BodyField.Prompt, IdentityNames.Prompt);
        AddFields(table, BodyField.CreatedAt, TimeNames.Created);
        AddFields(table, BodyField.CompletedAt, TimeNames.Completed);
        AddFields(table, BodyField.ExpiresAt, TimeNames.Expires);
        AddFields(table, BodyField.ExpiresIn, TimeNames.ExpiresIn);
        AddFields(table, BodyField.Duration, MediaNames.Duration);
        AddFields(table, BodyField.Frames, MediaNames.Frames);
        AddFields(table, BodyField.FramesPerSecond, MediaNames.FramesPerSecond);
        AddFields(table, BodyField.Size, MediaNames.Size);
        AddFields(table, BodyField.Width, MediaNames.Width);
        AddFields(table, BodyField.Height, MediaNames.Height);
        AddFields(table, BodyField.Url, MediaNames.Url);
        AddFields(table, BodyField.Inline, MediaNames.Inline);
        AddFields(table, BodyField.Error, ErrorNames.Error);
        AddFields(table, BodyField.ErrorMessage, ErrorNames.Message);
        AddFields(table, BodyField.ErrorCode, ErrorNames.Code);
        AddFields(table, BodyField.ErrorType, ErrorNames.Type);
        AddFields(table, BodyField.FailReason, ErrorNames.FailReason);
        AddFields(table, BodyField.PossibleMessage, ErrorNames.PossibleMessage);
        AddFields(table, BodyField.Detail, ErrorNames.Detail);
        AddFields(table, BodyField.PossibleCode, ErrorNames.PossibleCode);
        AddFields(table, BodyField.Refusal, ErrorNames.Refusal);
        AddParts(table, BodyPart.Envelope, PartNames.Envelope);
        AddParts(table, BodyPart.Media, PartNames.Media);
        AddParts(table, BodyPart.Request, PartNames.Request);
        AddParts(table, BodyPart.Usage, PartNames.Usage);
        AddFlags(table, IdentityNames.Done);
        foreach (var name in IdentityNames.Failed.Split(' '))
        {
            table[name] = table.GetValueOrDefault(name) with { IsFailureFlag = true };
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void AddFields(Dictionary<string, BodyName> table, BodyField field, string names)
    {
        var rank = 0;
        foreach (var name in names.Split(' '))
        {
            table.Add(name, new(field, rank++, null, 0));
        }
    }

    private static void AddParts(Dictionary<string, BodyName> table, BodyPart part, string names)
    {
        var rank = 0;
        foreach (var name in names.Split(' '))
        {
            table.TryGetValue(name, out var known);
            table[name] = known with { Part = known.Part ?? part, PartRank = known.Part is null ? rank : known.PartRank };
            rank++;
        }
    }

    private static void AddFlags(Dictionary<string, BodyName> table, string names)
    {
        foreach (var name in names.Split(' '))
        {
            table[name] = table.TryGetValue(name, out var known) ? known with { IsFlagToo = true } : new(BodyField.Done, 0, null, 0) { IsFlagToo = true };
        }
    }
}
