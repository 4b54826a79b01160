using VideoTasks.Build.Description.Format;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.SourceGenerator.Statuses;

/// <summary>
/// Status words that mean nothing by themselves, such as numbers, and what the names say that the document gives them. A name that could mean two
/// things is left to a hint.
/// </summary>
internal static class LabelledWords
{
    private const int LongestPhrase = 5;

    // With one of these a phrase may say the contrary of its words, or what is still to come.
    private static readonly string[] Doubtful =
        ["not", "no", "non", "un", "being", "be", "to", "will", "yet", "before", "until", "after", "or", "if", "when"];

    public static IEnumerable<(string Word, VideoTaskStatus Status)> Of(VendorDescription vendor)
    {
        var own = new HashSet<string>(vendor.StatusWords.Select(w => w.Word), NameComparer.Instance);
        foreach (var word in Unknown(vendor))
        {
            if (!own.Contains(word.Word) && word.Labels.Select(Meaning).FirstOrDefault(m => m is not null) is { } status && own.Add(word.Word))
            {
                yield return (word.Word, status);
            }
        }
    }

    /// <summary>The status words of the document that mean nothing by themselves.</summary>
    public static IEnumerable<DescribedWord> Unknown(VendorDescription vendor) =>
        vendor.Operations.SelectMany(o => o.Fields).Where(f => f.Field == VideoTaskField.Status).SelectMany(f => f.Words)
            .Where(w => StatusVocabulary.Meaning(w.Word) is null);

    private static VideoTaskStatus? Meaning(string label)
    {
        if (StatusVocabulary.Meaning(label) is { } whole)
        {
            return whole;
        }

        var words = Words(label);
        if (words.Count > LongestPhrase || words.Exists(Doubtful.Contains))
        {
            return null;
        }

        var meanings = words.Select(w => StatusVocabulary.Find(w)).Where(m => m is not null and not VideoTaskStatus.Unknown).Distinct().ToList();

        // «Moderation failed», «processing error»: what ended badly has ended.
        return meanings.Contains(VideoTaskStatus.Failed) ? VideoTaskStatus.Failed : meanings.Count == 1 ? meanings[0] : null;
    }

    // StatusQueued, Generation successful, 成功(succeeded)
    private static List<string> Words(string label)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= label.Length; i++)
        {
            var ends = i == label.Length || !char.IsLetter(label[i]) || (i > start && char.IsUpper(label[i]) && char.IsLower(label[i - 1]));
            if (ends && i > start)
            {
                words.Add(label.Substring(start, i - start).ToLowerInvariant());
            }

            if (ends)
            {
                start = i < label.Length && char.IsLetter(label[i]) ? i : i + 1;
            }
        }

        return words;
    }
}
