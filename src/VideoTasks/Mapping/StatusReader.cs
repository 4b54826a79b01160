using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;

namespace VideoTasks.Mapping;

/// <summary>What a value that stands where a status is expected says.</summary>
/// <param name="Word">The word as it came; null when there is none.</param>
/// <param name="Status">What it means; null when no rule knows it.</param>
internal readonly record struct StatusReading(string? Word, VideoTaskStatus? Status)
{
    public bool IsKnown => Status is not null;
}

/// <summary>Reads status words: the vendor's own meaning first, then the common one.</summary>
internal static class StatusReader
{
    private static readonly string[] InnerNames = ["status", "state", "value", "code", "name", "word"];

    public static StatusReading Read(JsonElement value, VideoVendorDescription vendor)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
            case JsonValueKind.Number:
                var text = JsonText.AsText(value);
                return text is null ? default : new(text, Meaning(text, vendor));
            case JsonValueKind.Object:
                foreach (var name in InnerNames)
                {
                    if (value.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.String)
                    {
                        return Read(inner, vendor);
                    }
                }

                return default;
            default:
                return default;
        }
    }

    /// <summary>What a word means; null when no rule knows it.</summary>
    public static VideoTaskStatus? Meaning(string? word, VideoVendorDescription vendor)
    {
        if (string.IsNullOrWhiteSpace(word))
        {
            return null;
        }

        if (vendor.StatusWords.Count > 0 && OwnMeaning(word, vendor.StatusWords) is { } own)
        {
            return own;
        }

        return StatusVocabulary.Meaning(word);
    }

    // The dictionary's own comparer may be a plain one; there are few words.
    private static VideoTaskStatus? OwnMeaning(string word, IReadOnlyDictionary<string, VideoTaskStatus> words)
    {
        if (words.TryGetValue(word, out var status))
        {
            return status;
        }

        foreach (var (own, meaning) in words)
        {
            if (NameComparer.Instance.Equals(own, word))
            {
                return meaning;
            }
        }

        return null;
    }
}
