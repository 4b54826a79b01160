using System.Runtime.CompilerServices;
using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Tasks;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Mapping;

/// <content>What is made of each value that stands under a known name.</content>
internal ref partial struct BodyReader
{
    private void TryAccept(JsonProperty property, BodyName name, int score, int place)
    {
        var value = property.Value;
        switch (name.Field)
        {
            case VideoTaskField.Id:
                AcceptId(property, name, score);
                break;
            case VideoTaskField.Status:
                AcceptStatus(value, score);
                break;
            case VideoTaskField.Progress when IsBetter(VideoTaskField.Progress, score):
                Fields.Progress = Accept(VideoTaskField.Progress, score, OfProgress(property), Fields.Progress);
                break;
            case VideoTaskField.ExpiresAt when IsBetter(VideoTaskField.ExpiresAt, score):
                AcceptExpiry(value, score);
                break;
            case VideoTaskField.ExpiresIn when IsBetter(VideoTaskField.ExpiresIn, score):
                ExpiresIn = Accept(VideoTaskField.ExpiresIn, score, Number(value) is > 0 and var seconds ? seconds : null, ExpiresIn);
                break;
            case VideoTaskField.Duration when IsBetter(VideoTaskField.Duration, score):
                Fields.Duration = Accept(VideoTaskField.Duration, score, OfDuration(property), Fields.Duration);
                break;
            case VideoTaskField.Frames when IsBetter(VideoTaskField.Frames, score):
                Frames = Accept(VideoTaskField.Frames, score, Number(value) is > 0 and var frames ? frames : null, Frames);
                break;
            case VideoTaskField.FramesPerSecond when IsBetter(VideoTaskField.FramesPerSecond, score):
                FramesPerSecond = Accept(VideoTaskField.FramesPerSecond, score, Number(value) is > 0 and var rate ? rate : null, FramesPerSecond);
                break;
            case VideoTaskField.Size when IsBetter(VideoTaskField.Size, score):
                AcceptSize(value, score);
                break;
            case VideoTaskField.VideoUrl:
                AcceptUrl(property, name, score);
                break;
            case VideoTaskField.Inline:
                HasInlineVideo |= JsonText.AsText(value) is not (null or "0");
                break;
            default:
                if (TaskFieldParsers.Find(name.Field) is not { } parse)
                {
                    Errors.TryAccept(name.Field, value, score, place);
                }
                else if (IsBetter(name.Field, score) && parse(Fields, name.Field, value, Unit(name.Field)))
                {
                    _scores[(int)name.Field] = score;
                }

                break;
        }
    }

    private readonly bool IsBetter(VideoTaskField field, int score) => score < _scores[(int)field];

    /// <summary>Notes the score of a value that was found; without one, the field keeps what it has.</summary>
    private T Accept<T>(VideoTaskField field, int score, T found, T current)
    {
        if (found is null)
        {
            return current;
        }

        _scores[(int)field] = score;
        return found;
    }

    private void AcceptId(JsonProperty property, BodyName name, int score)
    {
        if (property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return;
        }

        if (!IsStrongId(property, name))
        {
            if (property.NameEquals("name"u8))
            {
                return;
            }

            // A request has an id as well, and only where the task has none it is the task's (xAI, fal).
            score += PenaltyOfRequestId;
        }
        else
        {
            HasTaskId |= JsonText.AsText(property.Value) is not (null or "0");
        }

        if (IsBetter(VideoTaskField.Id, score))
        {
            Fields.Id = Accept(VideoTaskField.Id, score, JsonText.AsText(property.Value), Fields.Id);
        }
    }

    /// <summary>Some gateways answer a create with nothing but the id: <c>{"code": "success", "data": "task-1"}</c>.</summary>
    private void AcceptBareId(JsonProperty property, int score)
    {
        const int shortest = 6;
        const int longest = 200;
        if (!_operation.StartsTask() || !(property.NameEquals("data"u8) || property.NameEquals("result"u8)))
        {
            return;
        }

        var text = property.Value.GetString()!;
        score += DoubtPenalty;
        if (IsBetter(VideoTaskField.Id, score)
            && text.Length is >= shortest and <= longest
            && !text.Any(char.IsWhiteSpace)
            && !VideoUrl.LooksLikeUrl(text)
            && text[0] is not ('{' or '['))
        {
            HasTaskId = true;
            Fields.Id = Accept(VideoTaskField.Id, score, text, Fields.Id);
        }
    }

    private void AcceptStatus(JsonElement value, int score)
    {
        var reading = StatusReader.Read(value, _vendor);
        if (!reading.IsKnown && value.ValueKind == JsonValueKind.Number)
        {
            score += DoubtPenalty;
        }

        if (reading.Word is not null && IsBetter(VideoTaskField.Status, score))
        {
            Status = Accept<StatusReading?>(VideoTaskField.Status, score, reading, Status) ?? default;
        }
    }

    private readonly double? OfProgress(JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Object)
        {
            return ReadProgress(property.Value, property, Unit(VideoTaskField.Progress).Unit);
        }

        foreach (var inner in property.Value.EnumerateObject())
        {
            if (BodyNames.Find(inner).Field == VideoTaskField.Progress
                && ReadProgress(inner.Value, inner, Unit(VideoTaskField.Progress).Unit) is { } progress)
            {
                return progress;
            }
        }

        return null;
    }

    private readonly double? OfDuration(JsonProperty property)
    {
        var unit = Unit(VideoTaskField.Duration).Unit
            ?? (property.NameEquals("duration_ms"u8) || property.NameEquals("durationMs"u8) ? VideoFieldUnit.Milliseconds : null);
        return property.Value.ValueKind switch
        {
            JsonValueKind.Number when property.Value.TryGetDouble(out var number) => DurationValue.FromNumber(number, unit),
            JsonValueKind.String => DurationValue.FromText(property.Value.GetString(), unit),
            _ => null,
        };
    }

    private void AcceptExpiry(JsonElement value, int score)
    {
        // A small number is no point in time but a time from now: "expires": 3600.
        const double longestSpan = 1e8;
        if (Number(value) is { } number and > 0 and < longestSpan)
        {
            ExpiresIn ??= number;
            return;
        }

        Fields.ExpiresAt = Accept(VideoTaskField.ExpiresAt, score, TimeValue.Read(value, Unit(VideoTaskField.ExpiresAt)), Fields.ExpiresAt);
    }

    private void AcceptSize(JsonElement value, int score)
    {
        if (TaskFieldParsers.Size(value) is not { } size)
        {
            return;
        }

        _scores[(int)VideoTaskField.Size] = score;
        if (IsBetter(VideoTaskField.Width, score) && IsBetter(VideoTaskField.Height, score))
        {
            _scores[(int)VideoTaskField.Width] = _scores[(int)VideoTaskField.Height] = score;
            (Fields.Width, Fields.Height) = size;
        }
    }

    private void AcceptUrl(JsonProperty property, BodyName name, int score)
    {
        if (VideoUrl.Find(property, name) is not { } found || !IsBetter(VideoTaskField.VideoUrl, score + found.Doubt))
        {
            return;
        }

        Fields.VideoUrl = Accept(VideoTaskField.VideoUrl, score + found.Doubt, found.Text, Fields.VideoUrl);
    }

    private readonly FieldUnit Unit(VideoTaskField field) => _vendor.UnitOf(field);

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(
            value.GetString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    [InlineArray((int)VideoTaskField.Refusal + 1)]
    private struct Scores
    {
        private int _first;
    }
}
