using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Requests;

/// <summary>
/// Reads the request of an operation that starts a task: canonical fields, hints first, what every request holds, and the vendor's own fields.
/// </summary>
internal sealed class RequestReader(SchemaReader schemas, VideoHints hints, RecognizedSecurity security)
{
    private const string Hint = "hint x-video-request";

    public IReadOnlyList<RecognizedRequestField> Read(RecognizedOperation recognized)
    {
        var operation = recognized.Operation;
        var body = operation.AnyRequestSchema;
        var alternatives = BodyAlternatives.Of(schemas, body);
        var read = alternatives.Select(a => ReadBody(recognized, a)).ToList();
        List<RecognizedRequestField> fields = [.. Merge(read)];
        AddIds(recognized, fields);
        AddQueries(recognized, fields);
        AddIdempotencyKey(recognized.Operation, fields);
        return fields;
    }

    /// <summary>The body of an operation that takes the id of its task there.</summary>
    public IReadOnlyList<RecognizedRequestField> ReadIdBody(RecognizedOperation recognized)
    {
        var body = recognized.Operation.AnyRequestSchema;
        var pointer = "/" + JsonPointer.Escape(recognized.Id!.Name);
        var schema = schemas.Properties(body).FirstOrDefault(p => p.Name == recognized.Id.Name).Schema;

        // Where a body has alternatives, their constants are alternatives too.
        var resolved = schemas.Resolve(body);
        List<RecognizedRequestField> fields =
        [
            .. resolved.Value("oneOf") is null && resolved.Value("anyOf") is null ? new RequestRecognizer(schemas).Fixed(body, [pointer]) : [],
        ];
        foreach (var (place, value) in hints.RequestOf(recognized.Operation).Values)
        {
            BodyMembers.SetValue(fields, place, value, Hint, value);
        }

        var node = schema ?? recognized.Operation.Node;
        return [.. fields, new(VideoRequestFieldName.SourceId, pointer, schemas.TypeOf(schema), "the id of the task", node)];
    }

    // What all alternatives have is said once.
    private static IEnumerable<RecognizedRequestField> Merge(List<List<RecognizedRequestField>> alternatives)
    {
        var shared = alternatives[0].Where(f => alternatives.TrueForAll(a => a.Exists(f.IsLike))).ToList();
        var own = alternatives.SelectMany((a, i) => a.Where(f => !shared.Exists(f.IsLike)).Select(f => f with { Alternative = i }));
        return shared.Concat(own);
    }

    private List<RecognizedRequestField> ReadBody(RecognizedOperation recognized, BodyAlternative alternative)
    {
        var operation = recognized.Operation;
        var recognizer = new RequestRecognizer(alternative.Schemas);
        var json = operation.RequestSchema(DocumentOperation.IsJson);
        var multipart = operation.RequestSchema(DocumentOperation.IsMultipart);
        var body = json ?? multipart ?? operation.AnyRequestSchema;
        var takesSource = recognized.Role != VideoRole.Create && recognized.Id is null;
        var found = recognizer.Recognize(body, takesSource).ToList();
        if (json is not null && multipart is not null)
        {
            Join(found, recognizer.Recognize(multipart, takesSource));
        }

        var (hinted, values) = hints.RequestOf(operation);
        var fields = hinted.Select(h => Hinted(recognizer, alternative.Schemas, h, body, found)).ToList();
        fields.AddRange(found.Where(f => f.Name is null || fields.TrueForAll(h => h.Name != f.Name)));
        fields.AddRange(recognizer.Fixed(operation.AnyRequestSchema, [.. fields.Select(f => f.Pointer), "/" + recognized.Id?.Name]));
        foreach (var (pointer, value) in alternative.Constants)
        {
            BodyMembers.SetValue(fields, pointer, JsonValue.Create(value), "what tells this body apart", null, [value]);
        }

        foreach (var (pointer, value) in values)
        {
            BodyMembers.SetValue(fields, pointer, value, Hint, value);
            BodyMembers.RequireHolders(fields, pointer);
        }

        new BodyMembers(alternative.Schemas).AddTo(fields, body);
        return fields;
    }

    private static RecognizedRequestField Hinted(
        RequestRecognizer recognizer, SchemaReader schemas, HintedRequestField hint, JsonNode? body, List<RecognizedRequestField> found)
    {
        var target = new FieldRecognizer(schemas).Follow(body, hint.Pointer).Schema;
        var field =
            recognizer.Describe(hint.Field, hint.Pointer, target, Hint) with { Node = hint.Node, Unit = hint.Unit
                ?? RequestRecognizer.UnitOf(hint.Field, hint.Pointer) };
        var files = found.Where(f => f.Name == hint.Field && f.Pointer == hint.Pointer).SelectMany(f => f.Shapes).Where(s => s == "file");
        return hint.Shapes.Count == 0 ? field : field with { Shapes = [.. hint.Shapes.Concat(files)] };
    }

    // A body that may be JSON or multipart takes the shapes of both: a file goes by multipart.
    private static void Join(List<RecognizedRequestField> found, IReadOnlyList<RecognizedRequestField> others)
    {
        foreach (var other in others)
        {
            var at = found.FindIndex(f => f.Name == other.Name && (f.Name is not null || f.Pointer == other.Pointer));
            if (at < 0)
            {
                found.Add(other);
            }
            else if (found[at].Pointer == other.Pointer)
            {
                found[at] =
                    found[at] with { Shapes = [.. found[at].Shapes.Concat(other.Shapes.Where(s => s == "file")).Distinct(StringComparer.Ordinal)] };
            }
        }
    }

    // The task that a new one is made from, and the model, may go into the path.
    private static void AddIds(RecognizedOperation recognized, List<RecognizedRequestField> fields)
    {
        if (recognized is { Role: not VideoRole.Create, Id: { } id })
        {
            var pointer = id.Location == ParameterLocation.Body ? "/" + JsonPointer.Escape(id.Name) : id.Name;
            fields.RemoveAll(f => f.Location == id.Location && f.Pointer == pointer);
            fields.Add(
                new(
                    VideoRequestFieldName.SourceId,
                    pointer,
                    "string",
                    "the id of the task",
                    recognized.Operation.Node) { Location = id.Location, IsRequired = true });
        }

        foreach (var name in recognized.Operation.PathParameters.Where(
            n => n != recognized.Id?.Name && n.StartsWith("model", StringComparison.OrdinalIgnoreCase)))
        {
            fields.Add(
                new(VideoRequestFieldName.Model, name, "string", "parameter of the path", recognized.Operation.Node)
                { Location = ParameterLocation.Path });
        }
    }

    // Where a body has a field for it, that is the place; a request has one.
    private void AddIdempotencyKey(DocumentOperation operation, List<RecognizedRequestField> fields)
    {
        var header = operation.Parameters.FirstOrDefault(
            p => p.IsIn(ParameterLocation.Header) && RequestRecognizer.IsIdempotencyKey(p.Name));
        var name = hints.IdempotencyHeader ?? header?.Name;
        var node = hints.IdempotencyHeader is null ? header?.Node : hints.Root["x-video-idempotent"];
        var reason = hints.IdempotencyHeader is null ? "parameter of the header" : "hint x-video-idempotent";
        if (name is not null && !fields.Exists(f => f.Name == VideoRequestFieldName.IdempotencyKey))
        {
            fields.Add(new(VideoRequestFieldName.IdempotencyKey, name, "string", reason, node) { Location = ParameterLocation.Header });
        }
    }

    private void AddQueries(RecognizedOperation recognized, List<RecognizedRequestField> fields)
    {
        var queries = recognized.Operation.Parameters.Where(p => p.IsIn(ParameterLocation.Query) && !IsGiven(p, recognized)).ToList();
        var properties = queries.Select(q => new SchemaProperty(q.Name, q.Node.Value("schema") ?? q.Node)).ToList();
        var takesSource = recognized.Role != VideoRole.Create && recognized.Id is null;
        var canonical = new RequestRecognizer(schemas).RecognizeQuery(properties, takesSource)
            .Where(f => !fields.Exists(g => g.Name == f.Name))
            .ToList();
        foreach (var query in queries)
        {
            var known = canonical.Find(f => f.Pointer == query.Name);
            fields.Add(
                (known
                    ?? new(
                        null,
                        query.Name,
                        schemas.TypeOf(query.Node.Value("schema")),
                        "parameter of the query",
                        query.Node) { Location = ParameterLocation.Query }) with
            {
                IsRequired = query.Required,
                Node = query.Node,
                Value = query.Required && known is not null ? schemas.Resolve(query.Node.Value("schema")).Value("default")?.DeepClone() : null,
            });
        }
    }

    private bool IsGiven(DocumentParameter query, RecognizedOperation recognized) =>
        (recognized.Id is { Location: ParameterLocation.Query } id && id.Name == query.Name)
        || (security.Location == ParameterLocation.Query && security.Name.Equals(query.Name, StringComparison.OrdinalIgnoreCase))
        || hints.TextsOf("x-video-query", recognized.Operation).Any(h => h.Name.Equals(query.Name, StringComparison.OrdinalIgnoreCase));
}
