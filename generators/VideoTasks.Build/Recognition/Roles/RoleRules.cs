using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>Which roles an operation could have by the form of its path, its method, its parameters and its body.</summary>
internal sealed class RoleRules(SchemaReader schemas, IReadOnlyList<DocumentOperation> all)
{
    // Paths that another path goes on from with a parameter: resources, whatever else their name could mean.
    private readonly HashSet<string> _parents = [.. all.Where(o => o.Segments.Count > 0 && DocumentOperation.IsParameter(o.Segments[^1])).Select(o => o.Path[..o.Path.TrimEnd('/').LastIndexOf('/')])];

    private static readonly HashSet<string> ContentWords = new(StringComparer.Ordinal) { "content", "contents", "download", "file", "video", "stream", "raw", "mp4", "media", "output" };
    private static readonly HashSet<string> StatusWords = new(StringComparer.Ordinal)
    {
        "status", "state", "result", "results", "query", "fetch", "detail", "details", "info", "get", "retrieve", "creations", "progress", "poll",
    };

    private static readonly HashSet<string> CreateWords = new(StringComparer.Ordinal)
    {
        "videos", "video", "generations", "generation", "generate", "submit", "create", "tasks", "task", "jobs", "job", "new", "requests", "synthesis",
        "predictions", "invoke", "invocations", "render", "renders", "text2video", "image2video", "txt2video", "img2video", "start", "run", "predict",
    };

    private static readonly HashSet<string> IdNames = new(StringComparer.Ordinal)
    {
        "id", "taskid", "videoid", "requestid", "jobid", "generationid", "predictionid", "operationid", "operationname", "uuid", "taskuuid", "videotaskid", "ids", "taskids",
    };

    private static readonly HashSet<string> PromptNames = new(StringComparer.Ordinal) { "prompt", "text", "input", "prompts", "instances", "content", "textprompt", "promptText", "prompttext" };

    // What things belong to, rather than what they are: the task's id is none of these where more follows.
    private static readonly HashSet<string> ScopeWords = new(StringComparer.Ordinal)
    {
        "project", "projects", "org", "organization", "organisation", "workspace", "tenant", "account", "user", "team", "provider", "model", "models", "region",
        "location", "version", "channel", "group", "app", "application", "publisher", "endpoint", "owner", "name", "deployment", "api", "vendor", "platform",
        "site", "customer", "namespace", "folder", "library", "space", "engine", "resource", "service", "username",
    };

    /// <summary>The candidates; none, with the reason, when no rule fits.</summary>
    public (IReadOnlyList<RoleCandidate> Candidates, string Refusal) Of(DocumentOperation operation)
    {
        var candidates = new List<RoleCandidate>();
        var segments = operation.Segments;
        if (segments.Count == 0)
        {
            return (candidates, "its path is the root");
        }

        var last = segments[^1];
        var parameter = segments.ToList().FindLastIndex(DocumentOperation.IsParameter);
        if (parameter == segments.Count - 1 && NameWords.Of(segments[parameter]).Any(w => w is "model" or "name" or "models"))
        {
            return (candidates, $"its path takes {segments[parameter]}, which is no task");
        }

        var isScope = parameter >= 0 && parameter < segments.Count - 1
            && (NameWords.Of(segments[parameter]).Any(ScopeWords.Contains) || segments.Skip(parameter + 1).Any(DocumentOperation.IsMixed));
        if (parameter < 0 || (isScope && _parents.Contains(operation.Path)))
        {
            parameter = -1;
        }

        var refusal = parameter < 0 ? OnResource(operation, last, candidates)
            : parameter == segments.Count - 1 ? OnTask(operation, parameter, candidates)
            : parameter == segments.Count - 2 || (parameter == segments.Count - 3 && operation.Method == "GET") ? OnPartOfTask(operation, last, parameter, candidates)
            : "its path goes on too far after the id";
        if (candidates.Count == 0 && isScope && parameter >= 0)
        {
            refusal = OnResource(operation, last, candidates);
        }

        return (candidates, candidates.Count == 0 ? refusal : "");
    }

    private static string Join(IEnumerable<string> segments) => "/" + string.Join('/', segments);

    private string OnTask(DocumentOperation operation, int parameter, List<RoleCandidate> candidates)
    {
        var resource = Join(operation.Segments.Take(parameter));
        var id = new IdPlace(ParameterLocation.Path, operation.Segments[parameter][1..^1]);
        switch (operation.Method)
        {
            case "GET" when operation.ResponseMedia.Count > 0 && operation.ResponseMedia.All(DocumentOperation.IsBinary):
                candidates.Add(new(operation, VideoRole.Content, [resource], id, "it answers with the file"));
                return "";
            case "GET":
                candidates.Add(new(operation, VideoRole.Get, [resource], id, "GET of one id"));
                return "";
            case "DELETE":
                candidates.Add(new(operation, VideoRole.Delete, [resource], id, "DELETE of one id"));
                return "";
            case "POST" or "PUT" when parameter > 0 && NameWords.Of(operation.Segments[parameter - 1]).Any(IsEnd) && StateBeside(operation, parameter) is { } beside:
                candidates.Add(new(operation, VideoRole.Cancel, [beside], id, $"{operation.Method} of {operation.Segments[parameter - 1]} with one id, beside its state"));
                return "";
            default:
                return $"{operation.Method} of one id has no role";
        }
    }

    private static bool IsEnd(string word) => word is "cancel" or "stop" or "abort";

    // status/{id} and cancel/{id}: the resource that the first one reads.
    private string? StateBeside(DocumentOperation operation, int parameter) => all
        .Where(o => o.Method == "GET" && o.Segments.Count == operation.Segments.Count && NameWords.Of(o.Segments[parameter - 1]).Any(StatusWords.Contains)
            && !o.Segments.Where((s, i) => i != parameter - 1 && s != operation.Segments[i]).Any())
        .Select(o => Join(o.Segments.Take(parameter))).FirstOrDefault();

    private static string OnPartOfTask(DocumentOperation operation, string last, int parameter, List<RoleCandidate> candidates)
    {
        var resource = Join(operation.Segments.Take(parameter));
        var id = new IdPlace(ParameterLocation.Path, operation.Segments[parameter][1..^1]);
        var words = operation.Segments.Skip(parameter + 1).SelectMany(NameWords.Of).ToList();
        if (operation.Method == "GET" && words.Exists(ContentWords.Contains))
        {
            candidates.Add(new(operation, VideoRole.Content, [resource], id, $"GET of the {last} of one id"));
        }
        else if (operation.Method == "GET" && words.Exists(StatusWords.Contains))
        {
            candidates.Add(new(operation, VideoRole.Get, [resource], id, $"GET of the {last} of one id"));
        }
        else if (operation.Method != "GET" && words.Exists(IsEnd))
        {
            candidates.Add(new(operation, VideoRole.Cancel, [resource], id, $"{operation.Method} of {last} of one id"));
        }
        else if (operation.Method == "POST" && Derivation(words) is { } role)
        {
            candidates.Add(new(operation, role, [resource], id, $"POST of {last} of one id"));
        }

        return $"no role knows '{last}' of one id";
    }

    private string OnResource(DocumentOperation operation, string last, List<RoleCandidate> candidates)
    {
        var words = NameWords.Of(DocumentOperation.IsMixed(last) ? last[(last.LastIndexOf('}') + 1)..] : last);
        var here = Join(operation.Segments);
        var above = Join(operation.Segments.SkipLast(1));
        var query = operation.Parameters.FirstOrDefault(p => p.IsIn(ParameterLocation.Query) && IdNames.Contains(NameWords.Normalize(p.Name)));
        switch (operation.Method)
        {
            case "GET" when operation.Parameters.FirstOrDefault(p => p.IsIn(ParameterLocation.Query) && NameWords.Normalize(p.Name) == "fileid") is { } file:
                candidates.Add(new(operation, VideoRole.Content, [above], new IdPlace(ParameterLocation.Query, file.Name), "GET of a file by its id in the query"));
                return "";
            case "GET" when query is not null && (query.Required || words.Any(StatusWords.Contains)) && words.Any(ContentWords.Contains)
                && operation.ResponseMedia.Any(DocumentOperation.IsBinary):
                candidates.Add(new(operation, VideoRole.Content, [above], new IdPlace(ParameterLocation.Query, query.Name), "GET of the file with the id in the query"));
                return "";
            case "GET" when query is not null && (query.Required || words.Any(StatusWords.Contains) || operation.Segments.SelectMany(NameWords.Of).Any(StatusWords.Contains)):
                candidates.Add(new(operation, VideoRole.Get, [here, above], new IdPlace(ParameterLocation.Query, query.Name), $"GET with the id in the query parameter '{query.Name}'"));
                return "";
            case "GET":
                candidates.Add(new(operation, VideoRole.List, words.Contains("list") ? [above, here] : [here], null, "GET of the resource"));
                return "";
            case "DELETE" when query is not null:
                candidates.Add(new(operation, VideoRole.Delete, [here, above], new IdPlace(ParameterLocation.Query, query.Name), $"DELETE with the id in the query parameter '{query.Name}'"));
                return "";
            case "POST" or "PUT":
                return OnPost(operation, words, here, above, candidates);
            default:
                return $"{operation.Method} of a resource has no role";
        }
    }

    private string OnPost(DocumentOperation operation, IReadOnlyList<string> words, string here, string above, List<RoleCandidate> candidates)
    {
        var properties = schemas.Properties(operation.AnyRequestSchema);
        var id = properties.FirstOrDefault(p => IdNames.Contains(NameWords.Normalize(p.Name)));
        var prompts = properties.Any(p => PromptNames.Contains(NameWords.Normalize(p.Name)));
        if (id.Name is not null && !prompts)
        {
            var place = new IdPlace(ParameterLocation.Body, id.Name);
            var role = words.Any(IsEnd) ? VideoRole.Cancel
                : words.Any(w => w is "delete" or "remove") ? VideoRole.Delete
                : words.Any(StatusWords.Contains) ? VideoRole.Get
                : words.Any(ContentWords.Contains) && words.Any(w => w is "download") ? VideoRole.Content : (VideoRole?)null;
            if (role is { } known)
            {
                candidates.Add(new(operation, known, [above, here], place, $"{operation.Method} with the id in the body's '{id.Name}'"));
                return "";
            }
        }

        if (operation.Method == "PUT")
        {
            return "PUT of a resource has no role";
        }

        if (Derivation(words) is { } derivation)
        {
            candidates.Add(new(operation, derivation, [above], null, $"POST of {operation.Segments[^1]}"));
            return "";
        }

        var named = words.Any(CreateWords.Contains) || CreateWords.Contains(string.Concat(words));
        if (!named && !prompts)
        {
            return "its path names nothing that is made, and its body has no prompt";
        }

        if (words.Any(StatusWords.Contains) && !prompts)
        {
            return "its path asks for a state";
        }

        candidates.Add(new(operation, VideoRole.Create, [here, above], null, prompts ? "POST with a prompt in its body" : $"POST of {operation.Segments[^1]}"));
        return "";
    }

    private static VideoRole? Derivation(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            switch (word)
            {
                case "remix" or "remixes":
                    return VideoRole.Remix;
                case "edit" or "edits" or "modify" or "reframe":
                    return VideoRole.Edit;
                case "extend" or "extension" or "extensions":
                    return VideoRole.Extend;
            }
        }

        return null;
    }
}
