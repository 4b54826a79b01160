using System.Text.Json;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Mapping;

/// <summary>What a body says about errors, before it is known whether there is one.</summary>
internal sealed class ErrorParts
{
    // Most bodies have none.
    private List<(VideoTaskField Field, int Score, int Place, JsonElement Value)>? _found;

    public JsonElement? Find(VideoTaskField field)
    {
        foreach (var part in _found ?? [])
        {
            if (part.Field == field)
            {
                return part.Value;
            }
        }

        return null;
    }

    /// <summary>Which object something was found in; null when it was not.</summary>
    public int? PlaceOf(VideoTaskField field)
    {
        foreach (var part in _found ?? [])
        {
            if (part.Field == field)
            {
                return part.Place;
            }
        }

        return null;
    }

    /// <param name="field">What the name means.</param>
    /// <param name="value">The value.</param>
    /// <param name="score">How much is to be said against it.</param>
    /// <param name="place">What is to be said against everything in the object that it stands in; 0 for the task itself.</param>
    public void TryAccept(VideoTaskField field, JsonElement value, int score, int place)
    {
        if (field is VideoTaskField.None or VideoTaskField.Done || IsEmpty(value))
        {
            return;
        }

        _found ??= [];
        for (var i = 0; i < _found.Count; i++)
        {
            if (_found[i].Field == field)
            {
                if (score < _found[i].Score)
                {
                    _found[i] = (field, score, place, value);
                }

                return;
            }
        }

        _found.Add((field, score, place, value));
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };
}
