using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>What an operation's parameters besides the task's id are given: by a hint, by the document, or by the caller.</summary>
internal static class ParameterValues
{
    private static readonly HashSet<string> OfTransport =
        new(StringComparer.Ordinal) { "contenttype", "accept", "contentlength", "host", "useragent" };

    /// <summary>The parameters of the path besides the id, and those of query and header that are required or hinted.</summary>
    /// <param name="schemas">The document's schemas.</param>
    /// <param name="recognized">The operation.</param>
    /// <param name="create">The operation that makes tasks; null where none is known.</param>
    /// <param name="hints">The document's hints.</param>
    /// <param name="security">How the key is sent.</param>
    /// <param name="requested">The query parameters that a request gives.</param>
    public static IReadOnlyList<RecognizedParameter> Of(
        SchemaReader schemas,
        RecognizedOperation recognized,
        DocumentOperation? create,
        VideoHints hints,
        RecognizedSecurity security,
        IReadOnlyList<string> requested)
    {
        var operation = recognized.Operation;
        var found = new List<RecognizedParameter>();
        var paths = hints.TextsOf("x-video-path", operation);
        foreach (var name in operation.PathParameters.Where(n => recognized.Id is not { Location: ParameterLocation.Path } id || id.Name != n))
        {
            var parameter = operation.Parameters.FirstOrDefault(p => p.IsIn(ParameterLocation.Path) && p.Name == name);
            found.Add(Find(paths, name) is { } hint
                ? new(ParameterLocation.Path, name, hint.Value, "hint x-video-path", hint.Node)
                : Document(schemas, ParameterLocation.Path, name, parameter?.Node, operation, create));
        }

        foreach (var (location, hint) in new[] { (ParameterLocation.Query, "x-video-query"), (ParameterLocation.Header, "x-video-headers") })
        {
            var hinted = hints.TextsOf(hint, operation);
            found.AddRange(hinted.Select(h => new RecognizedParameter(location, h.Name, h.Value, $"hint {hint}", h.Node)));
            foreach (var parameter in operation.Parameters.Where(p => p.IsIn(location) && p.Required && !IsGivenElsewhere(p, recognized, security)
                && !(location == ParameterLocation.Query && requested.Contains(p.Name))))
            {
                if (!hinted.Any(h => h.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add(
                        location == ParameterLocation.Query
                            && recognized.Role == VideoRole.List
                            && ListPaging.FirstValue(schemas, parameter) is { } first
                        ? new(location, parameter.Name, first, "required: the first page", parameter.Node)
                        : Document(schemas, location, parameter.Name, parameter.Node, operation, null));
                }
            }
        }

        return found;
    }

    /// <summary>What one operation says of a parameter of the path holds for the others that say nothing.</summary>
    public static void Share(Dictionary<RecognizedOperation, IReadOnlyList<RecognizedParameter>> parameters)
    {
        var known =
            parameters.SelectMany(
                p => p.Value.Where(v => v is { Location: ParameterLocation.Path, Value: not null })
                    .Select(v => (Operation: p.Key.Operation, Parameter: v)))
            .ToList();
        foreach (var (operation, own) in parameters.ToList())
        {
            parameters[operation] =
            [
                .. own.Select(
                    p =>
                        p is { Location: ParameterLocation.Path, Value: null }
                            && known.Find(k => k.Parameter.Name == p.Name) is { Parameter: { } like } found
                    ? p with { Value = like.Value, Reason = $"as in {found.Operation}" } : p),
            ];
        }
    }

    // A task is where it was made: of several words the one in the path of the create, which itself begins with any.
    private static (string Word, string Why)? OfEnum(IReadOnlyList<string> words, string name, DocumentOperation operation, DocumentOperation? create)
    {
        if (create is not null && create != operation && words.FirstOrDefault(w => create.Segments.Any(s => Kind(s) == Kind(w))) is { } made)
        {
            return (made, $"the word of its enum that {create} has");
        }

        var text = words.FirstOrDefault(w => NameWords.Of(w) is ["text" or "txt" or "t", "to" or "2", ..]);
        return create is null
            || create == operation
            || create.PathParameters.Contains(name)
            ? (text ?? words[0], $"{(text is null ? "the first" : "from text, one")} of its enum, of {string.Join(", ", words.Take(6))}")
            : null;
    }

    private static string Kind(string word) => string.Concat(NameWords.Of(word).Select(w => w is "to" ? "2" : w));

    private static (string Name, string Value, JsonNode Node)? Find(IReadOnlyList<(string Name, string Value, JsonNode Node)> hints, string name)
    {
        foreach (var hint in hints)
        {
            if (hint.Name == name)
            {
                return hint;
            }
        }

        return null;
    }

    private static bool IsGivenElsewhere(DocumentParameter parameter, RecognizedOperation recognized, RecognizedSecurity security) =>
        recognized.Id is { } id && parameter.IsIn(id.Location) && id.Name == parameter.Name
        || (parameter.Name.Equals(security.Name, StringComparison.OrdinalIgnoreCase) && parameter.IsIn(security.Location))
        || (parameter.IsIn(ParameterLocation.Header)
        && (SecurityRecognizer.IsKeyHeader(parameter.Name) || OfTransport.Contains(NameComparer.Normalize(parameter.Name))));

    private static RecognizedParameter Document(
        SchemaReader schemas, ParameterLocation location, string name, JsonObject? parameter, DocumentOperation operation, DocumentOperation? create)
    {
        var node = (JsonNode?)parameter ?? operation.Node;
        var schema = schemas.Resolve(parameter.Value("schema"));
        var values = schemas.EnumWords(parameter.Value("schema"));
        if ((schema.Value("const") ?? schema.Value("default") ?? parameter.Value("default")).AsScalar() is { Length: > 0 } value)
        {
            return new(location, name, value, "the document's default", node);
        }

        if (values.Count == 1)
        {
            return new(location, name, values[0].Word, "the only value of its enum", node);
        }

        if (values.Count > 1
            && location == ParameterLocation.Path
            && OfEnum([.. values.Select(v => v.Word)], name, operation, create) is var (word, why))
        {
            return new(location, name, word, why, node);
        }

        var words = NameWords.Of(name);
        if (location == ParameterLocation.Header
            && (schemas.FormatOf(parameter.Value("schema")) == "uuid"
            || words.Intersect(["trace", "idempotency", "nonce"]).Any()
            || NameComparer.Normalize(name).EndsWith("requestid", StringComparison.Ordinal)))
        {
            return new(location, name, DescribedParameter.NewId, "a new one for each request", node);
        }

        return new(location, name, null, "the document says no value", node);
    }
}

/// <summary>A parameter of a recognised operation that is not the task's id.</summary>
/// <param name="Location">Path, query or header.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is given unless the caller gives another; null when nothing says.</param>
/// <param name="Reason">Where the value is from.</param>
/// <param name="Node">Where that stands.</param>
internal sealed record RecognizedParameter(ParameterLocation Location, string Name, string? Value, string Reason, JsonNode? Node);
