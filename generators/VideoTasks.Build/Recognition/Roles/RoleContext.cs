using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>
/// What the candidates of a document say of each other. Each question is answered from an index, whatever the number of candidates.
/// </summary>
internal sealed class RoleContext
{
    /// <summary>An operation that says this much of videos is one of videos.</summary>
    public const int Certain = 4;

    /// <summary>The nearness of two that share a resource.</summary>
    public const int Near = 3;

    private readonly Dictionary<(string Base, VideoRole Role), int> _companions = [];
    private readonly Dictionary<string, int> _creators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _nouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answers = new(StringComparer.Ordinal);

    public RoleContext(IReadOnlyList<RoleCandidate> candidates)
    {
        MakesVideos = candidates.Any(c => c is { Role: VideoRole.Create, Evidence: >= Certain });
        foreach (var candidate in candidates)
        {
            foreach (var resource in candidate.Bases.Distinct(StringComparer.Ordinal))
            {
                _companions[(resource, candidate.Role)] = _companions.GetValueOrDefault((resource, candidate.Role)) + 1;
            }

            if (candidate.Role == VideoRole.Create)
            {
                Raise(_creators, candidate.Resource, candidate.Evidence);
                Raise(_nouns, candidate.Facts.Noun, candidate.Evidence);
            }
        }

        foreach (var answer in candidates.Where(c => c.Role == VideoRole.Create && c.Evidence >= (MakesVideos ? 1 : 0))
            .Select(c => c.Facts.Answer)
            .Distinct())
        {
            _answered.UnionWith(answer.Values);
            if (IsTask(answer))
            {
                _answers.Add(answer.Signature);
            }
        }
    }

    /// <summary>Whether an operation is certain to make videos.</summary>
    public bool MakesVideos { get; }

    /// <summary>The operation that reads a task, once it is chosen.</summary>
    public RoleCandidate? Get { get; set; }

    /// <summary>The operation that makes a task, once it is chosen.</summary>
    public RoleCandidate? Create { get; set; }

    /// <summary>Whether another operation of the same resource may have a role.</summary>
    public bool HasBeside(RoleCandidate candidate, VideoRole role) =>
        candidate.Bases.Distinct(StringComparer.Ordinal).Any(b => _companions.GetValueOrDefault((b, role)) > (candidate.Role == role ? 1 : 0));

    /// <summary>Whether a create that may be of videos answers with what a read calls its id.</summary>
    public bool IsAnsweredByCreate(RoleCandidate get) => IdOf(get) is { } name && _answered.Contains(name);

    /// <summary>Whether a create answers with what a read calls its id, where that is more than 'id'.</summary>
    public static bool Answers(RoleCandidate create, RoleCandidate get) => IdOf(get) is { } name && create.Facts.Answer.Values.Contains(name);

    /// <summary>Whether a create that may be of videos answers with the task that is read.</summary>
    public bool IsAlikeToCreate(RoleCandidate get) => _answers.Contains(get.Facts.Answer.Signature);

    /// <summary>Whether both answer with the same task.</summary>
    public static bool AnswerAlike(RoleCandidate create, RoleCandidate get) =>
        IsTask(create.Facts.Answer) && create.Facts.Answer.Signature == get.Facts.Answer.Signature;

    /// <summary>Whether what is made by a create of videos is called as what is read.</summary>
    public bool IsCalledAsCreate(RoleCandidate get) =>
        get.Facts.Noun.Length > 0 && _nouns.TryGetValue(get.Facts.Noun, out var evidence) && evidence >= (MakesVideos ? Certain : 0);

    /// <summary>Whether the things of a resource are made by a create of their own, of which nothing says video.</summary>
    public bool IsMadeAsSomethingElse(RoleCandidate get) => MakesVideos && _creators.TryGetValue(get.Resource, out var evidence) && evidence <= 0;

    /// <summary>How near a create is to the operation that reads: 4 for the same resource, down to 0.</summary>
    public static int Nearness(RoleCandidate create, RoleCandidate get)
    {
        if (create.Resource == get.Resource)
        {
            return 4;
        }

        if (create.Bases.Intersect(get.Bases).Any())
        {
            return Near;
        }

        var common = create.Operation.Segments.Zip(get.Operation.Segments).TakeWhile(p => p.First == p.Second).Count();
        return Math.Min(common, 2);
    }

    /// <summary>
    /// Whether an operation is one of the resource that is read, or of the one that makes it: nothing else may be listed or deleted in their place.
    /// </summary>
    public bool IsOfTask(RoleCandidate candidate) => new[] { Get, Create }.OfType<RoleCandidate>().Any(task => candidate.Resource == task.Resource
        || (candidate.Bases.Intersect(task.Bases).Any()
        && (candidate.Facts.Noun == task.Facts.Noun || (candidate.Role.StartsTask() && candidate.Evidence > 0))));

    private static bool IsTask(AnswerFacts answer) => answer is { HasState: true, IsList: false };

    private static string? IdOf(RoleCandidate get) =>
        get.Id is { } id && NameComparer.Normalize(id.Name) is { Length: > 0 } name && name is not "id" ? name : null;

    private static void Raise(Dictionary<string, int> most, string key, int value) =>
        most[key] = Math.Max(most.GetValueOrDefault(key, int.MinValue), value);
}
