using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Requests;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition;

/// <summary>
/// What is doubtful or wrong about a document, said at its place. The words of status enums are left to the source generator, which knows the
/// vocabulary.
/// </summary>
internal sealed class RecognitionWarnings(SchemaReader schemas, VideoHints hints, RecognizedOperations recognized, OperationFields fields)
{
    private const int MostReasons = 5;

    public void Report(
        RecognizedSecurity security,
        IReadOnlyDictionary<RecognizedOperation, IReadOnlyList<RecognizedParameter>> parameters,
        IReadOnlyDictionary<RecognizedOperation, IReadOnlyList<RecognizedRequestField>> requests)
    {
        ReportMissing();
        foreach (var (operation, field) in requests.SelectMany(r => UnfilledFields.Of(r.Value).Select(f => (r.Key, f))))
        {
            hints.Report(new("VT017", field.Node, operation.Operation.ToString(), field.Pointer));
        }

        foreach (var (operation, parameter) in parameters.SelectMany(p => p.Value.Where(v => v.Value is null).Select(v => (p.Key, v)))
            .DistinctBy(p => (p.v.Location, p.v.Name)))
        {
            hints.Report(
                new(
                    "VT013",
                    parameter.Node,
                    operation.Operation.ToString(),
                    DescriptionWords.ParameterLocations[parameter.Location],
                    parameter.Name));
        }

        foreach (var refused in recognized.Refused.Where(r => r.IsAmbiguous).GroupBy(r => r.Role).SelectMany(g => g.Take(MostReasons)))
        {
            var chosen = recognized.Find(refused.Role!.Value);
            hints.Report(
                new("VT004", refused.Operation.Node, Word(refused.Role.Value), chosen?.Operation.ToString() ?? "", refused.Operation.ToString()));
        }

        var doubted = new HashSet<JsonNode>(ReferenceEqualityComparer.Instance);
        foreach (var operation in recognized.Operations)
        {
            foreach (var field in fields.Of(operation).Where(f => f.Ties.Count > 0 && (f.Node is null || doubted.Add(f.Node))))
            {
                hints.Report(
                    new("VT005", field.Node, field.Name.ToString(), field.Pointer, string.Join(", ", field.Ties), operation.Operation.ToString()));
            }
        }

        foreach (var incompatible in fields.Incompatible)
        {
            hints.Report(new("VT008", incompatible.Node, incompatible.Pointer, incompatible.Name.ToString(), incompatible.Type));
        }

        ReportHints();
        if (security.IsAssumed && !hints.NeedsNoKey)
        {
            hints.Report(new("VT009", null, security.Reason));
        }
    }

    private static string Word(VideoRole role) => role.ToString().ToLowerInvariant();

    private void ReportMissing()
    {
        var paths = hints.Root.Value("paths") ?? hints.Root;
        if (recognized.Find(VideoRole.Get) is not { } get)
        {
            hints.Report(new("VT002", paths, Reasons(VideoRole.Get)));
            return;
        }

        var hasUrl = fields.Of(get).Any(f => f.Name == VideoTaskField.VideoUrl) || fields.RawPointers.Any(p => p.Field == VideoTaskField.VideoUrl);
        var mayHold = schemas.Properties(get.Operation.ResponseSchema).Count == 0 || MayHoldUrl(get.Operation.ResponseSchema, 0);
        if (recognized.Find(VideoRole.Content) is null && !hasUrl && !mayHold)
        {
            hints.Report(new("VT003", get.Operation.Node, get.Operation.ToString(), Reasons(VideoRole.Content)));
        }
    }

    // What the raw body will be searched for, where the document is vague or nests it deeply.
    private bool MayHoldUrl(JsonNode? schema, int depth)
    {
        const int deepest = 6;
        foreach (var property in depth < deepest ? schemas.Properties(schema) : [])
        {
            var name = NameComparer.Normalize(property.Name);
            var type = schemas.TypeOf(property.Schema);
            var isHolder = FieldNames.Holders.Contains(name) || FieldNames.Envelopes.Contains(name);
            if ((isHolder || FieldNames.OfTask[VideoTaskField.VideoUrl].Contains(name))
                && (type == "any"
                || (type is "object" or "array" && schemas.Properties(schemas.ItemsOf(property.Schema) ?? property.Schema).Count == 0)))
            {
                return true;
            }

            if (type == "string"
                && (FieldNames.OfRaw.Contains(name)
                || NameWords.Of(property.Name) is [.., "video" or "mp4"]
                || (depth > 0 && FieldNames.OfTask[VideoTaskField.VideoUrl].Contains(name))))
            {
                return true;
            }

            var inner = schemas.ItemsOf(property.Schema) ?? property.Schema;
            var isSearched = isHolder
                || FieldNames.RawHolders.Contains(name)
                || name.Contains("video", StringComparison.Ordinal)
                || name.Contains("sample", StringComparison.Ordinal)
                || (depth == 0 && HasState(inner));
            if (isSearched && MayHoldUrl(inner, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    // Whatever it is called, what has the state is the task.
    private bool HasState(JsonNode schema) =>
        schemas.Properties(schema).Any(p => FieldNames.OfTask[VideoTaskField.Status].Contains(NameComparer.Normalize(p.Name)));

    private string Reasons(VideoRole role)
    {
        var near = recognized.Refused.Where(r => r.Role == role || r.Role is null)
            .OrderBy(r => r.Role is null)
            .Take(MostReasons)
            .Select(r => $"{r.Operation}: {r.Reason}")
            .ToList();
        return near.Count == 0 ? "the document has no operation that could be it" : string.Join("; ", near);
    }

    private void ReportHints()
    {
        var operations = recognized.Operations.Select(o => o.Operation).ToList();
        foreach (var (field, pointer, node) in hints.FieldsOf(operations.FirstOrDefault() ?? None(), withRoot: true)
            .Concat(operations.SelectMany(o => hints.FieldsOf(o, withRoot: false)))
            .DistinctBy(f => f.Node))
        {
            if (!operations.Exists(o => Exists(o, pointer)))
            {
                hints.Report(new("VT006", node, "x-video-fields", $"{field}: {pointer}", "no answer of a recognised operation has such a property"));
            }
        }

        if (hints.ContentId is { } contentId && recognized.Find(VideoRole.Get) is { } get && !Exists(get.Operation, contentId))
        {
            hints.Report(new("VT006", hints.ContentIdNode, "x-video-content-id", contentId, $"the answer of {get.Operation} has no such property"));
        }

        foreach (var operation in recognized.Operations.Where(o => o.Role is VideoRole.Create or VideoRole.Remix))
        {
            foreach (var (field, pointer, _, _, node) in hints.RequestOf(operation.Operation).Fields)
            {
                var (schema, isOpen) = new FieldRecognizer(schemas).Follow(operation.Operation.AnyRequestSchema, pointer);
                if (schema is null && !isOpen && operation.Role == VideoRole.Create)
                {
                    hints.Report(
                        new("VT006", node, "x-video-request", $"{field}: {pointer}", $"the body of {operation.Operation} has no such property"));
                }
            }
        }
    }

    private DocumentOperation None() =>
        DocumentOperation.ReadAll(
            new JsonObject { ["paths"] = new JsonObject { ["/"] = new JsonObject { ["get"] = new JsonObject() } } }, schemas)[0];

    private bool Exists(DocumentOperation operation, string pointer)
    {
        var (schema, isOpen) = new FieldRecognizer(schemas).Follow(operation.ResponseSchema, pointer);
        return schema is not null
            || (isOpen && operation.ResponseSchema is not null)
            || Examples(operation).Any(e => JsonPointer.TryResolve(e, pointer, out _));
    }

    private IEnumerable<JsonNode> Examples(DocumentOperation operation) =>
        (operation.Success.Object("content") ?? []).SelectMany(c => ExampleSchemas.Examples(schemas, c.Value));
}
