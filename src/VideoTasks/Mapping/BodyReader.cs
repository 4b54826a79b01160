using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Mapping;

/// <summary>
/// Reads the canonical fields out of a body that nothing is known about but the names that vendors use. Each find has a score: how trusted its
/// name is, how deep below the task it stands, how far outside; the lowest one counts.
/// </summary>
internal ref partial struct BodyReader
{
    private const int DeepestWalk = 6;
    private const int PenaltyOfDepth = 100;
    private const int PenaltyOfOuter = 1000;
    private const int PenaltyOfRequestId = 500;
    private const int PenaltyOfRequest = 2000;
    private const int PenaltyOfUsage = 3000;
    private const int PenaltyOfUnknown = 4000;
    private const int DoubtPenalty = 5000;
    private const int MostItems = 16;

    private readonly VideoVendorDescription _vendor;
    private readonly VideoOperation _operation;
    private Scores _scores;

    public BodyReader(VideoVendorDescription vendor, VideoOperation operation)
    {
        _vendor = vendor;
        _operation = operation;
        ((Span<int>)_scores).Fill(int.MaxValue);
        Fields = new();
    }

    /// <summary>What was found.</summary>
    public VideoTaskFields Fields { get; }

    /// <summary>What was found about errors.</summary>
    public ErrorParts Errors { get; } = new();

    public StatusReading Status { get; private set; }

    /// <summary>Whether the video itself, or the id of its file, is in the body.</summary>
    public bool HasInlineVideo { get; private set; }

    /// <summary>Whether the body says by a flag instead of a word that it is over; null when there is no flag.</summary>
    public bool? Done { get; private set; }

    /// <summary>Whether a flag says that the task has failed.</summary>
    public bool HasFailed { get; private set; }

    public double? ExpiresIn { get; private set; }

    /// <summary>Whether the status stands beside the envelope that the task's id is in.</summary>
    public readonly bool IsStatusOutsideTask =>
        _scores[(int)VideoTaskField.Status] < PenaltyOfDepth && _scores[(int)VideoTaskField.Id] is >= PenaltyOfDepth and < PenaltyOfRequestId;

    /// <summary>Whether the body answers an operation that starts a task.</summary>
    public readonly bool IsStart => _operation.StartsTask();

    /// <summary>Whether the body has an id of a task, not only one of the request.</summary>
    public bool HasTaskId { get; private set; }

    private double? Frames { get; set; }

    private double? FramesPerSecond { get; set; }

    public static bool IsStrongId(JsonProperty property, BodyName name) =>
        property.NameEquals("name"u8) ? IsOperationName(property.Value) : name.Field == VideoTaskField.Id && !name.IsWeak;

    public static double? ReadProgress(JsonElement value, JsonProperty property, VideoFieldUnit? unit)
    {
        // progress_pct is a fraction at the vendors that have it, percent at nobody; "percent" means percent.
        bool? isFraction = unit is not null ? unit == VideoFieldUnit.Fraction
            : property.NameEquals("progress_pct"u8) || property.NameEquals("progressPct"u8) ? true
            : null;
        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) => ProgressValue.FromNumber(number, isFraction, value.TryGetInt64(out _)),
            JsonValueKind.String => ProgressValue.FromText(value.GetString(), isFraction),
            _ => null,
        };
    }

    /// <param name="body">The body.</param>
    /// <param name="id">The id that was asked for, which tells the task in a list of several; null when none was.</param>
    public void Read(JsonElement body, string? id)
    {
        var finder = new TaskFinder(_vendor, body, id);
        for (var i = finder.Count - 1; i >= 0; i--)
        {
            Walk(
                finder[i],
                BodyPart.Envelope,
                (finder.Count - 1 - i) * PenaltyOfOuter,
                0,
                isTask: i == finder.Count - 1,
                isOuter: i < finder.Count - 1);
        }

        if (Fields.Duration is null && Frames is { } frames && FramesPerSecond is { } perSecond)
        {
            Fields.Duration = DurationValue.FromNumber(Math.Round(frames / perSecond, 3));
        }
    }

    private static bool IsOperationName(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString()!.Contains("operations/", StringComparison.Ordinal);

    private void Walk(JsonElement part, BodyPart kind, int penalty, int depth, bool isTask, bool isOuter)
    {
        if (kind == BodyPart.Media && MediaKind.IsOther(part))
        {
            return;
        }

        foreach (var property in part.EnumerateObject())
        {
            var value = property.Value;
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                continue;
            }

            var name = BodyNames.Find(property);
            if (name.Field != VideoTaskField.None && IsTrusted(kind, name.Field, isTask, isOuter))
            {
                TryAccept(property, name, penalty + name.FieldRank, penalty);
            }

            if (name.Part == BodyPart.Envelope && value.ValueKind == JsonValueKind.String && (isTask || isOuter))
            {
                AcceptBareId(property, penalty);
            }

            if (isTask && FlagReader.Read(value, name) is { } ending)
            {
                HasFailed |= ending == VideoTaskStatus.Failed;
                Done ??= name.IsFlagToo ? ending != VideoTaskStatus.InProgress : null;
            }

            if (depth < DeepestWalk && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && PartOf(name, kind, isOuter) is { } inner)
            {
                WalkInto(value, inner, penalty + PenaltyOfDepth + name.PartRank + PenaltyOf(inner, kind), depth + 1);
            }
        }
    }

    private void WalkInto(JsonElement value, BodyPart kind, int penalty, int depth)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            Walk(value, kind, penalty, depth, isTask: false, isOuter: false);
            return;
        }

        // Several tasks: which of them is meant, nobody can say. Several results of one task are fine.
        if (kind == BodyPart.Envelope && value.GetArrayLength() > 1)
        {
            if (HasStatus(value[0]))
            {
                return;
            }

            kind = BodyPart.Media;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                Walk(item, kind, penalty + index, depth, isTask: false, isOuter: false);
            }

            if (++index == MostItems)
            {
                return;
            }
        }
    }

    private static bool HasStatus(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.EnumerateObject().Any(property => BodyNames.Find(property) is { Field: VideoTaskField.Status }
            || (BodyNames.Find(property) is { Part: BodyPart.Envelope }
            && property.Value.ValueKind == JsonValueKind.Object
            && HasStatus(property.Value)));

    /// <summary>What a part inside another is; null when nothing in it counts.</summary>
    private static BodyPart? PartOf(BodyName name, BodyPart outer, bool isOuter) => (name.Part, outer) switch
    {
        (BodyPart.Ignored, _) => null,
        (_, _) when name.Field is VideoTaskField.Error or VideoTaskField.PossibleMessage or VideoTaskField.Detail && name.Part is null => null,

        // The chain's own link is walked on its own, with a better score; seen again from outside it changes nothing.
        (null, _) => isOuter ? null : BodyPart.Unknown,
        (BodyPart.Envelope, BodyPart.Request or BodyPart.Usage or BodyPart.Unknown) => BodyPart.Unknown,
        (BodyPart.Envelope, BodyPart.Media) => BodyPart.Media,
        (_, BodyPart.Request) => null,
        _ => name.Part,
    };

    private static int PenaltyOf(BodyPart inner, BodyPart outer) => inner == outer ? 0 : inner switch
    {
        BodyPart.Request => PenaltyOfRequest,
        BodyPart.Usage => PenaltyOfUsage,
        BodyPart.Unknown => PenaltyOfUnknown,
        _ => 0,
    };

    // What a request says of a video, and its answer says again.
    private static bool IsAsked(VideoTaskField field) => field is VideoTaskField.Prompt or VideoTaskField.Model or VideoTaskField.Duration
        or VideoTaskField.Size or VideoTaskField.Width or VideoTaskField.Height;

    private static bool IsTrusted(BodyPart kind, VideoTaskField field, bool isTask, bool isOuter) => kind switch
    {
        BodyPart.Envelope => isTask || isOuter || field is not VideoTaskField.Status,
        BodyPart.Media => IsAsked(field) || field is VideoTaskField.VideoUrl or VideoTaskField.Inline or VideoTaskField.Frames
            or VideoTaskField.FramesPerSecond or VideoTaskField.ExpiresAt,
        BodyPart.Request => IsAsked(field),
        BodyPart.Usage => field is VideoTaskField.Duration or VideoTaskField.Size,
        BodyPart.Unknown => field is VideoTaskField.VideoUrl or VideoTaskField.Inline or VideoTaskField.Refusal,
        _ => false,
    };
}
