using System.Text.Json;
using VideoTasks.Vocabulary;

namespace VideoTasks.Mapping;

/// <summary>What a body says about errors, before it is known whether there is one.</summary>
internal sealed class ErrorParts
{
    // Most bodies have none.
    private List<(BodyField Field, int Score, JsonElement Value)>? _found;

    public JsonElement? Find(BodyField field)
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

    public void TryAccept(BodyField field, JsonElement value, int score)
    {
        if (field is BodyField.None or BodyField.Done || IsEmpty(value))
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
                    _found[i] = (field, score, value);
                }

                return;
            }
        }

        _found.Add((field, score, value));
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
