using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Hints;

/// <summary>Reads and checks the hints of a document.</summary>
internal sealed class VideoHintReader
{
    private readonly VideoHints _hints;

    private VideoHintReader(VideoHints hints) => _hints = hints;

    public static VideoHints Read(JsonObject root, IReadOnlyList<DocumentOperation> operations)
    {
        var reader = new VideoHintReader(new VideoHints(root));
        reader.EnsureKnown(root, HintWords.AtRoot, "the document's root");
        reader.ReadOperations(operations);
        reader.ReadStatus();
        reader.ReadAuth();
        reader.ReadScalars();
        reader.ReadUnits(root);
        return reader._hints;
    }

    private void Invalid(JsonNode? node, string hint, string what) => _hints.Report(new("VT007", node, hint, what));

    private void EnsureKnown(JsonObject holder, string[] known, string where)
    {
        foreach (var (name, value) in holder.Where(p => p.Key.StartsWith("x-video-", StringComparison.Ordinal) && !known.Contains(p.Key)))
        {
            Invalid(value, name, $"no such hint is known at {where}; known are {string.Join(", ", known)}");
        }
    }

    private void ReadOperations(IReadOnlyList<DocumentOperation> operations)
    {
        foreach (var (role, value) in _hints.Root.Object("x-video-operations") ?? [])
        {
            if (OperationHints.ParseRole(role) is null && !role.Equals("none", StringComparison.OrdinalIgnoreCase))
            {
                Invalid(value, "x-video-operations", $"'{role}' is no role; roles are {HintWords.Roles}");
            }
            else if (value.AsText() is not { } key || !OperationHints.TryParseKey(key, out var method, out var path))
            {
                Invalid(value, "x-video-operations", "an operation is written as 'GET /v1/videos/{id}'");
            }
            else if (!operations.Any(o => o.Path == path && o.Method == method))
            {
                _hints.Report(new("VT006", value, "x-video-operations", key, "the document has no such operation"));
            }
        }

        foreach (var operation in operations)
        {
            EnsureKnown(operation.Node, HintWords.AtOperation, "an operation");
            ReadFieldNames(operation.Node);
            ReadRequestNames(operation.Node);
            ReadTexts(operation.Node);
            if (operation.Node.Value("x-video-operation") is { } word && OperationHints.ParseRole(word.AsText()) is null && word.AsText() is not "none")
            {
                Invalid(word, "x-video-operation", $"'{word.AsScalar()}' is no role; roles are {HintWords.Roles}");
            }

            if (operation.Node.Value("x-video-id") is { } id)
            {
                CheckId(operation, id);
            }
        }

        foreach (var item in operations.Select(o => o.Item).Distinct())
        {
            EnsureKnown(item, HintWords.AtPathItem, "a path item");
            ReadFieldNames(item);
            ReadRequestNames(item);
        }

        ReadFieldNames(_hints.Root);
        ReadRequestNames(_hints.Root);
        ReadTexts(_hints.Root);
    }

    private void ReadTexts(JsonObject holder)
    {
        foreach (var hint in (string[])["x-video-headers", "x-video-query", "x-video-path"])
        {
            if (holder.Value(hint) is { } value && (value is not JsonObject texts || texts.Any(t => !HintWords.IsSendable(hint, t.Key, t.Value.AsScalar()))))
            {
                Invalid(value, hint, hint == "x-video-headers" ? "it is a map of header names to texts in ASCII" : "it is a map of parameter names to texts");
            }
        }
    }

    private void CheckId(DocumentOperation operation, JsonNode node)
    {
        var place = OperationHints.IdOf(operation);
        if (place is null || (place.Location != ParameterLocation.Body && !operation.Parameters.Any(p => p.IsIn(place.Location) && p.Name == place.Name)
            && !(place.Location == ParameterLocation.Path && operation.Segments.Contains($"{{{place.Name}}}"))))
        {
            _hints.Report(new("VT006", node, "x-video-id", node.AsScalar() ?? "", $"{operation} has no such parameter; a property of the body is written as 'body:name'"));
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
            if (!HintWords.Fields.ContainsKey(NameWords.Normalize(name)))
            {
                Invalid(pointer, "x-video-fields", $"'{name}' is no canonical field; fields are id, status, progress, model, prompt, created_at, completed_at, expires_at, duration, size, width, height, video_url, error, error_code and error_message");
            }
            else if ((pointer.AsText() ?? pointer.Text("pointer")) is not { } text || !HintWords.IsPointer(text))
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

            if (!HintWords.RequestFields.ContainsKey(NameWords.Normalize(name)))
            {
                Invalid(pointer, "x-video-request", $"'{name}' is no canonical field of a request; they are prompt, model, seconds, size, width, height, input_reference and values");
            }
            else if ((pointer.AsText() ?? pointer.Text("pointer")) is not { } text || !HintWords.IsPointer(text))
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
        if (!HintWords.Fields.TryGetValue(NameWords.Normalize(name), out var field))
        {
            Invalid(node, "x-video-units", $"'{name}' is no canonical field");
        }
        else if (!HintWords.Units.Contains(unit) && !HintWords.IsOffset(unit))
        {
            Invalid(node, "x-video-units", $"'{unit}' is no unit; units are {string.Join(", ", HintWords.Units.Order(StringComparer.Ordinal))}");
        }
        else
        {
            _hints.FieldUnits.TryAdd(field, unit);
        }
    }

    private void ReadStatus()
    {
        foreach (var (word, value) in _hints.Root.Object("x-video-status") ?? [])
        {
            if (!HintWords.Statuses.TryGetValue(NameWords.Normalize(value.AsText() ?? ""), out var status))
            {
                Invalid(value, "x-video-status", $"'{value.AsScalar()}' is no status; they are unknown, queued, in_progress, completed, failed, cancelled and expired");
            }
            else
            {
                _hints.StatusWords.Add((word, status, value));
            }
        }
    }

    private void ReadAuth()
    {
        var value = _hints.Root.Value("x-video-auth");
        if (value.AsText() is "none")
        {
            _hints.NeedsNoKey = true;
        }
        else if (value is JsonObject auth)
        {
            var isKnown = DescriptionWords.KeyLocations.TryFind(auth.Text("in") ?? "header", out var place);
            var name = auth.Text("name") ?? (place == ParameterLocation.Header ? "Authorization" : null);
            var scheme = auth.Text("scheme");
            if (!isKnown || name is null || name.Length == 0 || !(name + scheme).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            {
                Invalid(value, "x-video-auth", "it takes 'in' (header or query), 'name', and 'scheme' (the word before the key; none for the key alone)");
                return;
            }

            _hints.Security = new(place, name, string.IsNullOrEmpty(scheme) || place == ParameterLocation.Query ? null : scheme, "x-video-auth", value);
        }
        else if (value is not null)
        {
            Invalid(value, "x-video-auth", "it is a map with in, name and scheme, or the word none");
        }
    }

    private void ReadScalars()
    {
        if (_hints.Root.Value("x-video-poll-interval") is { } interval)
        {
            _hints.PollInterval = interval.AsNumber() is > 0 and <= 86400 and var seconds ? seconds : null;
            if (_hints.PollInterval is null)
            {
                Invalid(interval, "x-video-poll-interval", "it is a number of seconds, above 0 and at most 86400");
            }
        }

        if (_hints.Root.Value("x-video-idempotent") is { } idempotent)
        {
            _hints.IsIdempotent = idempotent.AsBoolean() ?? false;
            if (idempotent.AsBoolean() is null)
            {
                Invalid(idempotent, "x-video-idempotent", "it is true or false");
            }
        }

        if (_hints.Root.Value("x-video-content-url") is { } content)
        {
            _hints.ContentUrlNeedsKey = content.Value("needs-key").AsBoolean() ?? false;
            if (content.Value("needs-key").AsBoolean() is null)
            {
                Invalid(content, "x-video-content-url", "it takes 'needs-key', true or false");
            }
        }

        if (_hints.Root.Value("x-video-base-url") is { } url)
        {
            _hints.BaseUrl = url.AsText();
            if (_hints.BaseUrl is null || !(_hints.BaseUrl.StartsWith('/') || _hints.BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || _hints.BaseUrl.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
            {
                _hints.BaseUrl = null;
                Invalid(url, "x-video-base-url", "it is an http or https URL, or a path that replaces that of the server");
            }
        }

        (_hints.ContentId, _hints.ContentIdNode) = ReadPointer("x-video-content-id");
        (_hints.ItemsPointer, _) = ReadPointer("x-video-list");
    }

    private (string? Pointer, JsonNode? Node) ReadPointer(string hint)
    {
        if (_hints.Root.Value(hint) is not { } node)
        {
            return (null, null);
        }

        if (node.AsText() is { } pointer && HintWords.IsPointer(pointer))
        {
            return (pointer, node);
        }

        Invalid(node, hint, "it is a JSON Pointer such as /data/items");
        return (null, node);
    }
}
