using System.Collections.Frozen;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>The paths of a document, as far as one operation says something of another.</summary>
internal sealed class DocumentOutline
{
    private static readonly FrozenSet<string> NotIds = FieldNames.OfTask.Where(f => f.Key != VideoTaskField.Id).SelectMany(f => f.Value)
        .Concat(["code", "message", "msg", "success", "object", "type", "name", "timestamp"]).ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OperationFacts> _gets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OperationFacts> _posts = new(StringComparer.Ordinal);
    private readonly ILookup<(string, int), OperationFacts> _statesById;

    public DocumentOutline(IReadOnlyList<OperationFacts> all)
    {
        foreach (var facts in all)
        {
            var (method, segments) = (facts.Operation.Method, facts.Operation.Segments);
            if (segments.Count > 0 && DocumentOperation.IsParameter(segments[^1]))
            {
                var resource = OperationForm.Join(segments.SkipLast(1));
                _parents.Add(resource);
                if (method == "GET")
                {
                    _read.Add(resource);
                }
            }
            else if (method == "GET")
            {
                _gets.TryAdd(OperationForm.Join(segments), facts);
            }
            else if (method == "POST")
            {
                _posts.TryAdd(OperationForm.Join(segments), facts);
            }
        }

        _statesById = all.Where(f => f.Operation.Method == "GET").SelectMany(States).ToLookup(s => s.Key, s => s.Facts);
    }

    /// <summary>Whether a path goes on from this one with a parameter: then it is a resource, whatever else its name could mean.</summary>
    public bool IsResource(string path) => _parents.Contains(path);

    /// <summary>Whether a thing of this resource is read by its id.</summary>
    public bool IsRead(string resource) =>
        _read.Contains(resource) || (_gets.TryGetValue(resource, out var get) && get.Answer is { HasState: true, IsList: false });

    /// <summary>Whether the POST of a path answers with a property of this name, which is none of those that a task has anyway.</summary>
    public bool IsAnsweredBy(string path, string name) =>
        !NotIds.Contains(name) && _posts.TryGetValue(path, out var post) && post.Answer.Values.Contains(name);

    /// <summary>Status/{id} and cancel/{id}: the resource that the first one reads.</summary>
    public string? StateBeside(OperationForm form)
    {
        var segments = form.Facts.Operation.Segments;
        return _statesById[KeyOf(segments, form.Parameter)].Select(f => OperationForm.Join(f.Operation.Segments.Take(form.Parameter)))
            .FirstOrDefault();
    }

    private static IEnumerable<((string, int) Key, OperationFacts Facts)> States(OperationFacts facts)
    {
        var segments = facts.Operation.Segments;
        for (var i = 1; i < segments.Count; i++)
        {
            if (NameWords.Of(segments[i - 1]).Any(RoleWords.Status.Contains))
            {
                yield return (KeyOf(segments, i), facts);
            }
        }
    }

    private static (string, int) KeyOf(IReadOnlyList<string> segments, int parameter) =>
        (OperationForm.Join(segments.Select((s, i) => i == parameter - 1 ? "*" : s)), parameter);
}
