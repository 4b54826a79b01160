using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>What the rules look at in an operation.</summary>
internal sealed class OperationFacts
{
    private readonly SchemaReader _schemas;
    private readonly Lazy<AnswerFacts> _answer;

    public OperationFacts(DocumentOperation operation, SchemaReader schemas, AnswerReader answers)
    {
        (Operation, _schemas) = (operation, schemas);
        Literals = [.. operation.Segments.Where(s => !DocumentOperation.IsParameter(s))];
        PathWords = [.. Literals.Select(s => NameWords.Of(WithoutParameters(s)))];
        Noun = RoleWords.NounOf(PathWords.SelectMany(w => w));
        Body = [.. schemas.Properties(operation.AnyRequestSchema)];
        HasPrompt = Body.Any(p => RoleWords.Prompts.Contains(NameComparer.Normalize(p.Name)) || schemas.Properties(p.Schema).Any(IsPrompt));
        TakesSource = Body.Count == 0
            || Body.Any(p => IsSourceId(NameComparer.Normalize(p.Name)) || schemas.Properties(p.Schema).Any(q => q.Name == "id"));
        BodyId = Body.FirstOrDefault(p => RoleWords.Ids.Contains(NameComparer.Normalize(p.Name))).Name;
        MakesSomethingElse = PathWords.Any(IsVideoToOther);
        SaysVideo = PathWords.Any(w => w.Contains("video") || w.Contains("videos")) || Literals.Any(HasShortForm);
        IsDeprecated = operation.Node.Value("deprecated").AsBoolean() ?? false;
        _answer = new(() => answers.Read(operation.ResponseSchema));
    }

    public DocumentOperation Operation { get; }

    /// <summary>The segments of the path that are no parameters.</summary>
    public IReadOnlyList<string> Literals { get; }

    public IReadOnlyList<IReadOnlyList<string>> PathWords { get; }

    /// <summary>What it is about, by its path.</summary>
    public string Noun { get; }

    public IReadOnlyList<SchemaProperty> Body { get; }

    public bool HasPrompt { get; }

    /// <summary>The property of the body that is called like an id; null without one.</summary>
    public string? BodyId { get; }

    /// <summary>Whether the body may name a task to begin with.</summary>
    public bool TakesSource { get; }

    public bool MakesSomethingElse { get; }

    public bool SaysVideo { get; }

    public bool IsDeprecated { get; }

    public AnswerFacts Answer => _answer.Value;

    /// <summary>Whether its path says that it makes videos from text.</summary>
    public bool IsFromText => PathWords.Any(w => w.Zip(w.Skip(1)).Any(p => p is ("text" or "txt" or "t", "to" or "2")));

    /// <summary>What the rules of evidence add up to. Below 1 it is not taken for one of videos.</summary>
    public RuleMatches Evidence => field ??= EvidenceRules.Of(this);

    /// <summary>The word of the path that is about something else than videos.</summary>
    public string? ForeignWord =>
        PathWords.Where((words, i) => !IsToVideo(words) && !IsModelOfPath(Literals[i], words)).SelectMany(w => w).FirstOrDefault(RoleWords.IsForeign);

    /// <summary>Whether the body demands an image, a video or a frame.</summary>
    public bool DemandsInput =>
        (_schemas.Resolve(Operation.AnyRequestSchema).Array("required") ?? []).Select(r => NameComparer.Normalize(r.AsText() ?? ""))
        .Any(
            r => r.Contains("image", StringComparison.Ordinal)
                || r.Contains("video", StringComparison.Ordinal)
                || r.Contains("frame", StringComparison.Ordinal));

    public bool BodyHas(Func<string, bool> isWanted) => Body.Any(p => isWanted(NameComparer.Normalize(p.Name)));

    public bool PathHas(Func<string, bool> isWanted) => PathWords.Any(w => w.Any(isWanted));

    private static bool IsSourceId(string name) =>
        name == "id" || Array.Exists(["videoid", "taskid", "generationid", "requestid"], e => name.EndsWith(e, StringComparison.Ordinal));

    // What wraps the prompt is called as anything.
    private static bool IsPrompt(SchemaProperty property) => NameWords.Of(property.Name).Any(w => w is "prompt" or "prompts");

    public static bool TextSaysVideo(string text) =>
        text.Contains("video", StringComparison.OrdinalIgnoreCase) || text.Contains("视频", StringComparison.Ordinal);

    private static bool IsVideoToOther(IReadOnlyList<string> words)
    {
        var to = words.ToList().FindIndex(w => w is "to" or "2");
        return to > 0 && words[to - 1] == "video" && (to + 1 == words.Count || words[to + 1] != "video");
    }

    // The images of images-to-video are what it is made of.
    private static bool IsToVideo(IReadOnlyList<string> words)
    {
        var to = words.ToList().FindIndex(w => w is "to" or "2");
        return to > 0 && to + 1 < words.Count && words[to + 1] is "video" or "videos";
    }

    // models/{model}:predict, models/{model}/operations/{id}: the model is where it is made, not what is asked for.
    private bool IsModelOfPath(string segment, IReadOnlyList<string> words)
    {
        var segments = Operation.Segments;
        var at = segments.ToList().IndexOf(segment);
        return words is ["model" or "models"] && at + 1 < segments.Count && segments[at + 1].StartsWith('{')
            && (DocumentOperation.IsMixed(segments[at + 1]) || at + 2 < segments.Count);
    }

    // {model}:predict says predict.
    private static string WithoutParameters(string segment)
    {
        for (var open = segment.IndexOf('{', StringComparison.Ordinal); open >= 0
            && segment.IndexOf('}', open) is > 0 and var close; open = segment.IndexOf('{', StringComparison.Ordinal))
        {
            segment = segment.Remove(open, close - open + 1).Insert(open, " ");
        }

        return segment;
    }

    private static bool HasShortForm(string segment) =>
        segment.Split('-', '_', '.', ':').Any(p => RoleWords.ShortForms.Contains(p.ToLowerInvariant()));
}
