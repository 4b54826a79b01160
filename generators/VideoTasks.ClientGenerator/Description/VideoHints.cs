using System.Text.Json.Nodes;

namespace VideoTasks.ClientGenerator.Description;

/// <summary>
/// The hints of a document: <c>x-video-*</c> extensions at its root, its path items and its operations. What can't be understood is a problem,
/// never ignored: a hint is written because something is wrong without it. See <c>openapi/HINTS.md</c>.
/// </summary>
internal sealed class VideoHints
{
    private static readonly string[] AtRoot =
    [
        "x-video-operations", "x-video-status", "x-video-fields", "x-video-units", "x-video-auth", "x-video-base-url", "x-video-content-url",
        "x-video-content-id", "x-video-poll-interval", "x-video-idempotent", "x-video-request", "x-video-list", "x-video-headers",
    ];

    private static readonly string[] AtOperation = ["x-video-operation", "x-video-id", "x-video-fields", "x-video-request", "x-video-headers"];

    private static readonly Dictionary<string, string> Fields = new[]
    {
        "Id", "Status", "Progress", "Model", "Prompt", "CreatedAt", "CompletedAt", "ExpiresAt", "Duration", "Width", "Height", "Size", "VideoUrl", "Error",
        "ErrorCode", "ErrorMessage",
    }.ToDictionary(NameWords.Squash, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> RequestFields = new(StringComparer.Ordinal)
    {
        ["prompt"] = "Prompt", ["model"] = "Model", ["seconds"] = "Seconds", ["duration"] = "Seconds", ["size"] = "Size", ["width"] = "Width", ["height"] = "Height",
        ["inputreference"] = "InputReference", ["inputreferences"] = "InputReference",
    };

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "seconds", "milliseconds", "microseconds", "nanoseconds", "minutes", "fraction", "percent", "relative",
    };

    // utc+8, utc-03:30
    private static bool IsOffset(string unit) =>
        unit.StartsWith("utc", StringComparison.OrdinalIgnoreCase) && (unit.Length == 3 || (unit[3] is '+' or '-' && unit.Length > 4 && unit[4..].All(c => char.IsAsciiDigit(c) || c == ':')));

    private static readonly string[] Statuses = ["Unknown", "Queued", "InProgress", "Completed", "Failed", "Cancelled", "Expired"];

    private readonly List<HintProblem> _problems = [];

    private VideoHints(JsonObject root) => Root = root;

    public JsonObject Root { get; }

    public IReadOnlyList<HintProblem> Problems => _problems;

    /// <summary>The vendor's words, each with its canonical status and its node.</summary>
    public List<(string Word, string Status, JsonNode? Node)> StatusWords { get; } = [];

    /// <summary>The unit of a canonical field.</summary>
    public SortedDictionary<string, string> FieldUnits { get; } = new(StringComparer.Ordinal);

    public double? PollInterval { get; private set; }

    public bool IsIdempotent { get; private set; }

    public bool ContentUrlNeedsKey { get; private set; }

    public string? ContentId { get; private set; }

    public JsonNode? ContentIdNode { get; private set; }

    public string? ItemsPointer { get; private set; }

    public string? BaseUrl { get; private set; }

    public RecognizedSecurity? Security { get; private set; }

    public bool NeedsNoKey { get; private set; }

    public static VideoHints Read(JsonObject root, IReadOnlyList<DocumentOperation> operations)
    {
        var hints = new VideoHints(root);
        hints.DemandKnown(root, AtRoot, "the document's root");
        hints.ReadOperations(operations);
        hints.ReadStatus();
        hints.ReadAuth();
        hints.ReadScalars();
        hints.ReadUnits(root);
        return hints;
    }

    /// <summary>The pointers of canonical fields that hints of an operation, its path item and the root give; the nearest hint wins.</summary>
    public IReadOnlyList<(string Field, string Pointer, JsonNode Node)> FieldsOf(DocumentOperation operation, bool withRoot)
    {
        var found = new List<(string, string, JsonNode)>();
        foreach (var holder in withRoot ? (JsonObject[])[operation.Node, operation.Item, Root] : [operation.Node, operation.Item])
        {
            foreach (var (name, value) in holder.Object("x-video-fields") ?? [])
            {
                var pointer = value.AsText() ?? value.Text("pointer");
                if (Fields.TryGetValue(NameWords.Squash(name), out var field) && pointer is not null && IsPointer(pointer) && found.TrueForAll(f => f.Item1 != field))
                {
                    found.Add((field, pointer, value!));
                }
            }
        }

        return found;
    }

    /// <summary>The places of canonical request fields in a create's body, and constants that it wants besides.</summary>
    public (IReadOnlyList<(string Field, string Pointer, IReadOnlyList<string> Shapes, JsonNode Node)> Fields, IReadOnlyList<(string Pointer, JsonNode Value)> Values) RequestOf(DocumentOperation operation)
    {
        var fields = new List<(string, string, IReadOnlyList<string>, JsonNode)>();
        var values = new List<(string, JsonNode)>();
        foreach (var holder in (JsonObject[])[operation.Node, operation.Item, Root])
        {
            foreach (var (name, value) in holder.Object("x-video-request") ?? [])
            {
                var pointer = value.AsText() ?? value.Text("pointer");
                if (name == "values" && value is JsonObject constants)
                {
                    values.AddRange(constants.Where(c => c.Value is not null && IsPointer(c.Key)).Select(c => (c.Key, c.Value!)));
                }
                else if (RequestFields.TryGetValue(NameWords.Squash(name), out var field) && pointer is not null && IsPointer(pointer) && fields.TrueForAll(f => f.Item1 != field))
                {
                    fields.Add((field, pointer, InputShape.ReadHint(value.Value("shape")), value!));
                }
            }
        }

        return (fields, values);
    }

    /// <summary>Headers that an operation wants besides, such as <c>X-DashScope-Async: enable</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> HeadersOf(DocumentOperation operation) =>
    [
        .. new[] { Root, operation.Node }.SelectMany(h => h.Object("x-video-headers") ?? []).Where(h => IsHeader(h.Key, h.Value.AsScalar())).Select(h => (h.Key, h.Value.AsScalar()!)),
    ];

    public void Report(HintProblem problem) => _problems.Add(problem);

    private static bool IsHeader(string name, string? value) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && value is not null && value.All(c => c is >= ' ' and <= '~');

    private static bool IsPointer(string text) => text.StartsWith('/');

    private void Invalid(JsonNode? node, string hint, string what) => _problems.Add(new("VT007", node, hint, what));

    private void DemandKnown(JsonObject holder, string[] known, string where)
    {
        foreach (var (name, value) in holder.Where(p => p.Key.StartsWith("x-video-", StringComparison.Ordinal) && !known.Contains(p.Key)))
        {
            Invalid(value, name, $"no such hint is known at {where}; known are {string.Join(", ", known)}");
        }
    }

    private void ReadOperations(IReadOnlyList<DocumentOperation> operations)
    {
        foreach (var (role, value) in Root.Object("x-video-operations") ?? [])
        {
            if (OperationHints.ParseRole(role) is null && !role.Equals("none", StringComparison.OrdinalIgnoreCase))
            {
                Invalid(value, "x-video-operations", $"'{role}' is no role; roles are {Roles}");
            }
            else if (value.AsText() is not { } key || !OperationHints.TryParseKey(key, out var method, out var path))
            {
                Invalid(value, "x-video-operations", "an operation is written as 'GET /v1/videos/{id}'");
            }
            else if (!operations.Any(o => o.Path == path && o.Method == method))
            {
                _problems.Add(new("VT006", value, "x-video-operations", key, "the document has no such operation"));
            }
        }

        foreach (var operation in operations)
        {
            DemandKnown(operation.Node, AtOperation, "an operation");
            ReadFieldNames(operation.Node);
            ReadRequestNames(operation.Node);
            ReadHeaders(operation.Node);
            if (operation.Node.Value("x-video-operation") is { } word && OperationHints.ParseRole(word.AsText()) is null && word.AsText() is not "none")
            {
                Invalid(word, "x-video-operation", $"'{word.AsScalar()}' is no role; roles are {Roles}");
            }

            if (operation.Node.Value("x-video-id") is { } id)
            {
                CheckId(operation, id);
            }
        }

        foreach (var item in operations.Select(o => o.Item).Distinct())
        {
            DemandKnown(item, ["x-video-fields", "x-video-request"], "a path item");
            ReadFieldNames(item);
            ReadRequestNames(item);
        }

        ReadFieldNames(Root);
        ReadRequestNames(Root);
        ReadHeaders(Root);
    }

    private void ReadHeaders(JsonObject holder)
    {
        if (holder.Value("x-video-headers") is { } value && (value is not JsonObject headers || headers.Any(h => !IsHeader(h.Key, h.Value.AsScalar()))))
        {
            Invalid(value, "x-video-headers", "it is a map of header names to texts in ASCII");
        }
    }

    private static string Roles => string.Join(", ", Enum.GetNames<VideoRole>().Select(n => n.ToLowerInvariant())) + " and none";

    private void CheckId(DocumentOperation operation, JsonNode node)
    {
        var place = OperationHints.IdOf(operation);
        if (place is null || (place.Location != "body" && !operation.Parameters.Any(p => p.Location == place.Location && p.Name == place.Name)
            && !(place.Location == "path" && operation.Segments.Contains($"{{{place.Name}}}"))))
        {
            _problems.Add(new("VT006", node, "x-video-id", node.AsScalar() ?? "", $"{operation} has no such parameter; a property of the body is written as 'body:name'"));
        }
    }

    private void ReadFieldNames(JsonObject holder)
    {
        if (holder.Value("x-video-fields") is { } value and not JsonObject)
        {
            Invalid(value, "x-video-fields", "it is a map of canonical fields to JSON Pointers");
        }

        foreach (var (name, pointer) in holder.Object("x-video-fields") ?? [])
        {
            if (!Fields.ContainsKey(NameWords.Squash(name)))
            {
                Invalid(pointer, "x-video-fields", $"'{name}' is no canonical field; fields are id, status, progress, model, prompt, created_at, completed_at, expires_at, duration, size, width, height, video_url, error, error_code and error_message");
            }
            else if ((pointer.AsText() ?? pointer.Text("pointer")) is not { } text || !IsPointer(text))
            {
                Invalid(pointer, "x-video-fields", $"the place of '{name}' is a JSON Pointer such as /data/status");
            }
            else if (pointer.Text("unit") is { } unit)
            {
                AddUnit(name, unit, pointer);
            }
        }
    }

    private void ReadRequestNames(JsonObject holder)
    {
        if (holder.Value("x-video-request") is { } value and not JsonObject)
        {
            Invalid(value, "x-video-request", "it is a map of canonical request fields to JSON Pointers");
        }

        foreach (var (name, pointer) in holder.Object("x-video-request") ?? [])
        {
            if (name == "values")
            {
                continue;
            }

            if (!RequestFields.ContainsKey(NameWords.Squash(name)))
            {
                Invalid(pointer, "x-video-request", $"'{name}' is no canonical field of a request; they are prompt, model, seconds, size, width, height, input_reference and values");
            }
            else if ((pointer.AsText() ?? pointer.Text("pointer")) is not { } text || !IsPointer(text))
            {
                Invalid(pointer, "x-video-request", $"the place of '{name}' is a JSON Pointer such as /input/prompt");
            }
            else if (pointer.Value("shape") is { } shape && InputShape.ReadHint(shape) is { Count: 0 })
            {
                Invalid(shape, "x-video-request", $"'{shape.AsScalar()}' is no shape of an input reference; shapes are {InputShape.Known}, alone or in a map from model names");
            }
        }
    }

    private void ReadUnits(JsonObject holder)
    {
        foreach (var (name, value) in holder.Object("x-video-units") ?? [])
        {
            AddUnit(name, value.AsText() ?? "", value);
        }
    }

    private void AddUnit(string name, string unit, JsonNode? node)
    {
        if (!Fields.TryGetValue(NameWords.Squash(name), out var field))
        {
            Invalid(node, "x-video-units", $"'{name}' is no canonical field");
        }
        else if (!Units.Contains(unit) && !IsOffset(unit))
        {
            Invalid(node, "x-video-units", $"'{unit}' is no unit; units are {string.Join(", ", Units.Order(StringComparer.Ordinal))}");
        }
        else
        {
            FieldUnits.TryAdd(field, unit);
        }
    }

    private void ReadStatus()
    {
        foreach (var (word, value) in Root.Object("x-video-status") ?? [])
        {
            var status = Statuses.FirstOrDefault(s => NameWords.Squash(s) == NameWords.Squash(value.AsText() ?? ""));
            if (status is null)
            {
                Invalid(value, "x-video-status", $"'{value.AsScalar()}' is no status; they are unknown, queued, in_progress, completed, failed, cancelled and expired");
            }
            else
            {
                StatusWords.Add((word, status, value));
            }
        }
    }

    private void ReadAuth()
    {
        var value = Root.Value("x-video-auth");
        if (value.AsText() is "none")
        {
            NeedsNoKey = true;
        }
        else if (value is JsonObject auth)
        {
            var place = auth.Text("in") ?? "header";
            var name = auth.Text("name") ?? (place == "header" ? "Authorization" : null);
            var scheme = auth.Text("scheme");
            if (place is not ("header" or "query") || name is null || name.Length == 0 || !(name + scheme).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            {
                Invalid(value, "x-video-auth", "it takes 'in' (header or query), 'name', and 'scheme' (the word before the key; none for the key alone)");
                return;
            }

            Security = new(place, name, string.IsNullOrEmpty(scheme) || place == "query" ? null : scheme, "x-video-auth", value);
        }
        else if (value is not null)
        {
            Invalid(value, "x-video-auth", "it is a map with in, name and scheme, or the word none");
        }
    }

    private void ReadScalars()
    {
        if (Root.Value("x-video-poll-interval") is { } interval)
        {
            PollInterval = interval.AsNumber() is > 0 and <= 86400 and var seconds ? seconds : null;
            if (PollInterval is null)
            {
                Invalid(interval, "x-video-poll-interval", "it is a number of seconds, above 0 and at most 86400");
            }
        }

        if (Root.Value("x-video-idempotent") is { } idempotent)
        {
            IsIdempotent = idempotent.AsBoolean() ?? false;
            if (idempotent.AsBoolean() is null)
            {
                Invalid(idempotent, "x-video-idempotent", "it is true or false");
            }
        }

        if (Root.Value("x-video-content-url") is { } content)
        {
            ContentUrlNeedsKey = content.Value("needs-key").AsBoolean() ?? false;
            if (content.Value("needs-key").AsBoolean() is null)
            {
                Invalid(content, "x-video-content-url", "it takes 'needs-key', true or false");
            }
        }

        if (Root.Value("x-video-base-url") is { } url)
        {
            BaseUrl = url.AsText();
            if (BaseUrl is null || !(BaseUrl.StartsWith('/') || BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || BaseUrl.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
            {
                BaseUrl = null;
                Invalid(url, "x-video-base-url", "it is an http or https URL, or a path that replaces that of the server");
            }
        }

        (ContentId, ContentIdNode) = ReadPointer("x-video-content-id");
        (ItemsPointer, _) = ReadPointer("x-video-list");
    }

    private (string? Pointer, JsonNode? Node) ReadPointer(string hint)
    {
        if (Root.Value(hint) is not { } node)
        {
            return (null, null);
        }

        if (node.AsText() is { } pointer && IsPointer(pointer))
        {
            return (pointer, node);
        }

        Invalid(node, hint, "it is a JSON Pointer such as /data/items");
        return (null, node);
    }
}
