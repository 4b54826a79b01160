using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Requests;

/// <summary>Adds to the recognised fields of a body the others that it has, and what of them all is required.</summary>
internal sealed class BodyMembers(SchemaReader schemas)
{
    private const int Deepest = 6;
    private const int Most = 200;

    /// <summary>Gives a member of the body a value, whether or not a field is there already.</summary>
    public static void SetValue(
        List<RecognizedRequestField> fields, string pointer, JsonNode value, string reason, JsonNode? node, IReadOnlyList<string>? words = null)
    {
        var at = fields.FindIndex(f => f.Location == ParameterLocation.Body && f.Pointer == pointer);
        if (at < 0)
        {
            fields.Add(new(null, pointer, "any", reason, node) { Value = value.DeepClone(), Words = words ?? [] });
        }
        else
        {
            fields[at] =
                fields[at] with { Value = value.DeepClone(), Words = words ?? [], Reason = fields[at].Name is null ? reason : fields[at].Reason };
        }
    }

    /// <summary>Makes sure that a value is sent although nothing else is in what holds it.</summary>
    public static void RequireHolders(List<RecognizedRequestField> fields, string pointer)
    {
        for (var holder = JsonPointer.Parent(pointer); holder.Length > 0; holder = JsonPointer.Parent(holder))
        {
            if (!fields.Exists(f => f.Pointer == holder))
            {
                fields.Add(new(null, holder, "object", "holds what a hint gives", null) { IsRequired = true });
            }
        }
    }

    public void AddTo(List<RecognizedRequestField> fields, JsonNode? body)
    {
        var known = fields.Where(f => f.Location == ParameterLocation.Body).Select(f => f.Pointer).ToList();
        Add(fields, known, "", body, 0);
    }

    private void Add(List<RecognizedRequestField> fields, List<string> known, string scope, JsonNode? schema, int depth)
    {
        var required = schemas.Required(schema);
        foreach (var property in depth < Deepest ? schemas.Properties(schema) : [])
        {
            var resolved = schemas.Resolve(property.Schema);
            if (resolved.Value("readOnly").AsBoolean() == true || fields.Count > Most)
            {
                continue;
            }

            var pointer = $"{scope}/{JsonPointer.Escape(property.Name)}";
            var isRequired = required.Contains(property.Name);
            AddOne(fields, pointer, property.Schema, isRequired);
            var isHolder = known.Exists(k => k.StartsWith(pointer + "/", StringComparison.Ordinal));
            if (isHolder || (isRequired && schemas.TypeOf(property.Schema) == "object"))
            {
                var items = schemas.ItemsOf(property.Schema);
                Add(fields, known, items is null ? pointer : pointer + "/0", items ?? property.Schema, depth + 1);
            }
        }
    }

    private void AddOne(List<RecognizedRequestField> fields, string pointer, JsonNode schema, bool isRequired)
    {
        var at = fields.FindIndex(f => f.Location == ParameterLocation.Body && f.Pointer == pointer);
        var field = at >= 0 ? fields[at] : new(null, pointer, schemas.TypeOf(schema), "the vendor's own", schema);
        var words = schemas.EnumWords(schema).Select(w => w.Word).ToList();
        var value = isRequired ? schemas.OnlyValue(schema) ?? schemas.Resolve(schema).Value("default")?.DeepClone() : null;
        field =
            field with { IsRequired = isRequired
                || field.IsRequired, Words = field.Words.Count > 0 ? field.Words : words, Value = field.Value ?? value, Node = field.Node ?? schema };
        if (at >= 0)
        {
            fields[at] = field;
        }
        else
        {
            fields.Add(field);
        }
    }
}
