using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Hints;

/// <summary>
/// The hints of a document: <c>x-video-*</c> extensions at its root, its path items and its operations. What can't be understood is a problem,
/// never ignored: a hint is written because something is wrong without it. See <c>openapi/HINTS.md</c>.
/// </summary>
internal sealed class VideoHints(JsonObject root)
{
    private readonly List<HintProblem> _problems = [];

    public JsonObject Root { get; } = root;

    public IReadOnlyList<HintProblem> Problems => _problems;

    /// <summary>The vendor's words, each with its canonical status and its node.</summary>
    public List<(string Word, DescribedStatus Status, JsonNode? Node)> StatusWords { get; } = [];

    /// <summary>The unit of a canonical field.</summary>
    public SortedDictionary<VideoTaskField, string> FieldUnits { get; } =
        new(Comparer<VideoTaskField>.Create((x, y) => string.CompareOrdinal(x.ToString(), y.ToString())));

    public double? PollInterval { get; set; }

    public bool IsIdempotent { get; set; }

    /// <summary>The header that takes the caller's own key for a task.</summary>
    public string? IdempotencyHeader { get; set; }

    public bool ContentUrlNeedsKey { get; set; }

    public string? ContentId { get; set; }

    public JsonNode? ContentIdNode { get; set; }

    public string? ItemsPointer { get; set; }

    public string? BaseUrl { get; set; }

    public RecognizedSecurity? Security { get; set; }

    public bool NeedsNoKey { get; set; }

    /// <summary>The pointers of canonical fields that hints of an operation, its path item and the root give; the nearest hint wins.</summary>
    public IReadOnlyList<(VideoTaskField Field, string Pointer, JsonNode Node)> FieldsOf(DocumentOperation operation, bool withRoot)
    {
        var found = new List<(VideoTaskField, string, JsonNode)>();
        foreach (var holder in withRoot ? (JsonObject[])[operation.Node, operation.Item, Root] : [operation.Node, operation.Item])
        {
            foreach (var (name, value) in holder.Object("x-video-fields") ?? [])
            {
                var pointer = value.AsText() ?? value.Text("pointer");
                if (HintWords.Fields.TryGetValue(NameComparer.Normalize(name), out var field)
                    && pointer is not null
                    && HintWords.IsPointer(pointer)
                    && found.TrueForAll(f => f.Item1 != field))
                {
                    found.Add((field, pointer, value!));
                }
            }
        }

        return found;
    }

    /// <summary>The places of canonical request fields in a create's body, and constants that it wants besides.</summary>
    public (IReadOnlyList<HintedRequestField> Fields, IReadOnlyList<(string Pointer, JsonNode Value)> Values) RequestOf(DocumentOperation operation)
    {
        var fields = new List<HintedRequestField>();
        var values = new List<(string, JsonNode)>();
        foreach (var holder in (JsonObject[])[operation.Node, operation.Item, Root])
        {
            foreach (var (name, value) in holder.Object("x-video-request") ?? [])
            {
                var pointer = value.AsText() ?? value.Text("pointer");
                if (name == "values" && value is JsonObject constants)
                {
                    values.AddRange(constants.Where(c => c.Value is not null && HintWords.IsPointer(c.Key)).Select(c => (c.Key, c.Value!)));
                }
                else if (HintWords.RequestFields.TryGetValue(NameComparer.Normalize(name), out var field)
                    && pointer is not null
                    && HintWords.IsPointer(pointer)
                    && fields.TrueForAll(f => f.Field != field))
                {
                    fields.Add(new(field, pointer, InputShape.ReadHint(value.Value("shape")), HintWords.UnitOf(value.Text("unit")), value!));
                }
            }
        }

        return (fields, values);
    }

    /// <summary>
    /// What is sent besides: <c>x-video-headers</c>, such as <c>X-DashScope-Async: enable</c>, <c>x-video-query</c> and <c>x-video-path</c>; the
    /// operation's own
    /// before the document's.
    /// </summary>
    public IReadOnlyList<(string Name, string Value, JsonNode Node)> TextsOf(string hint, DocumentOperation operation) =>
    [
        .. new[] { operation.Node, Root }.SelectMany(h => h.Object(hint) ?? []).Where(h => HintWords.IsSendable(hint, h.Key, h.Value.AsScalar()))
            .Select(h => (h.Key, h.Value.AsScalar()!, h.Value!)).DistinctBy(h => h.Key, StringComparer.OrdinalIgnoreCase),
    ];

    public void Report(HintProblem problem) => _problems.Add(problem);
}

/// <summary>A place that a hint gives a canonical field of a request.</summary>
/// <param name="Field">The field.</param>
/// <param name="Pointer">Its JSON Pointer in the body.</param>
/// <param name="Shapes">For an input reference.</param>
/// <param name="Unit">For a length.</param>
/// <param name="Node">The hint.</param>
internal sealed record HintedRequestField(VideoRequestFieldName Field, string Pointer, IReadOnlyList<string> Shapes, string? Unit, JsonNode Node);
