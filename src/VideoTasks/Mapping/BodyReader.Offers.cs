using System.Runtime.CompilerServices;
using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;

namespace VideoTasks.Mapping;

/// <content>What is made of each value that stands under a known name.</content>
internal ref partial struct BodyReader
{
    private void Offer(JsonProperty property, BodyName name, int score)
    {
        var value = property.Value;
        switch (name.Field)
        {
            case BodyField.Id:
                OfferId(property, name, score);
                break;
            case BodyField.Status:
                OfferStatus(value, score);
                break;
            case BodyField.Progress when Beats(BodyField.Progress, score):
                Fields.Progress = Keep(BodyField.Progress, score, OfProgress(property), Fields.Progress);
                break;
            case BodyField.Model when Beats(BodyField.Model, score):
                Fields.Model = Keep(BodyField.Model, score, TextOrName(value), Fields.Model);
                break;
            case BodyField.Prompt when Beats(BodyField.Prompt, score):
                Fields.Prompt = Keep(BodyField.Prompt, score, value.ValueKind == JsonValueKind.String ? NonEmpty(value.GetString()) : null, Fields.Prompt);
                break;
            case BodyField.CreatedAt when Beats(BodyField.CreatedAt, score):
                Fields.CreatedAt = Keep(BodyField.CreatedAt, score, TimeValue.Read(value, Unit(nameof(Fields.CreatedAt))), Fields.CreatedAt);
                break;
            case BodyField.CompletedAt when Beats(BodyField.CompletedAt, score):
                Fields.CompletedAt = Keep(BodyField.CompletedAt, score, TimeValue.Read(value, Unit(nameof(Fields.CompletedAt))), Fields.CompletedAt);
                break;
            case BodyField.ExpiresAt when Beats(BodyField.ExpiresAt, score):
                OfferExpiry(value, score);
                break;
            case BodyField.ExpiresIn when Beats(BodyField.ExpiresIn, score):
                ExpiresIn = Keep(BodyField.ExpiresIn, score, Number(value) is > 0 and var seconds ? seconds : null, ExpiresIn);
                break;
            case BodyField.Duration when Beats(BodyField.Duration, score):
                Fields.Duration = Keep(BodyField.Duration, score, OfDuration(property), Fields.Duration);
                break;
            case BodyField.Frames when Beats(BodyField.Frames, score):
                Frames = Keep(BodyField.Frames, score, Number(value) is > 0 and var frames ? frames : null, Frames);
                break;
            case BodyField.FramesPerSecond when Beats(BodyField.FramesPerSecond, score):
                FramesPerSecond = Keep(BodyField.FramesPerSecond, score, Number(value) is > 0 and var rate ? rate : null, FramesPerSecond);
                break;
            case BodyField.Size when Beats(BodyField.Size, score):
                OfferSize(value, score);
                break;
            case BodyField.Width when Beats(BodyField.Width, score):
                Fields.Width = Keep(BodyField.Width, score, OfPixels(value), Fields.Width);
                break;
            case BodyField.Height when Beats(BodyField.Height, score):
                Fields.Height = Keep(BodyField.Height, score, OfPixels(value), Fields.Height);
                break;
            case BodyField.Url:
                OfferUrl(property, name, score);
                break;
            case BodyField.Inline:
                HasInlineVideo |= JsonText.AsText(value) is not (null or "0");
                break;
            default:
                Errors.Offer(name.Field, value, score);
                break;
        }
    }

    private readonly bool Beats(BodyField field, int score) => score < _scores[(int)field];

    /// <summary>Notes the score of a value that was found; without one, the field keeps what it has.</summary>
    private T Keep<T>(BodyField field, int score, T found, T current)
    {
        if (found is null)
        {
            return current;
        }

        _scores[(int)field] = score;
        return found;
    }

    private void OfferId(JsonProperty property, BodyName name, int score)
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

        if (Beats(BodyField.Id, score))
        {
            Fields.Id = Keep(BodyField.Id, score, JsonText.AsText(property.Value), Fields.Id);
        }
    }

    /// <summary>Some gateways answer a create with nothing but the id: <c>{"code": "success", "data": "task-1"}</c>.</summary>
    private void OfferBareId(JsonProperty property, int score)
    {
        const int shortest = 6;
        const int longest = 200;
        if (!_operation.StartsTask() || !(property.NameEquals("data"u8) || property.NameEquals("result"u8)))
        {
            return;
        }

        var text = property.Value.GetString()!;
        score += PenaltyOfDoubt;
        if (Beats(BodyField.Id, score) && text.Length is >= shortest and <= longest && !text.Any(char.IsWhiteSpace) && !VideoUrl.LooksLikeUrl(text) && text[0] is not ('{' or '['))
        {
            HasTaskId = true;
            Fields.Id = Keep(BodyField.Id, score, text, Fields.Id);
        }
    }

    private void OfferStatus(JsonElement value, int score)
    {
        var reading = StatusReader.Read(value, _vendor);
        if (!reading.IsKnown && value.ValueKind == JsonValueKind.Number)
        {
            score += PenaltyOfDoubt;
        }

        if (reading.Word is not null && Beats(BodyField.Status, score))
        {
            Status = Keep<StatusReading?>(BodyField.Status, score, reading, Status) ?? default;
        }
    }

    private readonly double? OfProgress(JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Object)
        {
            return ReadProgress(property.Value, property, Unit(nameof(VideoTaskFields.Progress)));
        }

        foreach (var inner in property.Value.EnumerateObject())
        {
            if (BodyNames.Find(inner).Field == BodyField.Progress && ReadProgress(inner.Value, inner, Unit(nameof(VideoTaskFields.Progress))) is { } progress)
            {
                return progress;
            }
        }

        return null;
    }

    private readonly double? OfDuration(JsonProperty property)
    {
        var unit = Unit(nameof(VideoTaskFields.Duration)) ?? (property.NameEquals("duration_ms"u8) || property.NameEquals("durationMs"u8) ? "ms" : null);
        return property.Value.ValueKind switch
        {
            JsonValueKind.Number when property.Value.TryGetDouble(out var number) => DurationValue.FromNumber(number, unit),
            JsonValueKind.String => DurationValue.FromText(property.Value.GetString(), unit),
            _ => null,
        };
    }

    private void OfferExpiry(JsonElement value, int score)
    {
        // A small number is no point in time but a time from now: "expires": 3600.
        const double longestSpan = 1e8;
        if (Number(value) is { } number and > 0 and < longestSpan)
        {
            ExpiresIn ??= number;
            return;
        }

        Fields.ExpiresAt = Keep(BodyField.ExpiresAt, score, TimeValue.Read(value, Unit(nameof(Fields.ExpiresAt))), Fields.ExpiresAt);
    }

    private void OfferSize(JsonElement value, int score)
    {
        var size = value.ValueKind switch
        {
            JsonValueKind.String => SizeValue.FromText(value.GetString()),
            JsonValueKind.Object => SizeOfObject(value),
            JsonValueKind.Array when value.GetArrayLength() == 2 && OfPixels(value[0]) is { } width && OfPixels(value[1]) is { } height => (width, height),
            _ => null,
        };
        if (size is not { } found)
        {
            return;
        }

        _scores[(int)BodyField.Size] = score;
        if (Beats(BodyField.Width, score) && Beats(BodyField.Height, score))
        {
            _scores[(int)BodyField.Width] = _scores[(int)BodyField.Height] = score;
            (Fields.Width, Fields.Height) = found;
        }
    }

    private static (int Width, int Height)? SizeOfObject(JsonElement value) =>
        value.TryGetProperty("width", out var w) && value.TryGetProperty("height", out var h) && OfPixels(w) is { } width && OfPixels(h) is { } height
            ? (width, height)
            : null;

    private void OfferUrl(JsonProperty property, BodyName name, int score)
    {
        if (VideoUrl.Find(property, name) is not { } found || !Beats(BodyField.Url, score + found.Doubt))
        {
            return;
        }

        Fields.VideoUrl = Keep(BodyField.Url, score + found.Doubt, found.Text, Fields.VideoUrl);
    }

    private readonly string? Unit(string field) => _vendor.FieldUnits.Count > 0 && _vendor.FieldUnits.TryGetValue(field, out var unit) ? unit : null;

    private static string? TextOrName(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return JsonText.AsText(value);
        }

        return value.TryGetProperty("id", out var id) && JsonText.AsText(id) is { } text ? text
            : value.TryGetProperty("name", out var name) ? JsonText.AsText(name)
            : null;
    }

    private static int? OfPixels(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) => SizeValue.Pixels(number),
        JsonValueKind.String => SizeValue.Pixels(value.GetString().AsSpan()),
        _ => null,
    };

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(
            value.GetString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [InlineArray((int)BodyField.Refusal + 1)]
    private struct Scores
    {
        private int _first;
    }
}
