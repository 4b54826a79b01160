using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>
/// Finds the canonical fields in the schema of an answer. First the object that is the task (the answer, or what its envelope wraps),
/// then the fields in it, then the URL of the video in what it holds, then what only the envelope has.
/// </summary>
internal sealed class FieldRecognizer(SchemaReader schemas)
{
    private const int DeepestEnvelope = 3;
    private const int MostScopes = 64;

    private readonly List<RecognizedField> _incompatible = [];

    /// <summary>Properties that are called like a field which nothing else is, and whose type can't hold it; of the last recognition.</summary>
    public IReadOnlyList<RecognizedField> Incompatible => _incompatible;

    /// <param name="schema">The schema of the answer.</param>
    /// <param name="id">What the operation that reads a task calls its id; null when that is not known.</param>
    public IReadOnlyList<RecognizedField> Recognize(JsonNode? schema, string? id = null)
    {
        _incompatible.Clear();
        if (schema is null)
        {
            return [];
        }

        var task = FindTask(schema);
        var fields = new List<RecognizedField>();
        foreach (var (name, synonyms) in FieldNames.OfTask)
        {
            var named = name == VideoTaskField.Id && id is not null ? FindNamed(schema, NameComparer.Normalize(id)) : null;
            var field = (IsId(id) ? named : null) ?? Find(task, name, synonyms) ?? named
                ?? (name == VideoTaskField.VideoUrl ? FindHeldUrl(task) : null);
            if (field is null && task.Pointer.Length > 0 && name is not (VideoTaskField.Status or VideoTaskField.Error or VideoTaskField.Id))
            {
                field = Find(new Scope(schema, ""), name, synonyms);
            }

            if (field is null && name == VideoTaskField.Id && task.Holder is { } holder)
            {
                // An id stands beside the attributes of what it is the id of.
                field = Find(holder, name, synonyms);
            }

            if (field is not null)
            {
                fields.Add(field);
            }
            else
            {
                NoteIncompatible(task, name, synonyms);
            }
        }

        return fields;
    }

    /// <summary>The names, normalized, of the texts and numbers that <see cref="FindNamed"/> finds.</summary>
    public IReadOnlySet<string> ValueNames(JsonNode? schema) => Levels(schema).SelectMany(l => l).SelectMany(s => schemas.Properties(s.Schema))
        .Where(p => schemas.TypeOf(p.Schema) is "string" or "integer").Select(p => NameComparer.Normalize(p.Name))
        .Where(n => n.Length > 0)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The text or number of this name nearest to the top of an answer; null where there is none.</summary>
    public RecognizedField? FindNamed(JsonNode? schema, string normalized)
    {
        foreach (var scope in normalized.Length == 0 ? [] : Levels(schema).SelectMany(l => l))
        {
            if (schemas.Properties(scope.Schema)
                .FirstOrDefault(
                    p => NameComparer.Normalize(p.Name) == normalized
                        && schemas.TypeOf(p.Schema) is "string" or "integer") is { Name: not null } found)
            {
                return Describe(
                    VideoTaskField.Id, $"{scope.Pointer}/{JsonPointer.Escape(found.Name)}", found.Schema,
                    $"property '{found.Name}'{Where(scope)}, as "
                        + $"the id of the task is called where it is read");
            }
        }

        return null;
    }

    // The answer, the objects in it, and those in them.
    private IEnumerable<List<Scope>> Levels(JsonNode? schema)
    {
        var level = schema is null ? [] : new List<Scope> { new(schema, "") };
        for (var depth = 0; depth <= DeepestEnvelope && level.Count > 0; depth++)
        {
            yield return level;
            level =
                [.. level.SelectMany(s => schemas.Properties(s.Schema).Select(p => new Scope(p.Schema, $"{s.Pointer}/{JsonPointer.Escape(p.Name)}")))
                .Where(s => schemas.TypeOf(s.Schema) == "object").Take(MostScopes)];
        }
    }

    /// <summary>The pointer of the array of tasks in the answer of a list; null when there is none.</summary>
    public string? FindItems(JsonNode? schema)
    {
        if (schemas.TypeOf(schema) == "array")
        {
            return "";
        }

        var arrays = schemas.Properties(schema).Where(p => schemas.TypeOf(p.Schema) == "array").ToList();
        if (arrays.Count > 0)
        {
            var best = arrays.FindIndex(p => Weight(schemas.Properties(schemas.ItemsOf(p.Schema))) > 0);
            return "/" + JsonPointer.Escape(arrays[Math.Max(best, 0)].Name);
        }

        foreach (var property in schemas.Properties(schema).Where(p => FieldNames.Envelopes.Contains(NameComparer.Normalize(p.Name))))
        {
            var inner = schemas.Properties(property.Schema).FirstOrDefault(p => schemas.TypeOf(p.Schema) == "array");
            if (inner.Name is not null)
            {
                return $"/{JsonPointer.Escape(property.Name)}/{JsonPointer.Escape(inner.Name)}";
            }
        }

        return null;
    }

    /// <summary>What a hint's pointer leads to in a schema; null when it leads to nothing that the schema knows.</summary>
    public (JsonNode? Schema, bool IsOpen) Follow(JsonNode? schema, string pointer)
    {
        var current = schema;
        foreach (var segment in pointer.Split('/').Skip(1).Select(JsonPointer.Unescape))
        {
            var type = schemas.TypeOf(current);
            var items = schemas.ItemsOf(current);
            if (items is not null && (segment == "-" || segment.All(char.IsAsciiDigit)))
            {
                current = items;
                continue;
            }

            var properties = schemas.Properties(current);
            var property = properties.FirstOrDefault(p => p.Name == segment);
            if (property.Name is null)
            {
                return (null, type == "any" || (type == "object" && properties.Count == 0));
            }

            current = property.Schema;
        }

        return (current, false);
    }

    public RecognizedField Describe(VideoTaskField name, string pointer, JsonNode schema, string reason) =>
        new(
            name, pointer, schemas.TypeOf(schema), schemas.FormatOf(schema), schema, reason) { Words = name == VideoTaskField.Status
                ? StatusLabels.Of(schemas, schema)
                : [] };

    private Scope FindTask(JsonNode schema)
    {
        var best = new Scope(schema, "");
        var most = Weight(schemas.Properties(schema));
        Visit(best, 0);
        return best;

        void Visit(Scope scope, int depth)
        {
            if (depth == DeepestEnvelope)
            {
                return;
            }

            var properties = schemas.Properties(scope.Schema);
            var isTask = IsTask(properties);
            foreach (var property in properties.Where(
                p => FieldNames.Envelopes.Contains(NameComparer.Normalize(p.Name)) || (!isTask && depth == 0 && HoldsTask(p.Schema))))
            {
                var inner = new Scope(property.Schema, $"{scope.Pointer}/{JsonPointer.Escape(property.Name)}")
                {
                    Holder = NameComparer.Normalize(property.Name) == "attributes" ? scope : null,
                };
                var weight = Weight(schemas.Properties(property.Schema));
                if (weight > most)
                {
                    (best, most) = (inner, weight);
                }

                Visit(inner, depth + 1);
            }

            // No index: with several in the list, the reading of the raw body takes the one that has the id.
            foreach (var property in schemas.Properties(scope.Schema).Where(p => FieldNames.Lists.Contains(NameComparer.Normalize(p.Name))))
            {
                if (schemas.ItemsOf(property.Schema) is { } items && schemas.Properties(items) is var names && IsTask(names) && Weight(names) > most)
                {
                    (best, most) = (new Scope(items, $"{scope.Pointer}/{JsonPointer.Escape(property.Name)}/-"), Weight(names));
                }
            }
        }
    }

    // A path may call an id after the thing; then the answer's own id says more than what is called like the thing.
    private static bool IsId(string? name) => name is not null && NameWords.Of(name) is [.., "id" or "uuid"];

    // An object of any name is an envelope when it alone has what a task has.
    private bool HoldsTask(JsonNode schema)
    {
        var names = schemas.Properties(schema).Select(p => NameComparer.Normalize(p.Name)).ToHashSet(StringComparer.Ordinal);
        return names.Overlaps(FieldNames.OfTask[VideoTaskField.Status])
            && (names.Overlaps(FieldNames.OfTask[VideoTaskField.Id]) || names.Overlaps(FieldNames.OfTask[VideoTaskField.VideoUrl]));
    }

    private static bool IsTask(IReadOnlyList<SchemaProperty> properties)
    {
        var names = properties.Select(p => NameComparer.Normalize(p.Name)).ToHashSet(StringComparer.Ordinal);
        return names.Overlaps(FieldNames.OfTask[VideoTaskField.Id]) && names.Overlaps(FieldNames.OfTask[VideoTaskField.Status]);
    }

    // An id and a status make a task; what else it has only decides between two.
    private static int Weight(IReadOnlyList<SchemaProperty> properties)
    {
        var names = properties.Select(p => NameComparer.Normalize(p.Name)).ToHashSet(StringComparer.Ordinal);
        return FieldNames.OfTask.Where(f => names.Overlaps(f.Value))
            .Sum(f => f.Key is VideoTaskField.Id or VideoTaskField.Status ? 4 : f.Key is VideoTaskField.VideoUrl ? 2 : 1);
    }

    private RecognizedField? Find(Scope scope, VideoTaskField name, string[] synonyms)
    {
        foreach (var synonym in synonyms)
        {
            var matches = schemas.Properties(scope.Schema)
                .Where(p => NameComparer.Normalize(p.Name) == synonym && Fits(name, synonym, p.Schema))
                .ToList();
            if (matches.Count > 0)
            {
                var pointers = matches.Select(m => $"{scope.Pointer}/{JsonPointer.Escape(m.Name)}").ToList();
                return Describe(
                    name,
                    pointers[0],
                    matches[0].Schema,
                    $"property '{matches[0].Name}'{Where(scope)}") with { Ties = [.. pointers.Skip(1)], Lost = Lost(scope, name, synonyms, matches) };
            }
        }

        return null;
    }

    private List<string> Lost(Scope scope, VideoTaskField name, string[] synonyms, List<SchemaProperty> taken)
    {
        const int most = 3;
        return [.. schemas.Properties(scope.Schema).Where(p => synonyms.Contains(NameComparer.Normalize(p.Name)) && !taken.Contains(p)).Take(most)
            .Select(
                p => $"{scope.Pointer}/{JsonPointer.Escape(p.Name)}"
                    + (Fits(name, NameComparer.Normalize(p.Name), p.Schema) ? "" : $" ({schemas.TypeOf(p.Schema)})"))];
    }

    private void NoteIncompatible(Scope scope, VideoTaskField name, string[] synonyms)
    {
        foreach (var property in schemas.Properties(scope.Schema).Where(p => synonyms.Take(2).Contains(NameComparer.Normalize(p.Name))))
        {
            var type = schemas.TypeOf(property.Schema);
            var canHold = type == "any"
                || (name == VideoTaskField.VideoUrl && type is "object" or "array")
                || (name is VideoTaskField.Error or VideoTaskField.Progress && type == "array");
            if (!canHold)
            {
                _incompatible.Add(Describe(name, $"{scope.Pointer}/{JsonPointer.Escape(property.Name)}", property.Schema, "its type can't hold it"));
            }
        }
    }

    private RecognizedField? FindHeldUrl(Scope task)
    {
        foreach (var holder in FieldNames.Holders.Concat(FieldNames.OfTask[VideoTaskField.VideoUrl]))
        {
            foreach (var property in schemas.Properties(task.Schema).Where(p => NameComparer.Normalize(p.Name) == holder))
            {
                var here = $"{task.Pointer}/{JsonPointer.Escape(property.Name)}";
                var items = schemas.ItemsOf(property.Schema);
                var scope = items is null ? new Scope(property.Schema, here) : new Scope(items, here + "/0");
                if (items is not null && schemas.TypeOf(items) == "string")
                {
                    return Describe(VideoTaskField.VideoUrl, scope.Pointer, items, $"the first of '{property.Name}'{Where(task)}");
                }

                string[] synonyms = [.. FieldNames.OfTask[VideoTaskField.VideoUrl], .. holder is "video" or "videos" ? FieldNames.InVideo : []];
                if (Find(scope, VideoTaskField.VideoUrl, synonyms) is { } field)
                {
                    return field;
                }

                foreach (var inner in schemas.Properties(scope.Schema).Where(p => NameComparer.Normalize(p.Name) is "videos" or "video" or "outputs"))
                {
                    var pointer = $"{scope.Pointer}/{JsonPointer.Escape(inner.Name)}";
                    var innerItems = schemas.ItemsOf(inner.Schema);
                    if (Find(
                        innerItems is null
                            ? new Scope(inner.Schema, pointer)
                            : new Scope(innerItems, pointer + "/0"), VideoTaskField.VideoUrl, FieldNames.OfTask[VideoTaskField.VideoUrl]) is { } deep)
                    {
                        return deep;
                    }
                }
            }
        }

        return null;
    }

    private static string Where(Scope scope) => scope.Pointer.Length == 0 ? "" : $" of '{scope.Pointer}'";

    private bool Fits(VideoTaskField field, string synonym, JsonNode schema)
    {
        var type = schemas.TypeOf(schema);
        return field.KindOf() switch
        {
            VideoTaskFieldKind.Id or VideoTaskFieldKind.Text or VideoTaskFieldKind.Size => type is "string" or "integer",
            VideoTaskFieldKind.Error => type is "string" or "object",
            // A property 'video' is the URL when it is text, and a holder when it is an object.
            VideoTaskFieldKind.Url => type == "string" && !(synonym == "url" && NameComparer.Normalize(schemas.FormatOf(schema) ?? "") == "byte"),
            _ => type is "string" or "integer" or "number",
        };
    }

    private sealed record Scope(JsonNode Schema, string Pointer)
    {
        public Scope? Holder { get; init; }
    }
}
