using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>
/// Finds the video operations of a document by convention. The operation that reads a task is the anchor: it is chosen by what speaks for it
/// and by its companions, and the others are those of the same resource.
/// </summary>
internal sealed class OperationRecognizer
{
    // What an operation needs to be taken for one of videos when no other operation of the document speaks for it.
    private const int LeastEvidence = 3;

    // Of two that are otherwise equal, and of an old one with some more companions, the one that stays.
    private const int DeprecationCost = 4;
    private readonly SchemaReader _schemas;
    private readonly IReadOnlyList<DocumentOperation> _all;
    private readonly Dictionary<DocumentOperation, VideoEvidence> _evidence = [];
    private readonly Dictionary<DocumentOperation, RejectedOperation> _refused = [];
    private readonly List<RoleCandidate> _candidates = [];
    private readonly List<RecognizedOperation> _chosen = [];

    // A document of 100,000 paths has as many candidates: each looks for its companions here, not among all.
    private ILookup<string, RoleCandidate> _byBase = Enumerable.Empty<RoleCandidate>().ToLookup(static _ => "");

    private OperationRecognizer(SchemaReader schemas, IReadOnlyList<DocumentOperation> all) => (_schemas, _all) = (schemas, all);

    public static RecognizedOperations Recognize(SchemaReader schemas, IReadOnlyList<DocumentOperation> all, OperationHints hints)
    {
        var recognizer = new OperationRecognizer(schemas, all);
        recognizer.Collect(hints);
        recognizer.Choose();
        return new RecognizedOperations(
            [.. recognizer._chosen.OrderBy(o => o.Role)],
            [.. all.Where(recognizer._refused.ContainsKey).Select(o => recognizer._refused[o])],
            IncludePatterns.Of(all, recognizer._chosen, recognizer._evidence));
    }

    private void Collect(OperationHints hints)
    {
        var rules = new RoleRules(_schemas, _all);
        foreach (var operation in _all)
        {
            _evidence[operation] = VideoEvidence.Of(operation, _schemas);
            var (candidates, refusal) = rules.Of(operation);
            if (hints.IsIgnored(operation))
            {
                _refused[operation] = new(operation, null, "a hint says that it has no role");
            }
            else if (hints.RoleOf(operation) is { } role)
            {
                var like = candidates.FirstOrDefault(c => c.Role == role) ?? candidates.FirstOrDefault(c => c.Id is not null);
                _chosen.Add(new(role, operation, OperationHints.IdOf(operation) ?? like?.Id ?? LastParameter(operation, role), "named by a hint", true));
            }
            else if (candidates.Count > 0)
            {
                _candidates.AddRange(candidates.Select(c => OperationHints.IdOf(operation) is { } id ? c with { Id = id } : c));
            }
            else if (_evidence[operation].Score > 0)
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
        var get = _chosen.Find(o => o.Role == VideoRole.Get) is { } hinted
            ? new RoleCandidate(hinted.Operation, VideoRole.Get, BasesOf(hinted.Operation), hinted.Id, hinted.Reason)
            : ChooseGet();
        if (get is null)
        {
            Take(VideoRole.Create, _candidates.Where(c => c.Role == VideoRole.Create && Score(c) >= LeastEvidence), Score);
            Take(VideoRole.Content, _candidates.Where(c => c.Role == VideoRole.Content && Score(c) >= LeastEvidence), Score);
        }
        else
        {
            var resource = get.Bases[0];
            Take(VideoRole.Create, _candidates.Where(c => c.Role == VideoRole.Create && (Score(c) > 0 || (Score(c) == 0 && c.Bases[0] == resource))), c => Score(c) + (2 * Nearness(c, get)) + Generality(c));
            Take(VideoRole.Content, _candidates.Where(c => c.Role == VideoRole.Content && (c.Bases[0] == resource || IsFileOf(c, get) || IsVideoByTask(c))), c => Score(c) + (c.Bases[0] == resource ? 5 : 0));
            foreach (var role in (VideoRole[])[VideoRole.List, VideoRole.Delete, VideoRole.Cancel, VideoRole.Remix, VideoRole.Edit, VideoRole.Extend])
            {
                Take(role, _candidates.Where(c => c.Role == role && c.Bases.Intersect(get.Bases).Any() && (c.Bases[0] == resource || Score(c) > 0)), c => Score(c) + (c.Bases[0] == resource ? 1 : 0));
            }

            PromoteResult(get);
        }

        foreach (var candidate in _candidates.Where(c => _evidence[c.Operation].Score > 0))
        {
            Refuse(candidate, get is null ? "no operation reads a task" : $"it doesn't belong to {get.Operation.Path}");
        }

        // Whoever has to name the operation by a hint wants to see what there is.
        foreach (var candidate in _candidates.Where(c => get is null && c.Role == VideoRole.Get && Score(c) <= 0))
        {
            Refuse(candidate, _evidence[candidate.Operation].Reason is { Length: > 0 } reason ? reason : "nothing about it says video");
        }
    }

    // Where one path tells the state and another one, without it, the result (as queues do), the result is where the video is.
    private void PromoteResult(RoleCandidate get)
    {
        if (_chosen.Exists(o => o.Role == VideoRole.Content))
        {
            return;
        }

        // Beside the task itself, a result is one only where it leads to the video and the task doesn't.
        var isTask = DocumentOperation.IsParameter(get.Operation.Segments[^1]);
        if (isTask && LeadsToVideo(get.Operation))
        {
            return;
        }

        if (_candidates.Find(c => c.Role == VideoRole.Get && c.Operation != get.Operation && c.Id?.Location == ParameterLocation.Path && c.Bases[0] == get.Bases[0]
            && (!isTask || LeadsToVideo(c.Operation))) is { } result)
        {
            _refused.Remove(result.Operation);
            _chosen.Add(new(VideoRole.Content, result.Operation, result.Id, "GET of the result of one id, beside its state", false));
        }
    }

    private bool LeadsToVideo(DocumentOperation operation) => new FieldRecognizer(_schemas).Recognize(operation.ResponseSchema).Any(f => f.Name == TaskField.VideoUrl);

    private RoleCandidate? ChooseGet()
    {
        _byBase = _candidates.SelectMany(static c => c.Bases.Distinct(StringComparer.Ordinal), static (c, b) => (Candidate: c, Base: b)).ToLookup(static p => p.Base, static p => p.Candidate, StringComparer.Ordinal);
        var readers = _candidates.Where(c => c.Role == VideoRole.Get).ToList();
        var creates = _candidates.Exists(c => c.Role == VideoRole.Create && Score(c) >= 4);
        var able = readers.Where(c => Score(c) >= (creates ? 1 : LeastEvidence)).ToList();
        if (able.Count == 0 && creates)
        {
            // A document that makes videos and reads one kind of task reads the task of a video.
            able = [.. readers.Where(c => Score(c) == 0)];
        }

        if (able.Count == 0 && _candidates.Exists(c => c.Role == VideoRole.Create && Score(c) > 0))
        {
            // Where only words say that it is videos which are made, what reads must look like a task.
            able = [.. readers.Where(c => Score(c) >= 0 && IsTask(c))];
        }

        if (able.Count == 0 && _evidence.Values.All(e => e.Score <= 0))
        {
            // A document that never says video, among those of videos: its tasks are what is made, told by what a task needs.
            able = [.. readers.Where(c => Score(c) == 0 && IsTask(c) && Companions(c) >= 2)];
        }

        return Take(VideoRole.Get, able, c => Score(c) + Shape(c) + Companions(c));
    }

    private int Score(RoleCandidate candidate) => _evidence[candidate.Operation].Score;

    // A state, in the answer or in its envelope; the id is what was asked with.
    private bool IsTask(RoleCandidate candidate)
    {
        var properties = _schemas.Properties(candidate.Operation.ResponseSchema);
        return properties.Concat(properties.Where(p => FieldNames.Envelopes.Contains(NameWords.Normalize(p.Name))).SelectMany(p => _schemas.Properties(p.Schema)))
            .Any(p => NameWords.Normalize(p.Name) is "status" or "state" or "taskstatus" && _schemas.TypeOf(p.Schema) is "string" or "integer");
    }

    private int Shape(RoleCandidate candidate)
    {
        var score = 0;
        var names = _schemas.Properties(candidate.Operation.ResponseSchema).Select(p => NameWords.Normalize(p.Name)).ToHashSet(StringComparer.Ordinal);
        score += names.Overlaps(["status", "state", "taskstatus"]) ? 2 : 0;
        score += names.Overlaps(["id", "taskid", "requestid"]) ? 1 : 0;
        score += candidate.Operation.Segments.Contains("videos") ? 2 : 0;
        score += candidate.Bases[0].EndsWith("/videos", StringComparison.Ordinal) ? 2 : 0;
        score += candidate.Operation.Segments.Any(s => NameWords.Of(s) is ["status"] or [.., "status"]) ? 1 : 0;
        score += candidate.Bases[0].Contains("text2video", StringComparison.Ordinal) || candidate.Bases[0].Contains("text-to-video", StringComparison.Ordinal) ? 1 : 0;
        return score;
    }

    private int Companions(RoleCandidate get)
    {
        var score = 0;
        foreach (var role in get.Bases.SelectMany(b => _byBase[b]).Where(c => c.Operation != get.Operation).Select(static c => c.Role).Distinct())
        {
            score += role switch { VideoRole.Content => 3, VideoRole.Create => 2, VideoRole.List or VideoRole.Delete => 1, _ => 0 };
        }

        return score;
    }

    /// <summary>How near a create is to the operation that reads: 4 for the same resource, down to 0.</summary>
    private static int Nearness(RoleCandidate create, RoleCandidate get)
    {
        if (create.Bases[0] == get.Bases[0])
        {
            return 4;
        }

        if (create.Bases.Intersect(get.Bases).Any())
        {
            return 3;
        }

        var common = create.Operation.Segments.Zip(get.Operation.Segments).TakeWhile(p => p.First == p.Second).Count();
        return Math.Min(common, 2);
    }

    // Of several creates the one that wants least: a prompt, and no image or video to begin with.
    private int Generality(RoleCandidate create)
    {
        var body = create.Operation.AnyRequestSchema;
        var names = _schemas.Properties(body).Select(p => NameWords.Normalize(p.Name)).ToList();
        var words = create.Operation.Segments.Where(s => !DocumentOperation.IsParameter(s)).SelectMany(NameWords.Of).ToList();
        var demands = (_schemas.Resolve(body).Array("required") ?? []).Select(r => NameWords.Normalize(r.AsText() ?? "")).Any(r => r.Contains("image", StringComparison.Ordinal) || r.Contains("video", StringComparison.Ordinal) || r.Contains("frame", StringComparison.Ordinal));
        return (words.Exists(w => w is "text" or "txt" or "t") ? 1 : 0) - (words.Exists(w => w is "sync" or "runsync" or "synchronous" or "wait") ? 1 : 0) - (words.Exists(w => w is "image" or "images" or "img" or "i" or "extend" or "reference") ? 1 : 0)
            - (demands ? 1 : 0) - (names.Count > 0 && !names.Exists(n => n.Contains("prompt", StringComparison.Ordinal) || n is "text" or "input" or "instances" or "content") ? 2 : 0);
    }

    // A file that is fetched by an id of its own, which the task holds.
    private bool IsFileOf(RoleCandidate content, RoleCandidate get) =>
        content.Id is { } id && ContentIdentity.Find(_schemas, get.Operation, id.Name, get.Id?.Name) is not null;

    // Elsewhere than where tasks are read, but it answers with a video for an id that is not that of something else.
    private bool IsVideoByTask(RoleCandidate content) =>
        content.Operation.ResponseMedia.Any(DocumentOperation.IsBinary) && Score(content) >= 7
        && content.Id is { } id && NameWords.Normalize(id.Name) is "id" or "taskid" or "videoid";

    private static IReadOnlyList<string> BasesOf(DocumentOperation operation)
    {
        var parameter = operation.Segments.ToList().FindLastIndex(DocumentOperation.IsParameter);
        var segments = parameter < 0 ? operation.Segments : operation.Segments.Take(parameter).ToList();
        return ["/" + string.Join('/', segments), "/" + string.Join('/', segments.SkipLast(1))];
    }

    private RoleCandidate? Take(VideoRole role, IEnumerable<RoleCandidate> candidates, Func<RoleCandidate, int> score)
    {
        if (_chosen.Exists(o => o.Role == role))
        {
            return null;
        }

        var ranked = candidates.Where(c => !_chosen.Exists(o => o.Operation == c.Operation)).Select(c => (Candidate: c, Score: score(c) - (IsDeprecated(c) ? DeprecationCost : 0)))
            .OrderByDescending(r => r.Score).ThenBy(r => r.Candidate.Operation.Path.Length).ToList();
        if (ranked.Count == 0)
        {
            return null;
        }

        var (best, most) = ranked[0];
        var why = _evidence[best.Operation].Reason;
        _chosen.Add(new(role, best.Operation, best.Id, why.Length == 0 ? best.Reason : $"{best.Reason}; {why}", false));
        _candidates.RemoveAll(c => c.Operation == best.Operation);
        foreach (var (other, points) in ranked.Skip(1))
        {
            var tie = points == most && role is VideoRole.Create or VideoRole.Get or VideoRole.Content && points == most;
            _refused[other.Operation] = new(other.Operation, role, $"{best.Operation} fits {(tie ? "as well" : "better")} ({most} points to {points})", tie);
        }

        return best;
    }

    private static bool IsDeprecated(RoleCandidate candidate) => candidate.Operation.Node.Value("deprecated").AsBoolean() ?? false;

    private bool Refuse(RoleCandidate candidate, string reason)
    {
        if (!_chosen.Exists(o => o.Operation == candidate.Operation))
        {
            _refused.TryAdd(candidate.Operation, new(candidate.Operation, candidate.Role, reason));
        }

        return true;
    }
}
