using System.Runtime.CompilerServices;
using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Mapping;

/// <summary>
/// Finds the task in a body: the body itself, or an object inside its envelopes, which may be lists of one. What is found is a chain of objects,
/// from the body to the task; the outer ones fill in what the task itself lacks.
/// </summary>
internal ref struct TaskFinder
{
    private const int Longest = 6;
    private const int DeepestSearch = 3;
    private const int RankOfMedia = 100;
    private const int RankOfUnknown = 200;

    private readonly VideoVendorDescription _vendor;
    private Chain _chain;

    private readonly string? _id;

    /// <param name="vendor">The vendor that the body came from.</param>
    /// <param name="body">The body.</param>
    /// <param name="id">The id that was asked for, which tells the task in a list of several.</param>
    public TaskFinder(VideoVendorDescription vendor, JsonElement body, string? id)
    {
        _vendor = vendor;
        _id = id;
        if (!TryUnwrap(body, out var current))
        {
            return;
        }

        _chain[Count++] = current;
        while (Count < Longest && TryStep(current, out current))
        {
            _chain[Count++] = current;
        }
    }

    /// <summary>How many objects the chain has; 0 when the body is no object, nor a list of one.</summary>
    public int Count { get; }

    public readonly JsonElement this[int index] => _chain[index];

    /// <summary>An object, the only object of a list, or the one of a list that has the id that was asked for.</summary>
    private readonly bool TryUnwrap(JsonElement value, out JsonElement single)
    {
        single = value;
        for (var depth = 0; depth < DeepestSearch && single.ValueKind == JsonValueKind.Array && single.GetArrayLength() == 1; depth++)
        {
            single = single[0];
        }

        return single.ValueKind == JsonValueKind.Object
            || (_id is not null && single.ValueKind == JsonValueKind.Array && TryFindById(single, out single));
    }

    private readonly bool TryFindById(JsonElement list, out JsonElement found)
    {
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            foreach (var property in item.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String
                    && BodyNames.Find(property).Field == VideoTaskField.Id
                    && property.Value.ValueEquals(_id))
                {
                    found = item;
                    return true;
                }
            }
        }

        found = default;
        return false;
    }

    private readonly bool TryStep(JsonElement current, out JsonElement next)
    {
        next = default;
        var here = Peek(current);
        var bestRank = int.MaxValue;
        var parts = 0;
        var properties = 0;
        foreach (var property in current.EnumerateObject())
        {
            properties++;
            if (property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || !TryUnwrap(property.Value, out var child))
            {
                continue;
            }

            parts++;
            var name = BodyNames.Find(property);
            if (RankOf(name, here) is { } rank && rank < bestRank && IsBetterCandidate(child, here, name))
            {
                bestRank = rank;
                next = child;
            }
        }

        // {"sdGenerationJob": {"generationId": …}}: a lonely wrapper with a name of its own. Beside anything else it could be a user or an input.
        return bestRank < RankOfUnknown || (bestRank == RankOfUnknown && parts == 1 && properties == 1);
    }

    private static int? RankOf(BodyName name, ObjectSummary here) => name.Part switch
    {
        BodyPart.Envelope => name.PartRank,
        BodyPart.Media when !here.Status.IsKnown => RankOfMedia + name.PartRank,
        null when name.Field is not (VideoTaskField.Error or VideoTaskField.Status) && !here.HasId && !here.Status.IsKnown => RankOfUnknown,
        _ => null,
    };

    /// <summary>Whether the task is rather in <paramref name="child"/> than where it was found.</summary>
    private readonly bool IsBetterCandidate(JsonElement child, ObjectSummary here, BodyName name)
    {
        var there = StatusBelow(child, DeepestSearch);
        if (!here.Status.IsKnown)
        {
            return there.Word is not null ? there.IsKnown || here.Status.Word is null
                : !here.HasId && here.Status.Word is null && name.Part is null or BodyPart.Envelope && (Peek(child).HasId || name.Part is null);
        }

        if (!there.IsKnown)
        {
            return false;
        }

        // Both have a status. Without an id beside it, the outer one is about the query, not about the task (Qianfan: "success" around "RUNNING").
        // With an id it is the gateway's own, and the inner one its supplier's last answer; then the outer counts, unless it is a bare "success"
        // with nothing to show for it while the task inside still runs.
        return !here.HasId || name is { Part: BodyPart.Envelope, PartRank: 0 }
            || (here.Status.Status == VideoTaskStatus.Completed && !here.HasEvidence && !there.Status!.Value.IsTerminal());
    }

    private readonly StatusReading StatusBelow(JsonElement value, int depth)
    {
        var here = Peek(value).Status;
        if (here.Word is not null || depth == 0)
        {
            return here;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                && BodyNames.Find(property).Part == BodyPart.Envelope
                && TryUnwrap(property.Value, out var child)
                && StatusBelow(child, depth - 1) is { Word: not null } below)
            {
                return below;
            }
        }

        return default;
    }

    /// <summary>What an object says about itself, its parts aside.</summary>
    private readonly ObjectSummary Peek(JsonElement value)
    {
        var sight = default(ObjectSummary);
        var best = int.MaxValue;
        foreach (var property in value.EnumerateObject())
        {
            var kind = property.Value.ValueKind;
            if (kind is JsonValueKind.Null or JsonValueKind.Array)
            {
                continue;
            }

            var name = BodyNames.Find(property);
            switch (name.Field)
            {
                case VideoTaskField.Status when name.FieldRank < best && StatusReader.Read(property.Value, _vendor) is { Word: not null } status:
                    // A bare number is no word unless the vendor's hints say what it means: 200, 10000 and 1 are about the query.
                    if (kind != JsonValueKind.Number || status.IsKnown)
                    {
                        sight.Status = status;
                        best = name.FieldRank;
                    }

                    break;
                case VideoTaskField.Id when kind is JsonValueKind.String or JsonValueKind.Number && BodyReader.IsStrongId(property, name):
                    sight.HasId = true;
                    break;
                case VideoTaskField.VideoUrl when kind == JsonValueKind.String && property.Value.ValueEquals(""u8) == false:
                case VideoTaskField.CompletedAt
                    when kind is JsonValueKind.String or JsonValueKind.Number && TimeValue.Read(property.Value) is not null:
                case VideoTaskField.Progress when BodyReader.ReadProgress(property.Value, property, null) >= 100:
                    sight.HasEvidence = true;
                    break;
            }

            if (name.IsFlagToo && sight.Status.Word is null && FlagReader.Read(property.Value, name) is { } ending)
            {
                sight.Status = new(property.Name, ending);
            }
        }

        return sight;
    }

    private struct ObjectSummary
    {
        public StatusReading Status;
        public bool HasId;
        public bool HasEvidence;
    }

    [InlineArray(Longest)]
    private struct Chain
    {
        private JsonElement _first;
    }
}
