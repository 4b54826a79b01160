using System.Globalization;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>How much speaks for an operation being about the making of videos.</summary>
internal static class EvidenceRules
{
    public static readonly EvidenceRule[] Rows =
    [
        new("path-from-video", -6, "its path makes something else from a video", "video-to-music", static f => Word(f.MakesSomethingElse)),
        new("path-video", 4, "its path says video", "magic-hour", static f => Word(f.SaysVideo && !f.MakesSomethingElse)),
        new("path-generation", 1, "its path says generation", "luma", static f => Word(!f.SaysVideo && !f.MakesSomethingElse && SaysGeneration(f))),
        new("path-foreign", -5, "its path says {0}", "runway", static f => f.ForeignWord),
        new("label-video", 2, "its summary says video", "heygen", static f => Word(OperationFacts.TextSaysVideo(f.Operation.Label))),
        new("label-foreign", -2, "its summary says {0}, and not video", "leonardo",
            static f => OperationFacts.TextSaysVideo(f.Operation.Label)
                ? null
                : NameWords.Of(f.Operation.Label).FirstOrDefault(RoleWords.ForeignLabel.Contains)),
        new("prose-video", 1, "its description says video", "d-id",
            static f => Word(!OperationFacts.TextSaysVideo(f.Operation.Label) && OperationFacts.TextSaysVideo(f.Operation.Prose))),
        new("answer-video", 3, "it answers with a video", "openai.yaml", static f => Word(Answers(f, "video/"))),
        new("answer-audio", -5, "it answers with audio", "speech-of-a-video", static f => Word(!Answers(f, "video/") && Answers(f, "audio/"))),
        new("answer-property", 2, "its answer has a property of a video", "xai", static f => Word(f.Answer.NamesVideo)),
    ];

    public static RuleMatches Of(OperationFacts facts) => RuleMatches.Of(
        from rule in Rows
        let word = rule.Find(facts)
        where word is not null
        select (rule.Id, rule.Weight, string.Format(CultureInfo.InvariantCulture, rule.Reason, word)));

    private static string? Word(bool holds) => holds ? "" : null;

    private static bool SaysGeneration(OperationFacts facts) =>
        facts.PathHas(w => w is "generation" or "generations" || RoleWords.Generators.Contains(w));

    private static bool Answers(OperationFacts facts, string media) =>
        facts.Operation.ResponseMedia.Any(m => m.StartsWith(media, StringComparison.OrdinalIgnoreCase));
}
