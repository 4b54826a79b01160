using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>
/// Finds the video operations of a document by convention. The operation that reads a task is the anchor: it is chosen by what speaks for it
/// and by its companions, and the others are those of the same resource.
/// </summary>
internal sealed class OperationRecognizer
{
    // What an operation needs to be taken for one of videos when no other operation of the document speaks for it.
    private const int LeastEvidence = 3;

    // What a file that is delivered elsewhere than where its task is read needs to be taken for the video.
    private const int EvidenceOfVideo = 7;

    private static readonly VideoRole[] Others =
        [VideoRole.List, VideoRole.Delete, VideoRole.Cancel, VideoRole.Remix, VideoRole.Edit, VideoRole.Extend];

    private readonly SchemaReader _schemas;
    private readonly Dictionary<DocumentOperation, OperationFacts> _facts;
    private readonly Dictionary<DocumentOperation, RejectedOperation> _refused = [];
    private readonly List<RoleCandidate> _candidates = [];
    private readonly List<RecognizedOperation> _chosen = [];
    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);
    private RoleContext _context = new([]);

    private OperationRecognizer(SchemaReader schemas, IReadOnlyList<DocumentOperation> all) =>
        (_schemas, _facts) = (schemas, Read(schemas, all));

    private static Dictionary<DocumentOperation, OperationFacts> Read(SchemaReader schemas, IReadOnlyList<DocumentOperation> all)
    {
        var answers = new AnswerReader(schemas);
        return all.ToDictionary(o => o, o => new OperationFacts(o, schemas, answers));
    }

    public static RecognizedOperations Recognize(SchemaReader schemas, IReadOnlyList<DocumentOperation> all, OperationHints hints)
    {
        var recognizer = new OperationRecognizer(schemas, all);
        recognizer.Collect(all, hints);
        recognizer.Choose();
        return new RecognizedOperations(
            [.. recognizer._chosen.OrderBy(o => o.Role)],
            [.. all.Where(recognizer._refused.ContainsKey).Select(o => recognizer._refused[o])],
            IncludePatterns.Of(all, recognizer._chosen, recognizer._facts)) { Rules = recognizer._rules };
    }

    private void Collect(IReadOnlyList<DocumentOperation> all, OperationHints hints)
    {
        var rules = new FormRules(new DocumentOutline([.. _facts.Values]));
        foreach (var operation in all)
        {
            var facts = _facts[operation];
            var (candidate, refusal) = rules.Of(facts);
            _rules.UnionWith(facts.Evidence.Rules);
            if (candidate is not null)
            {
                _rules.Add(candidate.Rule);
            }

            if (hints.IsIgnored(operation))
            {
                _refused[operation] = new(operation, null, "a hint says that it has no role");
            }
            else if (hints.RoleOf(operation) is { } role)
            {
                _chosen.Add(
                    new(role, operation, OperationHints.IdOf(operation) ?? candidate?.Id ?? LastParameter(operation, role), "named by a hint", true));
            }
            else if (candidate is not null)
            {
                _candidates.Add(OperationHints.IdOf(operation) is { } id ? candidate with { Id = id } : candidate);
            }
            else if (facts.Evidence.Score > 0)
            {
                _refused[operation] = new(operation, null, refusal);
            }
        }

        _candidates.RemoveAll(c => _chosen.Exists(o => o.Role == c.Role && Refuse(c, "a hint names another")));
    }

    private static IdPlace? LastParameter(DocumentOperation operation, VideoRole role) =>
        role is not (VideoRole.Create or VideoRole.List) && operation.Segments.LastOrDefault(DocumentOperation.IsParameter) is { } segment
            ? new IdPlace(ParameterLocation.Path, segment[1..^1])
            : null;

    private void Choose()
    {
        _context = new(_candidates);
        var get = _context.Get = Hinted(VideoRole.Get) ?? Take(VideoRole.Get, Readers());
        _context.Create = Hinted(VideoRole.Create) ?? Take(VideoRole.Create, Of(VideoRole.Create).Where(get is null
            ? static c => c.Evidence >= LeastEvidence
            : c => c.Evidence > 0
            || (c.Evidence == 0
            && (c.Resource == get.Resource || RoleContext.Answers(c, get) || RoleContext.AnswerAlike(c, get)
                || (!_context.MakesVideos && RoleContext.Nearness(c, get) >= RoleContext.Near)))));
        Take(VideoRole.Content, Of(VideoRole.Content).Where(get is null
            ? static c => c.Evidence >= LeastEvidence
            : c => c.Resource == get.Resource || IsFileOf(c, get) || IsVideoByTask(c)));
        if (get is not null)
        {
            foreach (var role in Others)
            {
                Take(role, Of(role).Where(_context.IsOfTask));
            }

            PromoteResult(get);
        }

        foreach (var candidate in _candidates.Where(c => c.Evidence > 0))
        {
            Refuse(candidate, get is null ? "no operation reads a task" : $"it doesn't belong to {get.Operation.Path}");
        }

        // Whoever has to name the operation by a hint wants to see what there is.
        foreach (var candidate in _candidates.Where(c => get is null && c.Role == VideoRole.Get && c.Evidence <= 0))
        {
            Refuse(candidate, candidate.Facts.Evidence.Reason is { Length: > 0 } reason ? reason : "nothing about it says video");
        }
    }

    private IEnumerable<RoleCandidate> Of(VideoRole role) => _candidates.Where(c => c.Role == role);

    private RoleCandidate? Hinted(VideoRole role) => _chosen.Find(o => o.Role == role) is { } hinted
        ? new RoleCandidate(_facts[hinted.Operation], role, BasesOf(hinted.Operation), hinted.Id, "", hinted.Reason)
        : null;

    // Where videos are certainly made, what reads a task is told by its state; else by its state and by what makes it.
    private List<RoleCandidate> Readers()
    {
        var readers = Of(VideoRole.Get).Where(static c => c.Evidence >= 0).ToList();
        var tasks = readers.Where(static c => !RankRules.HasNoState(c) || c.Facts.Answer.HasUrl).ToList();
        var able = _context.MakesVideos ? tasks : [.. tasks.Where(c => c.Evidence >= LeastEvidence || IsMade(c))];
        return able.Count > 0 ? able : [.. readers.Where(c => c.Evidence >= (_context.MakesVideos ? 1 : LeastEvidence))];
    }

    private bool IsMade(RoleCandidate get) =>
        get.Facts.Answer.HasState
            && (_context.HasBeside(get, VideoRole.Create)
            || _context.IsAnsweredByCreate(get)
            || _context.IsAlikeToCreate(get)
            || _context.IsCalledAsCreate(get));

    // Where one path tells the state and another one, without it, the result (as queues do), the result is where the video is.
    private void PromoteResult(RoleCandidate get)
    {
        if (get.Facts.Answer.HasUrl || _chosen.Exists(o => o.Role == VideoRole.Content))
        {
            return;
        }

        // Beside the task itself, a result is one only where it leads to the video.
        var isTask = DocumentOperation.IsParameter(get.Operation.Segments[^1]);

        if (_candidates.Find(
            c => c.Role == VideoRole.Get && c.Operation != get.Operation && c.Id?.Location == ParameterLocation.Path && c.Resource == get.Resource
            && (!isTask || c.Facts.Answer.HasUrl)) is { } result)
        {
            _refused.Remove(result.Operation);
            _chosen.Add(
                new(VideoRole.Content, result.Operation, result.Id, "result-beside-state: GET of the result of one id, beside its state", false));
        }
    }

    // A file that is fetched by an id of its own, which the task holds.
    private bool IsFileOf(RoleCandidate content, RoleCandidate get) =>
        content.Id is { } id && ContentIdentity.Find(_schemas, get.Operation, id.Name, get.Id?.Name) is not null;

    // Elsewhere than where tasks are read, but it answers with a video for an id that is not that of something else.
    private static bool IsVideoByTask(RoleCandidate content) =>
        content.Operation.ResponseMedia.Any(DocumentOperation.IsBinary) && content.Evidence >= EvidenceOfVideo
        && content.Id is { } id && NameComparer.Normalize(id.Name) is "id" or "taskid" or "videoid";

    private static IReadOnlyList<string> BasesOf(DocumentOperation operation)
    {
        var parameter = operation.Segments.ToList().FindLastIndex(DocumentOperation.IsParameter);
        var segments = parameter < 0 ? operation.Segments : operation.Segments.Take(parameter).ToList();
        return [OperationForm.Join(segments), OperationForm.Join(segments.SkipLast(1))];
    }

    private RoleCandidate? Take(VideoRole role, IEnumerable<RoleCandidate> candidates)
    {
        if (_chosen.Exists(o => o.Role == role))
        {
            return null;
        }

        var ranked = candidates.Select(c => (Candidate: c, Matches: RankRules.Of(c, _context)))
            .OrderByDescending(r => r.Matches.Score).ThenBy(r => r.Candidate.Operation.Path.Length).ToList();
        _rules.UnionWith(ranked.SelectMany(r => r.Matches.Rules));
        if (ranked.Count == 0)
        {
            return null;
        }

        var (best, most) = ranked[0];
        _chosen.Add(new(role, best.Operation, best.Id, $"{best.Rule}: {best.Reason}" + (most.Reason.Length == 0 ? "" : $"; {most.Reason}"), false));
        _candidates.RemoveAll(c => c.Operation == best.Operation);
        foreach (var (other, points) in ranked.Skip(1))
        {
            var tie = points.Score == most.Score && role is VideoRole.Create or VideoRole.Get or VideoRole.Content && points.Score == most.Score;
            var fits = $"{best.Operation} fits {(tie ? "as well" : "better")} ({most.Score} points to {points.Score}: {points.Reason})";
            _refused[other.Operation] = new(other.Operation, role, fits, tie);
        }

        return best;
    }

    private bool Refuse(RoleCandidate candidate, string reason)
    {
        if (!_chosen.Exists(o => o.Operation == candidate.Operation))
        {
            _refused.TryAdd(candidate.Operation, new(candidate.Operation, candidate.Role, reason));
        }

        return true;
    }
}
