using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>The canonical fields of the recognised operations: of their answers and of their bodies, hints first.</summary>
internal sealed class OperationFields
{
    // What a path calls the id of anything: the answer knows better which of its ids it is.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal) { "id", "ids", "uuid" };

    private readonly SchemaReader _schemas;
    private readonly VideoHints _hints;
    private readonly Dictionary<VideoRole, IReadOnlyList<RecognizedField>> _answers = [];
    private readonly Dictionary<VideoRole, IReadOnlyList<RecognizedRequestField>> _requests = [];
    private readonly List<RecognizedField> _incompatible = [];

    public OperationFields(SchemaReader schemas, VideoHints hints, RecognizedOperations recognized)
    {
        (_schemas, _hints) = (schemas, hints);
        var id = recognized.Find(VideoRole.Get)?.Id?.Name is { } name && !Generic.Contains(NameWords.Normalize(name)) ? name : null;
        foreach (var operation in recognized.Operations)
        {
            _answers[operation.Role] = operation.Role is VideoRole.Delete ? [] : operation.Role is VideoRole.List ? ReadItem(operation) : ReadAnswer(operation, operation.Role.StartsTask() ? id : null);
            _requests[operation.Role] = operation.Role.StartsTask() ? ReadRequest(operation) : [];
        }

        var get = recognized.Find(VideoRole.Get)?.Operation;
        var content = recognized.Find(VideoRole.Content);
        ContentIdPointer = hints.ContentId ?? (get is null || content?.Id is null ? null : ContentIdentity.Find(schemas, get, content.Id.Name, recognized.Find(VideoRole.Get)!.Id?.Name));
        ItemsPointer = hints.ItemsPointer ?? (recognized.Find(VideoRole.List) is { } list ? new FieldRecognizer(schemas).FindItems(list.Operation.ResponseSchema) : null);
        RawPointers = (get ?? recognized.First?.Operation) is { } main ? hints.FieldsOf(main, withRoot: true) : [];
    }

    /// <summary>Where the id of the file is in the answer about its task; null when it is the task's own.</summary>
    public string? ContentIdPointer { get; }

    /// <summary>Where the tasks are in the answer of a list.</summary>
    public string? ItemsPointer { get; }

    /// <summary>The hinted places of fields in the raw body.</summary>
    public IReadOnlyList<(TaskField Field, string Pointer, JsonNode Node)> RawPointers { get; }

    /// <summary>Properties of the answer about a task whose type can't hold the field that they are called after.</summary>
    public IReadOnlyList<RecognizedField> Incompatible => _incompatible;

    public IReadOnlyList<RecognizedField> Of(RecognizedOperation operation) => _answers[operation.Role];

    public IReadOnlyList<RecognizedRequestField> RequestOf(RecognizedOperation operation) => _requests[operation.Role];

    public IReadOnlyList<(string Pointer, JsonNode Value)> ConstantsOf(RecognizedOperation operation) =>
        operation.Role.StartsTask()
            ? [.. FixedOf(operation), .. RequestOf(operation).SelectMany(f => f.Constants), .. _hints.RequestOf(operation.Operation).Values]
            : operation.Id?.Location == ParameterLocation.Body ? [.. FixedOf(operation), .. _hints.RequestOf(operation.Operation).Values] : [];

    // Where a body has alternatives, their constants are alternatives too.
    private IReadOnlyList<(string Pointer, JsonNode Value)> FixedOf(RecognizedOperation operation)
    {
        var body = operation.Operation.AnyRequestSchema;
        return _schemas.Resolve(body) is { } schema && schema.Value("oneOf") is null && schema.Value("anyOf") is null
            ? new RequestRecognizer(_schemas).Fixed(body, [.. RequestOf(operation).Select(f => f.Pointer), "/" + operation.Id?.Name]) : [];
    }


    // The fields of an item of the list, which is a task as well.
    private IReadOnlyList<RecognizedField> ReadItem(RecognizedOperation operation)
    {
        var recognizer = new FieldRecognizer(_schemas);
        var schema = operation.Operation.ResponseSchema;
        var pointer = _hints.ItemsPointer ?? recognizer.FindItems(schema);
        return pointer is null || recognizer.Follow(schema, pointer).Schema is not { } list || _schemas.ItemsOf(list) is not { } item ? [] : recognizer.Recognize(item);
    }

    private List<RecognizedField> ReadAnswer(RecognizedOperation operation, string? id)
    {
        var recognizer = new FieldRecognizer(_schemas);
        var schema = operation.Operation.ResponseSchema;
        var found = recognizer.Recognize(schema, id);
        if (operation.Role == VideoRole.Get)
        {
            _incompatible.AddRange(recognizer.Incompatible);
        }

        var fields = new List<RecognizedField>();
        foreach (var (name, pointer, node) in _hints.FieldsOf(operation.Operation, withRoot: true))
        {
            if (recognizer.Follow(schema, pointer).Schema is { } target)
            {
                fields.Add(recognizer.Describe(name, pointer, target, "hint x-video-fields") with { Node = node, IsHinted = true });
            }
        }

        fields.AddRange(found.Where(f => fields.TrueForAll(h => h.Name != f.Name)));
        return fields;
    }

    private List<RecognizedRequestField> ReadRequest(RecognizedOperation operation)
    {
        var recognizer = new RequestRecognizer(_schemas);
        var json = operation.Operation.RequestSchema(DocumentOperation.IsJson);
        var multipart = operation.Operation.RequestSchema(DocumentOperation.IsMultipart);
        var takesSource = operation.Role != VideoRole.Create && operation.Id is null;
        var found = recognizer.Recognize(json ?? multipart ?? operation.Operation.AnyRequestSchema, takesSource).ToList();
        if (json is not null && multipart is not null)
        {
            Merge(found, recognizer.Recognize(multipart, takesSource));
        }

        var fields = new List<RecognizedRequestField>();
        foreach (var (name, pointer, shapes, node) in _hints.RequestOf(operation.Operation).Fields)
        {
            var target = new FieldRecognizer(_schemas).Follow(json ?? multipart, pointer).Schema;
            var field = recognizer.Describe(name, pointer, target) with { Node = node };
            var files = found.Where(f => f.Name == name && f.Pointer == pointer).SelectMany(f => f.Shapes).Where(s => s == "file");
            fields.Add(shapes.Count == 0 ? field : field with { Shapes = [.. shapes.Concat(files)] });
        }

        fields.AddRange(found.Where(f => fields.TrueForAll(h => h.Name != f.Name)));
        return fields;
    }

    // A body that may be JSON or multipart takes the shapes of both: a file goes by multipart.
    private static void Merge(List<RecognizedRequestField> found, IReadOnlyList<RecognizedRequestField> others)
    {
        foreach (var other in others)
        {
            var at = found.FindIndex(f => f.Name == other.Name);
            if (at < 0)
            {
                found.Add(other);
            }
            else if (found[at].Pointer == other.Pointer)
            {
                found[at] = found[at] with { Shapes = [.. found[at].Shapes.Concat(other.Shapes.Where(s => s == "file")).Distinct(StringComparer.Ordinal)] };
            }
        }
    }
}
