using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Requests;

/// <summary>
/// Finds the canonical fields of a request in the schema of a body: at its top, then in what it wraps (<c>input</c>, <c>parameters</c>), then at the
/// only place anywhere in it.
/// </summary>
internal sealed class RequestRecognizer(SchemaReader schemas)
{
    private const int DeepestPlace = 4;
    private const int MostPlaces = 500;

    private static readonly ILookup<VideoRequestFieldName, RequestName> Names = RequestNames.Rows.ToLookup(r => r.Field);

    private static readonly string[] Wrappers =
        ["input", "parameters", "params", "request", "payload", "data", "instances", "prompts", "attributes", "modelinput"];

    // What stands in these is about something else than the video.
    private static readonly string[] Others =
        [
            "watermark",
            "logo",
            "audio",
            "voice",
            "music",
            "sound",
            "subtitle",
            "caption",
            "webhook",
            "callback",
            "metadata",
            "negative",
            "overlay",
            "thumbnail",
            "cover"];

    /// <param name="body">The schema of the body.</param>
    /// <param name="takesSource">Whether the body names the task that a new one is made from.</param>
    public IReadOnlyList<RecognizedRequestField> Recognize(JsonNode? body, bool takesSource)
    {
        var top = schemas.Properties(body);
        var wrapped = Wrapped("", top).ToList();
        wrapped.AddRange(wrapped.ToList().SelectMany(w => Wrapped(w.Pointer, w.Properties)));
        var fields = new List<RecognizedRequestField>();
        foreach (var name in Enum.GetValues<VideoRequestFieldName>().Where(n => n != VideoRequestFieldName.SourceId || takesSource))
        {
            var field = Find(name, "", top) ?? wrapped.Select(w => Find(name, w.Pointer, w.Properties)).FirstOrDefault(f => f is not null);
            if (field is not null)
            {
                fields.Add(field);
            }
        }

        if (!Has(fields, VideoRequestFieldName.Prompt))
        {
            AddParts(top, fields);
        }

        if (!Has(fields, VideoRequestFieldName.Prompt)
            && top.FirstOrDefault(p => NameComparer.Normalize(p.Name) == "input" && IsOpen(p.Schema)) is { Name: not null } input)
        {
            // Whatever the model takes goes in there, and each of them takes a prompt.
            fields.Add(
                new(
                    VideoRequestFieldName.Prompt, $"/{JsonPointer.Escape(input.Name)}/prompt", "string",
                    $"what the open '{input.Name}' takes", input.Schema));
        }

        AddNested(top, fields);
        return fields;
    }

    /// <summary>Whether a header takes the caller's own key.</summary>
    public static bool IsIdempotencyKey(string header) =>
        Names[VideoRequestFieldName.IdempotencyKey].Any(n => n.Name == NameComparer.Normalize(header));

    /// <summary>The canonical fields among the query parameters of an operation.</summary>
    public IReadOnlyList<RecognizedRequestField> RecognizeQuery(IReadOnlyList<SchemaProperty> parameters, bool takesSource) =>
    [
        .. Enum.GetValues<VideoRequestFieldName>()
        .Where(n => n != VideoRequestFieldName.SourceId || takesSource)
        .Select(n => Find(n, "", parameters))
        .OfType<RecognizedRequestField>()
            .Select(
                f => f with
                {
                    Location = ParameterLocation.Query,
                    Pointer = JsonPointer.Unescape(f.Pointer[1..]),
                    Reason = "parameter of the query",
                }),
    ];

    /// <summary>
    /// The members of a body, and of what its fields are wrapped in, that can have one value only and are no field: part of what the operation is.
    /// </summary>
    public IReadOnlyList<RecognizedRequestField> Fixed(JsonNode? body, IReadOnlyList<string> taken)
    {
        var top = schemas.Properties(body);
        var used = Wrapped("", top).Where(w => taken.Any(t => t.StartsWith(w.Pointer + "/", StringComparison.Ordinal)));
        return
        [
            .. used.Prepend((Pointer: "", Properties: top))
                .SelectMany(
                    w => w.Properties.Select(
                        p => (Pointer: $"{w.Pointer}/{JsonPointer.Escape(p.Name)}", p.Schema, Value: schemas.OnlyValue(p.Schema))))
                .Where(p => p.Value is not null && !taken.Contains(p.Pointer))
                .Select(
                    p => new RecognizedRequestField(
                        null, p.Pointer, schemas.TypeOf(p.Schema), "the only value that it takes", p.Schema) { Value = p.Value }),
        ];
    }

    public RecognizedRequestField Describe(VideoRequestFieldName name, string pointer, JsonNode? schema, string reason) =>
        new(name, pointer, schemas.TypeOf(schema), reason, schema)
        {
            Shapes = name == VideoRequestFieldName.InputReference ? InputShape.Of(schemas, schema) : [],
            Separator = name == VideoRequestFieldName.Size ? Separator(schema) : null,
            Suffix = name == VideoRequestFieldName.Seconds ? Suffix(schema) : null,
        };

    /// <summary>The unit that the name of a place says; null for the field's own.</summary>
    public static string? UnitOf(VideoRequestFieldName field, string pointer) =>
        Names[field].FirstOrDefault(n => n.Name == NameComparer.Normalize(pointer.Split('/')[^1]))?.Unit;

    /// <summary>Whether a property wraps what others have at the top of their bodies.</summary>
    public static bool IsWrapper(string name) => Wrappers.Contains(NameComparer.Normalize(name));

    private static bool Has(List<RecognizedRequestField> fields, VideoRequestFieldName name) => fields.Exists(f => f.Name == name);

    private IEnumerable<(string Pointer, IReadOnlyList<SchemaProperty> Properties)> Wrapped(
        string pointer, IReadOnlyList<SchemaProperty> properties) =>
        from property in properties
        where IsWrapper(property.Name)
        let items = schemas.ItemsOf(property.Schema)
        select ($"{pointer}/{JsonPointer.Escape(property.Name)}{(items is null ? "" : "/0")}", schemas.Properties(items ?? property.Schema));

    private bool IsOpen(JsonNode schema) => schemas.TypeOf(schema) is "object" or "any" && schemas.Properties(schema).Count == 0;

    // A place deep in a body is taken only where nothing else could be meant.
    private void AddNested(IReadOnlyList<SchemaProperty> top, List<RecognizedRequestField> fields)
    {
        var places = new List<(string Pointer, IReadOnlyList<SchemaProperty> Properties)>();
        CollectPlaces("", top, places, 1);
        foreach (var name in Enum.GetValues<VideoRequestFieldName>().Where(n => n != VideoRequestFieldName.SourceId && !Has(fields, n)).ToList())
        {
            var isCovered = name is VideoRequestFieldName.Width or VideoRequestFieldName.Height && Has(fields, VideoRequestFieldName.Size);
            var found = isCovered
                ? []
                : places.Select(p => Find(name, p.Pointer, p.Properties, onlyCertain: true)).OfType<RecognizedRequestField>().ToList();
            if (found.Count == 1)
            {
                fields.Add(found[0] with { Reason = $"the only '{found[0].Pointer.Split('/')[^1]}' of the body" });
            }
        }
    }

    private void CollectPlaces(
        string pointer, IReadOnlyList<SchemaProperty> properties, List<(string Pointer, IReadOnlyList<SchemaProperty> Properties)> places, int depth)
    {
        foreach (var property in depth < DeepestPlace ? properties : [])
        {
            var isOther = NameComparer.Normalize(property.Name) is var normalized
                && Others.Any(o => normalized.Contains(o, StringComparison.Ordinal));
            if (isOther || places.Count > MostPlaces)
            {
                continue;
            }

            var items = schemas.ItemsOf(property.Schema);
            var place = $"{pointer}/{JsonPointer.Escape(property.Name)}{(items is null ? "" : "/0")}";
            if (schemas.Properties(items ?? property.Schema) is { Count: > 0 } inner)
            {
                places.Add((place, inner));
                CollectPlaces(place, inner, places, depth + 1);
            }
        }
    }

    // content: [{type: text, text: …}, {type: image_url, image_url: {url: …}}], as chat messages have it.
    private void AddParts(IReadOnlyList<SchemaProperty> top, List<RecognizedRequestField> fields)
    {
        foreach (var parts in top.Where(p => NameComparer.Normalize(p.Name) is "content" or "contents" && schemas.ItemsOf(p.Schema) is not null))
        {
            var properties = schemas.Properties(schemas.ItemsOf(parts.Schema));
            if (properties.FirstOrDefault(p => p.Name == "text") is not { Name: not null } text || !properties.Any(p => p.Name == "type"))
            {
                continue;
            }

            var pointer = "/" + JsonPointer.Escape(parts.Name);
            fields.Add(new(VideoRequestFieldName.Prompt, pointer + "/0/text", "string", "the text among the parts", text.Schema));
            fields.Add(new(null, pointer + "/0/type", "string", "the kind of the part", text.Schema) { Value = JsonValue.Create("text") });
            if (properties.FirstOrDefault(p => p.Name is "image_url" or "image" or "video_url") is { Name: not null } image
                && !Has(fields, VideoRequestFieldName.InputReference))
            {
                var inner = schemas.Properties(image.Schema).FirstOrDefault(p => p.Name is "url" or "uri").Name;
                fields.Add(new(VideoRequestFieldName.InputReference, pointer, "array", $"'{image.Name}' among the parts", image.Schema)
                {
                    Shapes = [$"parts:{image.Name}{(inner is null ? "" : "/" + inner)}"],
                });
            }
        }
    }

    private RecognizedRequestField? Find(VideoRequestFieldName name, string scope, IReadOnlyList<SchemaProperty> properties, bool onlyCertain = false)
    {
        foreach (var synonym in Names[name].Where(n => n.IsCertain || !onlyCertain))
        {
            foreach (var property in properties.Where(p => NameComparer.Normalize(p.Name) == synonym.Name))
            {
                var pointer = $"{scope}/{JsonPointer.Escape(property.Name)}";
                var reason = $"property '{property.Name}'";
                var field = Describe(name, pointer, property.Schema, reason) with { Unit = synonym.Unit };
                if (name == VideoRequestFieldName.SourceId && field.Type == "object")
                {
                    field = schemas.Properties(property.Schema).FirstOrDefault(p => p.Name == "id") is { Name: not null } id
                        ? Describe(name, pointer + "/id", id.Schema, reason)
                        : null;
                }

                if (field is not null && Fits(field))
                {
                    return field;
                }
            }
        }

        return null;
    }

    // A 'resolution' of 720p or 1080p is no frame size.
    private bool Fits(RecognizedRequestField field) => field.Name switch
    {
        VideoRequestFieldName.InputReference => field.Shapes.Count > 0,
        VideoRequestFieldName.Size =>
            field.Type == "string" && (schemas.EnumWords(field.Node) is not { Count: > 0 } words || words.Any(w => SizeSeparator(w.Word) is not null))
            && (!(field.Pointer.EndsWith("resolution", StringComparison.OrdinalIgnoreCase)
            || field.Pointer.EndsWith("ratio", StringComparison.OrdinalIgnoreCase))
            || Separator(field.Node) is not null),
        VideoRequestFieldName.Prompt or VideoRequestFieldName.Model or VideoRequestFieldName.IdempotencyKey => field.Type is "string" or "any",
        VideoRequestFieldName.SourceId => field.Type is "string" or "integer" or "any",
        _ => field.Type is "string" or "integer" or "number" or "any",
    };

    private string? Separator(JsonNode? schema)
    {
        var resolved = schemas.Resolve(schema);
        var samples = schemas.EnumWords(schema)
            .Select(w => w.Word)
            .Append(resolved.Text("example"))
            .Append(resolved.Text("default"))
            .OfType<string>();
        return samples.Select(SizeSeparator).FirstOrDefault(s => s is not null);
    }

    // An enum of 5s and 9s wants the unit.
    private string? Suffix(JsonNode? schema)
    {
        var words = schemas.EnumWords(schema);
        return words.Count > 0 && words.All(w => w.Word.Length > 1 && w.Word[^1] == 's' && w.Word[..^1].All(char.IsAsciiDigit)) ? "s" : null;
    }

    private static string? SizeSeparator(string sample)
    {
        var at = sample.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return at > 0
            && at < sample.Length - 1
            && sample[(at + 1)..].All(char.IsAsciiDigit)
            && (sample[at] is 'x' or 'X' or '*' or '×' || (sample[at] == ':' && at > 2)) ? sample[at..(at + 1)] : null;
    }
}
