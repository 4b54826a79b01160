using System.Globalization;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;
using static VideoTasks.Build.Recognition.Roles.IdPosition;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>Which role an operation could have, by the form of its path, its method, its parameters, its body and its answer.</summary>
internal sealed class FormRules(DocumentOutline outline)
{
    public static readonly FormRule[] Rows =
    [
        new("file-by-id", VideoRole.Content, Last, "it answers with the file", "file-by-id", static f => f.Method == "GET" && f.AnswersOnlyBinary),
        new("get-by-id", VideoRole.Get, Last, "GET of one id", "runway", static f => f.Method == "GET"),
        new("delete-by-id", VideoRole.Delete, Last, "DELETE of one id", "runway", static f => f.Method == "DELETE"),
        new("cancel-beside-state", VideoRole.Cancel, Last, "{0} of cancel with one id, beside its state", "runpod",
            static f => f.Method is "POST" or "PUT"
                && f.Tail.Any(RoleWords.End.Contains)
                && f.Outline.StateBeside(f) is not null) { Bases = static f => [f.Outline.StateBeside(f)!] },
        new(
            "post-of-state", VideoRole.Get, Last, "POST that asks for the state of one id", "modelslab", static f => f.Method == "POST"
                && !f.Facts.HasPrompt
                && f.AsksForState),

        new(
            "results-of-id", VideoRole.Get, Before, "GET of the {1} of one id, which has its state and is read nowhere else",
            "results-in-a-word-for-files",
            static f => f.Method == "GET"
                && f.Tail.All(RoleWords.Output.Contains)
                && !f.AnswersBinary
                && f.Answer.HasState
                && !f.Outline.IsRead(f.Resources[0])),
        new(
            "content-of-id", VideoRole.Content, Before, "GET of the {1} of one id", "together", static f => f.Method == "GET"
                && f.Tail.Any(RoleWords.Content.Contains)),
        new("state-of-id", VideoRole.Get, Before, "GET of the {1} of one id", "vidu", static f => f.Method == "GET" && f.AsksForState),
        new(
            "answer-of-id", VideoRole.Get, Before, "GET of the {1} of one id, which answers with a state", "outputs-of-a-task", static f =>
                f.Method == "GET"
                && f.Answer.HasState),
        new(
            "cancel-of-id", VideoRole.Cancel, Before, "{0} of {1} of one id", "replicate", static f => f.Method != "GET"
                && f.Tail.Any(RoleWords.End.Contains)),
        new(
            "delete-of-id", VideoRole.Delete, Before, "{0} of {1} of one id", "all-by-post", static f => f.Method == "POST"
                && f.Tail.Any(RoleWords.Delete.Contains)),
        new(
            "remix-of-id", VideoRole.Remix, Before, "POST of {1} of one id", "openai.yaml", static f => f.Method == "POST"
                && Derives(f, VideoRole.Remix)),
        new(
            "edit-of-id", VideoRole.Edit, Before, "POST of {1} of one id", "derivations", static f => f.Method == "POST"
                && Derives(f, VideoRole.Edit)),
        new(
            "extend-of-id", VideoRole.Extend, Before, "POST of {1} of one id", "derivations", static f => f.Method == "POST"
                && Derives(f, VideoRole.Extend)),
        new(
            "post-of-state-of-id", VideoRole.Get, Before, "POST that asks for the {1} of one id", "all-by-post", static f => f.Method == "POST"
                && !f.Facts.HasPrompt
                && f.AsksForState),

        new(
            "file-by-query", VideoRole.Content, None, "GET of a file by its id in the query", "minimax", static f => f.Method == "GET"
                && FileId(f) is not null)
        {
            Bases = static f => [f.Above], Place = static f => FileId(f),
        },
        new("content-by-query", VideoRole.Content, None, "GET of the file with the id in the query", "all-by-query",
            static f => f.Method == "GET"
                && f.QueryId is { } id
                && (id.IsRequired || f.AsksForState)
                && f.Tail.Any(RoleWords.Content.Contains)
                && f.AnswersBinary)
        {
            Bases = static f => [f.Above], Place = Query,
        },
        new("get-by-query", VideoRole.Get, None, "GET with the id in the query parameter '{2}'", "heygen",
            static f => f.Method == "GET"
                && f.QueryId is { } id
                && (id.IsRequired || f.Facts.PathHas(RoleWords.Status.Contains) || f.Tail.Any(RoleWords.Status.Contains))) { Place = Query },
        new("task-by-query", VideoRole.Get, None, "GET with the id in the query parameter '{2}', which answers with one state", "json2video",
            static f => f.Method == "GET" && f.QueryId is not null && f.Answer is { HasState: true, IsList: false }) { Place = Query },
        new("list", VideoRole.List, None, "GET of the resource", "runway", static f => f.Method == "GET")
        {
            Bases = static f => f.Tail.Contains("list") ? [f.Above, f.Here] : [f.Here], Place = static _ => null,
        },
        new(
            "delete-by-query", VideoRole.Delete, None, "DELETE with the id in the query parameter '{2}'", "heygen", static f => f.Method == "DELETE"
                && f.QueryId is not null) { Place = Query },
        new(
            "cancel-by-body", VideoRole.Cancel, None, "{0} with the id in the body's '{2}'", "all-by-post", static f => TakesId(f)
                && f.Tail.Any(RoleWords.End.Contains)) { Bases = AboveHere, Place = Body },
        new(
            "delete-by-body", VideoRole.Delete, None, "{0} with the id in the body's '{2}'", "all-by-post", static f => TakesId(f)
                && f.Tail.Any(RoleWords.Delete.Contains)) { Bases = AboveHere, Place = Body },
        new(
            "get-by-body", VideoRole.Get, None, "{0} with the id in the body's '{2}'", "hunyuan", static f => TakesId(f)
                && f.AsksForState) { Bases = AboveHere, Place = Body },
        new(
            "content-by-body", VideoRole.Content, None, "{0} with the id in the body's '{2}'", "all-by-post", static f => TakesId(f)
                && f.Tail.Contains("download")) { Bases = AboveHere, Place = Body },
        new(
            "remix", VideoRole.Remix, None, "POST of {1}", "derivations", static f => f.Method == "POST"
                && DerivesFromBody(f, VideoRole.Remix)) { Bases = BeforeDerivation, Place = static _ => null },
        new(
            "edit", VideoRole.Edit, None, "POST of {1}", "derivations", static f => f.Method == "POST"
                && DerivesFromBody(f, VideoRole.Edit)) { Bases = BeforeDerivation, Place = static _ => null },
        new(
            "extend", VideoRole.Extend, None, "POST of {1}", "kie", static f => f.Method == "POST"
                && DerivesFromBody(f, VideoRole.Extend)) { Bases = BeforeDerivation, Place = static _ => null },
        new(
            "create-by-prompt", VideoRole.Create, None, "POST with a prompt in its body", "runway", static f => f.Method == "POST"
                && f.Facts.HasPrompt) { Place = static _ => null },
        new(
            "create-by-word", VideoRole.Create, None, "POST of {1}", "shotstack", static f => f.Method == "POST"
                && Creates(f.Tail)
                && !f.Tail.Any(RoleWords.Status.Contains)) { Place = static _ => null },
        new("create-of-read", VideoRole.Create, None, "POST of a resource whose things are read", "d-id",
            static f => f.Method == "POST" && f.Answer.IsKnown && f.Outline.IsRead(f.Here)) { Place = static _ => null },
    ];

    private static readonly (VideoRole Role, string[] Words)[] Derivations =
    [
        (VideoRole.Remix, ["remix", "remixes"]), (VideoRole.Edit, ["edit", "edits", "modify", "reframe"]),
        (VideoRole.Extend, ["extend", "extension", "extensions"]),
    ];

    /// <summary>The candidates; none, with the reason, when no rule fits.</summary>
    public (RoleCandidate? Candidate, string Refusal) Of(OperationFacts facts)
    {
        var segments = facts.Operation.Segments;
        if (segments.Count == 0)
        {
            return (null, "its path is the root");
        }

        var parameter = segments.ToList().FindLastIndex(DocumentOperation.IsParameter);
        if (parameter == segments.Count - 1 && IsName(segments, parameter))
        {
            return (null, $"its path takes {segments[parameter]}, which is no task");
        }

        var isScope = parameter >= 0 && parameter < segments.Count - 1
            && (NameWords.Of(segments[parameter]).Any(RoleWords.Scope.Contains) || segments.Skip(parameter + 1).Any(DocumentOperation.IsMixed));
        if (parameter < 0 || (isScope && outline.IsResource(OperationForm.Join(segments))))
        {
            return Match(new(facts, outline, None, segments.Count));
        }

        var found = parameter == segments.Count - 1 ? Match(new(facts, outline, Last, parameter))
            : parameter == segments.Count - 2
            || (parameter == segments.Count - 3 && facts.Operation.Method == "GET") ? Match(new(facts, outline, Before, parameter))
            : (null, "its path goes on too far after the id");
        return found.Candidate is null
            && parameter < segments.Count - 1
            && (isScope || outline.IsResource(OperationForm.Join(segments))) ? Match(new(facts, outline, None, segments.Count)) : found;
    }

    private static (RoleCandidate? Candidate, string Refusal) Match(OperationForm form)
    {
        if (Array.Find(Rows, r => r.Position == form.Position && r.Holds(form)) is not { } rule)
        {
            return (null, form.Position switch
            {
                Last => $"{form.Method} of one id has no role",
                Before => $"no role knows '{form.Last}' of one id",
                _ when form.Method == "POST" => "its path names nothing that is made, and its body has no prompt",
                _ => $"{form.Method} of a resource has no role",
            });
        }

        var id = rule.Place(form);
        var reason = string.Format(CultureInfo.InvariantCulture, rule.Reason, form.Method, form.Last, id?.Name);
        return (new(form.Facts, rule.Role, rule.Bases(form), id, rule.Id, reason), "");
    }

    // A model is no task, and neither is what goes by its name, unless operations do.
    private static bool IsName(IReadOnlyList<string> segments, int parameter)
    {
        var name = segments[parameter][1..^1];
        return !RoleWords.Ids.Contains(NameComparer.Normalize(name)) && NameWords.Of(name).Any(w => w is "model" or "name" or "models")
            && !(NameWords.Of(name) is ["name"] && parameter > 0 && NameWords.Of(segments[parameter - 1]) is [.., "operations"]);
    }

    private static IdPlace? Query(OperationForm form) => form.QueryId?.Place;

    private static IdPlace? Body(OperationForm form) => new(ParameterLocation.Body, form.Facts.BodyId!);

    private static IReadOnlyList<string> AboveHere(OperationForm form) => [form.Above, form.Here];

    private static IdPlace? FileId(OperationForm form) =>
        form.Facts.Operation.Parameters.FirstOrDefault(p => p.IsIn(ParameterLocation.Query) && NameComparer.Normalize(p.Name) == "fileid") is { } file
            ? new(ParameterLocation.Query, file.Name)
            : null;

    private static bool TakesId(OperationForm form) => form.Method is "POST" or "PUT" && form.Facts.BodyId is not null && !form.Facts.HasPrompt;

    private static bool Creates(IReadOnlyList<string> words) =>
        words.Any(RoleWords.Create.Contains) || RoleWords.Create.Contains(string.Concat(words));

    // What has reads of its own is a work of its own, and what takes no task's id begins with something else than a task.
    private static bool DerivesFromBody(OperationForm form, VideoRole role) =>
        Derives(form, role) && form.Facts.TakesSource && !form.Outline.IsRead(form.Here);

    // What is done with a video may stand before the verb: extend/generate.
    private static bool Derives(OperationForm form, VideoRole role)
    {
        var words = form.Tail.FirstOrDefault(IsDerivation) is { } word ? [word]
            : form.Position == None && form.Facts.PathWords is [.., var before, _] && Creates(form.Tail) ? before : [];
        return words.FirstOrDefault(IsDerivation) is { } first && Array.Exists(Derivations, d => d.Role == role && d.Words.Contains(first));
    }

    private static bool IsDerivation(string word) => Array.Exists(Derivations, d => d.Words.Contains(word));

    private static IReadOnlyList<string> BeforeDerivation(OperationForm form)
    {
        var segments = form.Facts.Operation.Segments;
        var at = segments.ToList().FindLastIndex(s => NameWords.Of(s).Any(IsDerivation));
        return [OperationForm.Join(segments.Take(Math.Max(at, 0)))];
    }
}
