using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>Which of several candidates is the better one, besides what each says of videos.</summary>
internal static class RankRules
{
    /// <summary>Of two that are otherwise equal, and of an old one with some more companions, the one that stays.</summary>
    public static readonly RankRule[] OfAll =
        [new("deprecated", -4, "the document deprecates it", "deprecated", static (c, _) => c.Facts.IsDeprecated)];

    public static readonly RankRule[] OfGet =
    [
        new("answer-state", 2, "its answer has a state", "runway", static (c, _) => c.Facts.Answer.HasState),
        new("answer-no-state", -3, "its answer has no state", "freepik", static (c, _) => HasNoState(c)),
        new("answer-id", 1, "its answer has an id", "runway", static (c, _) => c.Facts.Answer.HasId),
        new("answer-url", 1, "its answer may lead to a video", "d-id", static (c, _) => c.Facts.Answer.HasUrl),
        new("resource-videos", 4, "its resource is videos", "xai", static (c, _) => c.Resource.EndsWith("/videos", StringComparison.Ordinal)),
        new(
            "path-videos", 2, "its path has videos", "kling", static (c, _) => !c.Resource.EndsWith("/videos", StringComparison.Ordinal)
                && c.Operation.Segments.Contains("videos")),
        new(
            "path-status", 1, "its path asks for the status", "fal", static (c, _) => c.Operation.Segments.Any(
                s => NameWords.Of(s) is ["status"] or [.., "status"])),
        new("path-from-text", 1, "it is of videos from text", "kling", static (c, _) => c.Facts.IsFromText),
        new("beside-content", 3, "its resource delivers a file", "openai.yaml", static (c, x) => x.HasBeside(c, VideoRole.Content)),
        new("beside-create", 2, "its resource has a create", "kling", static (c, x) => x.HasBeside(c, VideoRole.Create)),
        new("beside-list", 1, "its resource has a list", "kling", static (c, x) => x.HasBeside(c, VideoRole.List)),
        new("beside-delete", 1, "its resource has a delete", "runway", static (c, x) => x.HasBeside(c, VideoRole.Delete)),
        new("id-of-create", 4, "a create answers with what its id is called", "inference-id", static (c, x) => x.IsAnsweredByCreate(c)),
        new("answer-of-create", 3, "a create answers with the same", "openai.yaml", static (c, x) => x.IsAlikeToCreate(c)),
        new("noun-of-create", 2, "it is called as what a create makes", "tencent", static (c, x) => x.IsCalledAsCreate(c)),
        new(
            "made-elsewhere",
            -4,
            "its resource has a create of its own, which says nothing of videos",
            "notes-with-a-state",
            static (c, x) => x.IsMadeAsSomethingElse(c)),
    ];

    public static readonly RankRule[] OfCreate =
    [
        new("same-resource", 8, "it makes what is read at the same resource", "luma", static (c, x) => Nearness(c, x) == 4),
        new("near-resource", 6, "it makes what is read beside it", "hunyuan", static (c, x) => Nearness(c, x) == 3),
        new("common-path", 4, "its path and that of the read begin alike", "zhipu", static (c, x) => Nearness(c, x) == 2),
        new("common-root", 2, "its path and that of the read begin alike", "runway", static (c, x) => Nearness(c, x) == 1),
        new(
            "answers-id", 3, "it answers with what the id of the read is called", "inference-id", static (c, x) => x.Get is { } get
                && RoleContext.Answers(c, get)),
        new(
            "noun-of-get", 2, "it is called as what is read", "tencent", static (c, x) => x.Get is { } get
                && get.Facts.Noun.Length > 0
                && get.Facts.Noun == c.Facts.Noun),
        new("from-text", 1, "it makes videos from text", "vidu", static (c, _) => c.Facts.PathHas(w => w is "text" or "txt" or "t")),
        new(
            "at-once", -4, "it waits for the result", "runpod", static (c, _) => c.Facts.PathHas(
                w => w is "sync" or "runsync" or "synchronous" or "wait")),
        new(
            "from-image", -1, "it wants something to begin with", "vidu", static (c, _) => c.Facts.PathHas(
                w => w is "image" or "images" or "img" or "i" or "extend" or "reference" or "edit" or "edits" or "modify" or "remix")),
        new("demands-input", -1, "its body demands something to begin with", "demands", static (c, _) => c.Facts.DemandsInput),
        new("no-prompt", -2, "its body has no prompt", "magic-hour",
            static (c, _) => c.Facts.Body.Count > 0
                && !c.Facts.BodyHas(n => n.Contains("prompt", StringComparison.Ordinal) || n is "text" or "input" or "instances" or "content")),
    ];

    public static readonly RankRule[] OfContent =
        [new("same-resource-content", 5, "it is a part of what is read", "openai.yaml", static (c, x) => c.Resource == x.Get?.Resource)];

    public static readonly RankRule[] OfOthers =
        [new("same-resource-other", 1, "it is of the resource that is read", "runway", static (c, x) => c.Resource == x.Get?.Resource)];

    public static IEnumerable<RankRule> All => [.. OfAll, .. OfGet, .. OfCreate, .. OfContent, .. OfOthers];

    public static RankRule[] Of(VideoRole role) => role switch
    {
        VideoRole.Get => OfGet,
        VideoRole.Create => OfCreate,
        VideoRole.Content => OfContent,
        _ => OfOthers,
    };

    /// <summary>What speaks for a candidate in its role, together with what it says of videos.</summary>
    public static RuleMatches Of(RoleCandidate candidate, RoleContext context) => candidate.Facts.Evidence.With(RuleMatches.Of(
        from rule in OfAll.Concat(Of(candidate.Role))
        where rule.Holds(candidate, context)
        select (rule.Id, rule.Weight, rule.Reason)));

    /// <summary>Whether the document says all of an answer, and it has no state.</summary>
    public static bool HasNoState(RoleCandidate candidate) =>
        candidate.Facts.Answer is { IsKnown: true, HasState: false } && !candidate.Operation.ResponseMedia.Any(DocumentOperation.IsBinary);

    private static int Nearness(RoleCandidate create, RoleContext context) => context.Get is { } get ? RoleContext.Nearness(create, get) : 0;
}
