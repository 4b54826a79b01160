using System.Runtime.CompilerServices;
using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;

namespace VideoTasks.Mapping;

/// <content>What is made of each value that stands under a known name.</content>
internal ref partial struct BodyReader
{
    private void TryAccept(JsonProperty property, BodyName name, int score, int place)
    {
        var value = property.Value;
        switch (name.Field)
        {
            case BodyField.Id:
                AcceptId(property, name, score);
                break;
            case BodyField.Status:
                AcceptStatus(value, score);
                break;
            case BodyField.Progress when IsBetter(BodyField.Progress, score):
                Fields.Progress = Accept(BodyField.Progress, score, OfProgress(property), Fields.Progress);
                break;
            case BodyField.ExpiresAt when IsBetter(BodyField.ExpiresAt, score):
                AcceptExpiry(value, score);
                break;
            case BodyField.ExpiresIn when IsBetter(BodyField.ExpiresIn, score):
                ExpiresIn = Accept(BodyField.ExpiresIn, score, Number(value) is > 0 and var seconds ? seconds : null, ExpiresIn);
                break;
            case BodyField.Duration when IsBetter(BodyField.Duration, score):
                Fields.Duration = Accept(BodyField.Duration, score, OfDuration(property), Fields.Duration);
                break;
            case BodyField.Frames when IsBetter(BodyField.Frames, score):
                Frames = Accept(BodyField.Frames, score, Number(value) is > 0 and var frames ? frames : null, Frames);
                break;
            case BodyField.FramesPerSecond when IsBetter(BodyField.FramesPerSecond, score):
                FramesPerSecond = Accept(BodyField.FramesPerSecond, score, Number(value) is > 0 and var rate ? rate : null, FramesPerSecond);
                break;
            case BodyField.Size when IsBetter(BodyField.Size, score):
                AcceptSize(value, score);
                break;
            case BodyField.VideoUrl:
                AcceptUrl(property, name, score);
                break;
            case BodyField.Inline:
                HasInlineVideo |= JsonText.AsText(value) is not (null or "0");
                break;
            default:
                if (TaskFieldParsers.Find(name.Field) is not { } parse)
                {
                    Errors.TryAccept(name.Field, value, score, place);
                }
                else if (IsBetter(name.Field, score) && parse(Fields, value, Unit(name.Field)))
                {
                    _scores[(int)name.Field] = score;
                }

                break;
        }
    }

    private readonly bool IsBetter(BodyField field, int score) => score < _scores[(int)field];

    /// <summary>Notes the score of a value that was found; without one, the field keeps what it has.</summary>
    private T Accept<T>(BodyField field, int score, T found, T current)
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

        if (IsBetter(BodyField.Id, score))
        {
            Fields.Id = Accept(BodyField.Id, score, JsonText.AsText(property.Value), Fields.Id);
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
        if (IsBetter(BodyField.Id, score)
            && text.Length is >= shortest and <= longest
            && !text.Any(char.IsWhiteSpace)
            && !VideoUrl.LooksLikeUrl(text)
            && text[0] is not ('{' or '['))
        {
            HasTaskId = true;
            Fields.Id = Accept(BodyField.Id, score, text, Fields.Id);
        }
    }

    private void AcceptStatus(JsonElement value, int score)
    {
        var reading = StatusReader.Read(value, _vendor);
        if (!reading.IsKnown && value.ValueKind == JsonValueKind.Number)
        {
            score += DoubtPenalty;
        }

        if (reading.Word is not null && IsBetter(BodyField.Status, score))
        {
            Status = Accept<StatusReading?>(BodyField.Status, score, reading, Status) ?? default;
        }
    }

    private readonly double? OfProgress(JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Object)
        {
            return ReadProgress(property.Value, property, Unit(BodyField.Progress));
        }

        foreach (var inner in property.Value.EnumerateObject())
        {
            if (BodyNames.Find(inner).Field == BodyField.Progress
                && ReadProgress(inner.Value, inner, Unit(BodyField.Progress)) is { } progress)
            {
                return progress;
            }
        }

        return null;
    }

    private readonly double? OfDuration(JsonProperty property)
    {
        var unit = Unit(BodyField.Duration)
            ?? (property.NameEquals("duration_ms"u8) || property.NameEquals("durationMs"u8) ? "ms" : null);
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

        Fields.ExpiresAt = Accept(BodyField.ExpiresAt, score, TimeValue.Read(value, Unit(BodyField.ExpiresAt)), Fields.ExpiresAt);
    }

    private void AcceptSize(JsonElement value, int score)
    {
        if (TaskFieldParsers.Size(value) is not { } size)
        {
            return;
        }

        _scores[(int)BodyField.Size] = score;
        if (IsBetter(BodyField.Width, score) && IsBetter(BodyField.Height, score))
        {
            _scores[(int)BodyField.Width] = _scores[(int)BodyField.Height] = score;
            (Fields.Width, Fields.Height) = size;
        }
    }

    private void AcceptUrl(JsonProperty property, BodyName name, int score)
    {
        if (VideoUrl.Find(property, name) is not { } found || !IsBetter(BodyField.VideoUrl, score + found.Doubt))
        {
            return;
        }

        Fields.VideoUrl = Accept(BodyField.VideoUrl, score + found.Doubt, found.Text, Fields.VideoUrl);
    }

    private readonly string? Unit(BodyField field) =>
        _vendor.FieldUnits.Count > 0 && _vendor.FieldUnits.TryGetValue(field.ToString(), out var unit) ? unit : null;

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(
            value.GetString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    [InlineArray((int)BodyField.Refusal + 1)]
    private struct Scores
    {
        private int _first;
    }
}
