using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>What the candidates of a document say of each other.</summary>
internal sealed class RoleContext
{
    /// <summary>An operation that says this much of videos is one of videos.</summary>
    public const int Certain = 4;

    /// <summary>The nearness of two that share a resource.</summary>
    public const int Near = 3;

    private readonly ILookup<string, RoleCandidate> _byBase;
    private readonly Dictionary<string, int> _creates = new(StringComparer.Ordinal);
    private readonly Dictionary<RoleCandidate, bool> _answered = [];
    private readonly List<RoleCandidate> _makers;

    // Those of a document of 100,000 paths are not all compared with all that read.
    private const int MostMakers = 64;

    public RoleContext(IReadOnlyList<RoleCandidate> candidates)
    {
        _byBase = candidates.SelectMany(static c => c.Bases.Distinct(StringComparer.Ordinal), static (c, b) => (Candidate: c, Base: b))
            .ToLookup(static p => p.Base, static p => p.Candidate, StringComparer.Ordinal);
        _makers = [.. candidates.Where(c => c is { Role: VideoRole.Create, Evidence: >= 0 }).OrderByDescending(c => c.Evidence).Take(MostMakers)];
        foreach (var create in candidates.Where(c => c.Role == VideoRole.Create && c.Facts.Noun.Length > 0))
        {
            _creates[create.Facts.Noun] = Math.Max(_creates.GetValueOrDefault(create.Facts.Noun, int.MinValue), create.Evidence);
        }

        MakesVideos = candidates.Any(c => c is { Role: VideoRole.Create, Evidence: >= Certain });
    }

    /// <summary>Whether an operation is certain to make videos.</summary>
    public bool MakesVideos { get; }

    /// <summary>The operation that reads a task, once it is chosen.</summary>
    public RoleCandidate? Get { get; set; }

    /// <summary>The operation that makes a task, once it is chosen.</summary>
    public RoleCandidate? Create { get; set; }

    /// <summary>The roles that others of the same resource may have.</summary>
    public IEnumerable<VideoRole> CompanionsOf(RoleCandidate candidate) =>
        candidate.Bases.SelectMany(b => _byBase[b]).Where(c => c.Operation != candidate.Operation).Select(static c => c.Role).Distinct();

    /// <summary>Whether a create that may be of videos answers with what a read calls its id.</summary>
    public bool IsAnsweredByCreate(RoleCandidate get)
    {
        if (!_answered.TryGetValue(get, out var answered))
        {
            _answered[get] = answered = _makers.Exists(c => c.Evidence >= (MakesVideos ? 1 : 0) && Answers(c, get));
        }

        return answered;
    }

    /// <summary>Whether a create answers with what a read calls its id, where that is more than 'id'.</summary>
    public static bool Answers(RoleCandidate create, RoleCandidate get) =>
        get.Id is { } id && NameWords.Normalize(id.Name) is { Length: > 0 } name && name is not "id" && create.Facts.FindInAnswer(name) is not null;

    /// <summary>Whether both answer with the same task.</summary>
    public static bool AnswerAlike(RoleCandidate create, RoleCandidate get) =>
        create.Facts.Answer is { HasState: true, IsList: false } && create.Facts.AnswerNames.SetEquals(get.Facts.AnswerNames);

    /// <summary>Whether a create that may be of videos answers with the task that is read.</summary>
    public bool IsAlikeToCreate(RoleCandidate get) => _makers.Exists(c => c.Evidence >= (MakesVideos ? 1 : 0) && AnswerAlike(c, get));

    /// <summary>Whether what is made by a create of videos is called as what is read.</summary>
    public bool IsCalledAsCreate(RoleCandidate get) => get.Facts.Noun.Length > 0 && _creates.TryGetValue(get.Facts.Noun, out var evidence) && evidence >= (MakesVideos ? Certain : 0);

    /// <summary>Whether the things of a resource are made by a create of their own, of which nothing says video.</summary>
    public bool IsMadeAsSomethingElse(RoleCandidate get)
    {
        var makers = _byBase[get.Resource].Where(c => c.Role == VideoRole.Create && c.Resource == get.Resource).ToList();
        return MakesVideos && makers.Count > 0 && makers.TrueForAll(c => c.Evidence <= 0);
    }

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

    /// <summary>Whether an operation is one of the resource that is read, or of the one that makes it: nothing else may be listed or deleted in their place.</summary>
    public bool IsOfTask(RoleCandidate candidate) => new[] { Get, Create }.OfType<RoleCandidate>().Any(task => candidate.Resource == task.Resource
        || (candidate.Bases.Intersect(task.Bases).Any() && (candidate.Facts.Noun == task.Facts.Noun || (candidate.Role.StartsTask() && candidate.Evidence > 0))));
}
