using System.Text.Json;
using VideoTasks.Vocabulary;

namespace VideoTasks.Mapping;

/// <summary>Reads what stands where a status word should: a flag that says whether it is over, and how it ended.</summary>
internal static class FlagReader
{
    /// <summary>What a flag says; null when the property is none.</summary>
    public static VideoTaskStatus? Read(JsonElement value, BodyName name)
    {
        if (name.IsOutcomeFlag && Number(value) is > 1 and < 100)
        {
            return VideoTaskStatus.Failed;
        }

        var isTrue = IsTrue(value);
        return name.IsFailureFlag && isTrue == true ? VideoTaskStatus.Failed
            : name.IsFlagToo && isTrue is { } isDone ? (isDone ? VideoTaskStatus.Completed : VideoTaskStatus.InProgress)
            : null;
    }

    /// <summary>True and false, also as 1 and 0 and as words; null for everything else.</summary>
    public static bool? IsTrue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => Number(value) switch
        {
            0 => false,
            1 => true,
            _ => null,
        },
    };

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
