using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>The canonical fields of the recognised operations: of their answers, hints first.</summary>
internal sealed class OperationFields
{
    // What a path calls the id of anything: the answer knows better which of its ids it is.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal) { "id", "ids", "uuid" };

    private readonly SchemaReader _schemas;
    private readonly VideoHints _hints;
    private readonly Dictionary<VideoRole, IReadOnlyList<RecognizedField>> _answers = [];
    private readonly List<RecognizedField> _incompatible = [];

    public OperationFields(SchemaReader schemas, VideoHints hints, RecognizedOperations recognized)
    {
        (_schemas, _hints) = (schemas, hints);
        var id = recognized.Find(VideoRole.Get)?.Id?.Name is { } name && !Generic.Contains(NameComparer.Normalize(name)) ? name : null;
        foreach (var operation in recognized.Operations)
        {
            _answers[operation.Role] = operation.Role is VideoRole.Delete
                ? []
                : operation.Role is VideoRole.List
                ? ReadItem(operation)
                : ReadAnswer(operation, operation.Role.StartsTask() ? id : null);
        }

        var get = recognized.Find(VideoRole.Get)?.Operation;
        var content = recognized.Find(VideoRole.Content);
        ContentIdPointer = hints.ContentId
            ?? (get is null
            || content?.Id is null ? null : ContentIdentity.Find(schemas, get, content.Id.Name, recognized.Find(VideoRole.Get)!.Id?.Name));
        ItemsPointer = hints.ItemsPointer
            ?? (recognized.Find(VideoRole.List) is { } list ? new FieldRecognizer(schemas).FindItems(list.Operation.ResponseSchema) : null);
        RawPointers = (get ?? recognized.First?.Operation) is { } main ? hints.FieldsOf(main, withRoot: true) : [];
    }

    /// <summary>Where the id of the file is in the answer about its task; null when it is the task's own.</summary>
    public string? ContentIdPointer { get; }

    /// <summary>Where the tasks are in the answer of a list.</summary>
    public string? ItemsPointer { get; }

    /// <summary>The hinted places of fields in the raw body.</summary>
    public IReadOnlyList<(VideoTaskField Field, string Pointer, JsonNode Node)> RawPointers { get; }

    /// <summary>Properties of the answer about a task whose type can't hold the field that they are called after.</summary>
    public IReadOnlyList<RecognizedField> Incompatible => _incompatible;

    public IReadOnlyList<RecognizedField> Of(RecognizedOperation operation) => _answers[operation.Role];

    // The fields of an item of the list, which is a task as well.
    private IReadOnlyList<RecognizedField> ReadItem(RecognizedOperation operation)
    {
        var recognizer = new FieldRecognizer(_schemas);
        var schema = operation.Operation.ResponseSchema;
        var pointer = _hints.ItemsPointer ?? recognizer.FindItems(schema);
        return pointer is null
            || recognizer.Follow(schema, pointer).Schema is not { } list
            || _schemas.ItemsOf(list) is not { } item ? [] : recognizer.Recognize(item);
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
}
