using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Hints;

/// <summary>Reads and checks the hints of a document by the table of hints.</summary>
internal sealed class VideoHintReader
{
    private const string Prefix = "x-video-";

    private readonly VideoHints _hints;
    private readonly HashSet<JsonObject> _holders = new(ReferenceEqualityComparer.Instance);

    private VideoHintReader(VideoHints hints) => _hints = hints;

    public static VideoHints Read(JsonObject root, IReadOnlyList<DocumentOperation> operations)
    {
        var reader = new VideoHintReader(new VideoHints(root));
        reader.Read(root, HintPlaces.Root, "the document's root");
        foreach (var operation in operations)
        {
            reader.Read(operation.Node, HintPlaces.Operation, "an operation");
            reader.ReadId(operation);
        }

        foreach (var item in operations.Select(o => o.Item).Distinct())
        {
            reader.Read(item, HintPlaces.PathItem, "a path item");
        }

        reader.ReadFieldUnits(operations);
        reader.CheckOperations(operations);
        reader.ReportElsewhere(root, isMap: false, depth: 0);
        return reader._hints;
    }

    private void Invalid(JsonNode? node, string hint, string what) => _hints.Report(new("VT007", node, hint, what));

    private void Read(JsonObject holder, HintPlaces place, string where)
    {
        if (!_holders.Add(holder))
        {
            return;
        }

        foreach (var (name, value) in holder.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var row = HintTable.Rows.FirstOrDefault(r => r.Name == name && r.Places.HasFlag(place));
            if (row is null)
            {
                Invalid(value ?? holder, name, $"at {where}: {NearestName.Unknown("hint", name, HintTable.NamesAt(place))}");
                continue;
            }

            var faults = row.Value.Faults(value, value ?? holder).ToList();
            faults.ForEach(f => Invalid(f.At, name, f.What));
            if (faults.Count == 0 && place == HintPlaces.Root)
            {
                row.Set?.Invoke(_hints, value!);
            }
        }
    }

    // A hint that stands where nobody looks for it.
    private void ReportElsewhere(JsonNode? node, bool isMap, int depth)
    {
        const int deepest = 200;
        if (depth > deepest)
        {
            return;
        }

        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                ReportElsewhere(item, isMap: false, depth + 1);
            }

            return;
        }

        foreach (var (name, value) in node as JsonObject ?? [])
        {
            if (!isMap && name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                if (!_holders.Contains((JsonObject)node!))
                {
                    Invalid(value ?? node, name, $"no hint is read here; it stands at {Places(name)}");
                }
            }
            else if (value is not JsonValue && (isMap || !IsData(name)))
            {
                ReportElsewhere(value, !isMap && (References.NamesAreFree(name) || name == "parameters"), depth + 1);
            }
        }
    }

    private static bool IsData(string name) =>
        name is "example" or "examples" or "default" or "enum" or "const" or "value" or "security" or "mapping" or "variables" or "scopes"
        || name.StartsWith("x-", StringComparison.Ordinal);

    private static string Places(string name) => HintTable.Rows.FirstOrDefault(r => r.Name == name) is { } row
        ? string.Join(" or ", Enum.GetValues<HintPlaces>().Where(p => row.Places.HasFlag(p)).Select(p => p switch
        {
            HintPlaces.Root => "the document's root",
            HintPlaces.PathItem => "a path item",
            _ => "an operation",
        }))
        : "the document's root or an operation";

    private void CheckOperations(IReadOnlyList<DocumentOperation> operations)
    {
        foreach (var (_, value) in _hints.Root.Object("x-video-operations") ?? [])
        {
            if (value.AsText() is { } key
                && OperationHints.TryParseKey(key, out var method, out var path)
                && !operations.Any(o => o.Path == path && o.Method == method))
            {
                var nearest = NearestName.Find(key, operations.Select(o => o.ToString()));
                _hints.Report(
                    new(
                        "VT006", value, "x-video-operations", key, $"the document has no such "
                            + $"operation{(nearest is null ? "" : $": did you mean '{nearest}'?")}"));
            }
        }
    }

    private void ReadId(DocumentOperation operation)
    {
        if (operation.Node.Value("x-video-id") is not { } node || node.AsText() is not { Length: > 0 } text)
        {
            return;
        }

        var place = OperationHints.IdOf(operation);
        if (place is { Location: ParameterLocation.Body })
        {
            if (operation.Body is null && operation.Method is "GET" or "DELETE")
            {
                _hints.Report(new("VT006", node, "x-video-id", text, $"{operation} has no body"));
            }
        }
        else if (place is null || (!operation.Parameters.Any(p => p.IsIn(place.Location) && p.Name == place.Name)
            && !(place.Location == ParameterLocation.Path && operation.PathParameters.Contains(place.Name))))
        {
            _hints.Report(
                new("VT006", node, "x-video-id", text, $"{operation} has no such parameter; a property of the body is written as 'body:name'"));
        }
    }

    private void ReadFieldUnits(IReadOnlyList<DocumentOperation> operations)
    {
        var fields = operations.SelectMany(o => new[] { o.Node, o.Item }).Append(_hints.Root).Distinct()
            .SelectMany(h => h.Object("x-video-fields") ?? []).Select(f => (f.Key, Unit: f.Value.Text("unit")));
        foreach (var (name, word) in fields.Concat((_hints.Root.Object("x-video-units") ?? []).Select(u => (u.Key, Unit: u.Value.AsText()))))
        {
            if (HintWords.Fields.TryGetValue(NameComparer.Normalize(name), out var field) && HintWords.UnitOf(word) is { } unit)
            {
                _hints.FieldUnits.TryAdd(field, unit);
            }
        }
    }
}
