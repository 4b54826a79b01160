using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>Finds the canonical fields of a request in the schema of a body: at its top, then in what it wraps (<c>input</c>, <c>parameters</c>).</summary>
internal sealed class RequestRecognizer(SchemaReader schemas)
{
    private static readonly Dictionary<RequestField, string[]> Names = new()
    {
        [RequestField.Prompt] = ["prompt", "textprompt", "prompttext", "text"],
        [RequestField.Model] = ["model", "modelname", "modelid"],
        [RequestField.Seconds] = ["seconds", "duration", "durationseconds", "nseconds", "videolength", "videoduration"],
        [RequestField.Size] = ["size", "videosize", "imagesize", "resolution", "ratio"],
        [RequestField.Width] = ["width"],
        [RequestField.Height] = ["height"],
        [RequestField.InputReference] =
        [
            "inputreference", "inputreferences", "image", "imageurl", "images", "imageurls", "firstframeimage", "firstframe", "imgurl", "startimage", "referenceimage",
            "referenceimages", "referenceimageurls", "inputimage", "promptimage", "imagetail", "firstframeurl", "firstframeimageurl", "startframe", "imglist", "imagelist",
        ],
        [RequestField.SourceId] = ["videoid", "video", "taskid", "remixvideoid", "id", "generationid"],
    };

    private static readonly string[] Wrappers = ["input", "parameters", "params", "request", "payload", "data", "instances", "prompts", "attributes", "modelinput"];

    /// <param name="body">The schema of the body.</param>
    /// <param name="takesSource">Whether the body names the task that a new one is made from.</param>
    public IReadOnlyList<RecognizedRequestField> Recognize(JsonNode? body, bool takesSource)
    {
        var top = schemas.Properties(body);
        var wrapped = Wrapped("", top).ToList();
        wrapped.AddRange(wrapped.ToList().SelectMany(w => Wrapped(w.Pointer, w.Properties)));
        var fields = new List<RecognizedRequestField>();
        foreach (var (name, synonyms) in Names)
        {
            if (name == RequestField.SourceId && !takesSource)
            {
                continue;
            }

            var field = Find(name, synonyms, "", top) ?? wrapped.Select(w => Find(name, synonyms, w.Pointer, w.Properties)).FirstOrDefault(f => f is not null);
            if (field is not null)
            {
                fields.Add(field);
            }
        }

        if (!fields.Exists(f => f.Name == RequestField.Prompt))
        {
            AddParts(top, fields);
        }

        if (!fields.Exists(f => f.Name == RequestField.Prompt) && top.FirstOrDefault(p => NameWords.Normalize(p.Name) == "input" && IsOpen(p.Schema)) is { Name: not null } input)
        {
            // Whatever the model takes goes in there, and each of them takes a prompt.
            fields.Add(new(RequestField.Prompt, $"/{JsonPointer.Escape(input.Name)}/prompt", "string", [], null, input.Schema));
        }

        return fields;
    }

    /// <summary>The members of a body, and of what its fields are wrapped in, that can have one value only and are no field: part of what the operation is.</summary>
    public IReadOnlyList<(string Pointer, JsonNode Value)> Fixed(JsonNode? body, IReadOnlyList<string> taken)
    {
        var top = schemas.Properties(body);
        var used = Wrapped("", top).Where(w => taken.Any(t => t.StartsWith(w.Pointer + "/", StringComparison.Ordinal)));
        return
        [
            .. used.Prepend((Pointer: "", Properties: top))
                .SelectMany(w => w.Properties.Select(p => (Pointer: $"{w.Pointer}/{JsonPointer.Escape(p.Name)}", Value: Only(p.Schema))))
                .Where(p => p.Value is not null && !taken.Contains(p.Pointer)).Select(p => (p.Pointer, p.Value!)),
        ];
    }

    private IEnumerable<(string Pointer, IReadOnlyList<SchemaProperty> Properties)> Wrapped(string pointer, IReadOnlyList<SchemaProperty> properties) =>
        from property in properties
        where Wrappers.Contains(NameWords.Normalize(property.Name))
        let items = schemas.ItemsOf(property.Schema)
        select ($"{pointer}/{JsonPointer.Escape(property.Name)}{(items is null ? "" : "/0")}", schemas.Properties(items ?? property.Schema));

    private JsonNode? Only(JsonNode schema)
    {
        var resolved = schemas.Resolve(schema);
        var only = resolved.Value("const") ?? (resolved.Array("enum") is [{ } single] ? single : null);
        return only.AsScalar() is null ? null : only!.DeepClone();
    }

    private bool IsOpen(JsonNode schema) => schemas.TypeOf(schema) is "object" or "any" && schemas.Properties(schema).Count == 0;

    // content: [{type: text, text: …}, {type: image_url, image_url: {url: …}}], as chat messages have it.
    private void AddParts(IReadOnlyList<SchemaProperty> top, List<RecognizedRequestField> fields)
    {
        foreach (var parts in top.Where(p => NameWords.Normalize(p.Name) is "content" or "contents" && schemas.ItemsOf(p.Schema) is not null))
        {
            var properties = schemas.Properties(schemas.ItemsOf(parts.Schema));
            if (properties.FirstOrDefault(p => p.Name == "text") is not { Name: not null } text || !properties.Any(p => p.Name == "type"))
            {
                continue;
            }

            var pointer = "/" + JsonPointer.Escape(parts.Name);
            fields.Add(new(RequestField.Prompt, pointer + "/0/text", "string", [], null, text.Schema) { Constants = [(pointer + "/0/type", JsonValue.Create("text"))] });
            if (properties.FirstOrDefault(p => p.Name is "image_url" or "image" or "video_url") is { Name: not null } image && !fields.Exists(f => f.Name == RequestField.InputReference))
            {
                var inner = schemas.Properties(image.Schema).FirstOrDefault(p => p.Name is "url" or "uri").Name;
                fields.Add(new(RequestField.InputReference, pointer, "array", [$"parts:{image.Name}{(inner is null ? "" : "/" + inner)}"], null, image.Schema));
            }
        }
    }

    public RecognizedRequestField Describe(RequestField name, string pointer, JsonNode? schema) => new(
        name, pointer, schemas.TypeOf(schema), name == RequestField.InputReference ? InputShape.Of(schemas, schema) : [], name == RequestField.Size ? Separator(schema) : null, schema, name == RequestField.Seconds ? Suffix(schema) : null);

    private RecognizedRequestField? Find(RequestField name, string[] synonyms, string scope, IReadOnlyList<SchemaProperty> properties)
    {
        foreach (var synonym in synonyms)
        {
            foreach (var property in properties.Where(p => NameWords.Normalize(p.Name) == synonym))
            {
                var pointer = $"{scope}/{JsonPointer.Escape(property.Name)}";
                var field = Describe(name, pointer, property.Schema);
                if (name == RequestField.SourceId && field.Type == "object")
                {
                    field = schemas.Properties(property.Schema).FirstOrDefault(p => p.Name == "id") is { Name: not null } id ? Describe(name, pointer + "/id", id.Schema) : null;
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
        RequestField.InputReference => field.Shapes.Count > 0,
        RequestField.Size => field.Type == "string" && (schemas.EnumWords(field.Node) is not { Count: > 0 } words || words.Any(w => SizeSeparator(w.Word) is not null))
            && (!(field.Pointer.EndsWith("resolution", StringComparison.OrdinalIgnoreCase) || field.Pointer.EndsWith("ratio", StringComparison.OrdinalIgnoreCase)) || Separator(field.Node) is not null),
        RequestField.Prompt or RequestField.Model or RequestField.SourceId => field.Type is "string" or "any",
        _ => field.Type is "string" or "integer" or "number" or "any",
    };

    private string? Separator(JsonNode? schema)
    {
        var resolved = schemas.Resolve(schema);
        var samples = schemas.EnumWords(schema).Select(w => w.Word).Append(resolved.Text("example")).Append(resolved.Text("default")).OfType<string>();
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
        return at > 0 && at < sample.Length - 1 && sample[(at + 1)..].All(char.IsAsciiDigit) && (sample[at] is 'x' or 'X' or '*' or '×' || (sample[at] == ':' && at > 2)) ? sample[at..(at + 1)] : null;
    }
}
