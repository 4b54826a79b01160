using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Requests;

/// <summary>One of the bodies that an operation takes.</summary>
/// <param name="Schemas">The document without the others.</param>
/// <param name="Constants">What tells it apart, as a JSON Pointer and a text.</param>
internal sealed record BodyAlternative(SchemaReader Schemas, IReadOnlyList<(string Pointer, string Value)> Constants);

/// <summary>Takes the <c>oneOf</c> and <c>anyOf</c> of a body apart: a request may hold the fields of one alternative, not of several.</summary>
internal static class BodyAlternatives
{
    private const int Most = 16;
    private const int Deepest = 16;

    /// <summary>The alternatives in the order of the document; one, the body as it is, where it has none or too many.</summary>
    public static IReadOnlyList<BodyAlternative> Of(SchemaReader schemas, JsonNode? body)
    {
        var choices = new List<Choice>();
        Collect(schemas, "", schemas.Resolve(body), choices, new(ReferenceEqualityComparer.Instance), 0);
        IReadOnlyList<BodyAlternative> all = [new(schemas, [])];
        foreach (var choice in choices)
        {
            if (all.Count * choice.Parts.Count > Most)
            {
                break;
            }

            all = [.. all.SelectMany(a => Enumerable.Range(0, choice.Parts.Count).Select(i => choice.Take(a, i)))];
            all = choice.IsExclusive ? all : [.. all, new(schemas, [])];
        }

        return all;
    }

    private static void Collect(
        SchemaReader schemas, string pointer, JsonObject? schema, List<Choice> choices, HashSet<JsonObject> visited, int depth)
    {
        if (schema is null || depth > Deepest || !visited.Add(schema))
        {
            return;
        }

        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            var parts = Discriminators.Of(schemas, schema, keyword).Where(p => SaysSomething(schemas, p.Alternative)).ToList();
            if (parts.Count > 1)
            {
                choices.Add(new(pointer, parts, IsExclusive: keyword == "oneOf"));
            }
        }

        foreach (var part in schemas.Parts(schema, "allOf"))
        {
            Collect(schemas, pointer, part, choices, visited, depth + 1);
        }

        foreach (var property in pointer.Length == 0 ? schemas.Properties(schema) : [])
        {
            if (RequestRecognizer.IsWrapper(property.Name))
            {
                Collect(schemas, "/" + JsonPointer.Escape(property.Name), schemas.Resolve(property.Schema), choices, visited, depth + 1);
            }
        }
    }

    private static bool SaysSomething(SchemaReader schemas, JsonObject part) =>
        schemas.Properties(part).Count > 0 || schemas.Required(part).Count > 0;

    private sealed record Choice(
        string Pointer, IReadOnlyList<(JsonObject Alternative, (string Name, string Value)? Discriminator)> Parts, bool IsExclusive)
    {
        public BodyAlternative Take(BodyAlternative from, int index)
        {
            var (taken, discriminator) = Parts[index];
            var others = Parts.Select(p => p.Alternative).Where(p => p != taken);
            return new(
                from.Schemas.Without(others),
                discriminator is var (name, value) ? [.. from.Constants, ($"{Pointer}/{JsonPointer.Escape(name)}", value)] : from.Constants);
        }
    }
}
