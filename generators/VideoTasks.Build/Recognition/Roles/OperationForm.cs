using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>Where a path has the id of a task.</summary>
internal enum IdPosition
{
    /// <summary>At its end.</summary>
    Last,

    /// <summary>Before a part of the task, or what is done with it.</summary>
    Before,

    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>An operation, seen with the id of a task at one place of its path.</summary>
internal sealed class OperationForm
{
    public OperationForm(OperationFacts facts, DocumentOutline outline, IdPosition position, int parameter)
    {
        (Facts, Outline, Position, Parameter) = (facts, outline, position, parameter);
        var segments = facts.Operation.Segments;
        Last = segments[^1];
        Tail = position switch
        {
            IdPosition.Last => parameter > 0 ? NameWords.Of(segments[parameter - 1]) : [],
            IdPosition.Before => [.. segments.Skip(parameter + 1).SelectMany(NameWords.Of)],
            _ => NameWords.Of(DocumentOperation.IsMixed(Last) ? Last[(Last.LastIndexOf('}') + 1)..] : Last),
        };
        Here = Join(segments);
        Above = Join(segments.SkipLast(1));
        var resource = Join(segments.Take(parameter));
        Resources = position == IdPosition.None ? [Here, Above]
            : position == IdPosition.Last && Tail.Any(RoleWords.Status.Contains) ? [resource, Join(segments.Take(parameter - 1))] : [resource];
        PathId = position == IdPosition.None ? null : new(ParameterLocation.Path, segments[parameter][1..^1]);
        QueryId = position == IdPosition.None
            && facts.Operation.Parameters.FirstOrDefault(p => p.IsIn(ParameterLocation.Query) && IsId(p)) is { } query
            ? (query.Required, new(ParameterLocation.Query, query.Name)) : null;
    }

    public OperationFacts Facts { get; }

    public DocumentOutline Outline { get; }

    public IdPosition Position { get; }

    public int Parameter { get; }

    /// <summary>The last segment.</summary>
    public string Last { get; }

    /// <summary>The words that say what is done: after the id, before it where it is the last, else of the last segment.</summary>
    public IReadOnlyList<string> Tail { get; }

    public string Here { get; }

    public string Above { get; }

    public IReadOnlyList<string> Resources { get; }

    public IdPlace? PathId { get; }

    public (bool IsRequired, IdPlace Place)? QueryId { get; }

    public string Method => Facts.Operation.Method;

    public AnswerFacts Answer => Facts.Answer;

    /// <summary>Whether a word asks for a state, also one within a name that is written in one word.</summary>
    public bool AsksForState =>
        Tail.Any(w => RoleWords.Status.Contains(w) || RoleWords.StatusInside.Any(i => w.Contains(i, StringComparison.Ordinal)));

    public bool AnswersBinary => Facts.Operation.ResponseMedia.Any(DocumentOperation.IsBinary);

    public bool AnswersOnlyBinary => Facts.Operation.ResponseMedia is { Count: > 0 } media && media.All(DocumentOperation.IsBinary);

    public static string Join(IEnumerable<string> segments) => "/" + string.Join('/', segments);

    // An id by its name, or by what the create on the same path answers with.
    private bool IsId(DocumentParameter parameter)
    {
        var name = NameComparer.Normalize(parameter.Name);
        return RoleWords.Ids.Contains(name) || (Method == "GET" && Outline.IsAnsweredBy(Here, name));
    }
}
