using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Schemas;

/// <summary>
/// How a request carries an image or a video to start from: <c>url</c> (text), <c>urls</c> (array of texts), <c>object:KEY</c> and <c>objects:KEY</c>
/// (one or an array of <c>{KEY: url}</c>), <c>parts:KEY</c> (added to an array of parts, each <c>{type: KEY, KEY: url}</c>), <c>file</c> (a part of a
/// multipart body).
/// A KEY may be followed by what else the object holds: <c>object:url;type=image</c>.
/// </summary>
internal static class InputShape
{
    public const string Known = "url, urls, object:KEY, objects:KEY, parts:KEY and file";

    private static readonly string[] UrlNames = ["imageurl", "url", "image", "uri", "videourl", "bytesbase64encoded"];

    public static bool IsKnown(string shape) =>
        shape is "url" or "urls" or "file"
            || (shape.Contains(':', StringComparison.Ordinal) && shape.Split(':', 2) is ["object" or "objects" or "parts", { Length: > 0 }]);

    /// <summary>
    /// A hint's shape, or a map from model names (with <c>*</c>) to shapes; each as <c>shape</c> or <c>shape model</c>. Empty when it is none.
    /// </summary>
    public static IReadOnlyList<string> ReadHint(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            var shapes = map.Select(m => (Model: m.Key, Shape: m.Value.AsText())).ToList();
            return shapes.TrueForAll(s => s.Shape is not null && IsKnown(s.Shape)) ? [.. shapes.Select(s => $"{s.Shape} {s.Model}")] : [];
        }

        return node.AsText() is { } shape && IsKnown(shape) ? [shape] : [];
    }

    /// <summary>The shapes that a schema takes, in the order of the document.</summary>
    public static IReadOnlyList<string> Of(SchemaReader schemas, JsonNode? schema)
    {
        var shapes = new List<string>();
        Add(schemas, schemas.Resolve(schema), shapes, 0);
        return [.. shapes.Distinct(StringComparer.Ordinal)];
    }

    private static void Add(SchemaReader schemas, JsonObject? schema, List<string> shapes, int depth)
    {
        if (schema is null || depth > 8)
        {
            return;
        }

        if (schemas.Variants(schema).Any() && schema.Object("properties") is null)
        {
            foreach (var keyword in (string[])["oneOf", "anyOf"])
            {
                foreach (var (variant, discriminator) in Discriminators.Of(schemas, schema, keyword))
                {
                    var inner = new List<string>();
                    Add(schemas, variant, inner, depth + 1);
                    shapes.AddRange(inner.Select(shape => With(shape, discriminator)));
                }
            }

            schemas.Parts(schema, "allOf").ToList().ForEach(v => Add(schemas, v, shapes, depth + 1));
            return;
        }

        switch (schemas.TypeOf(schema))
        {
            case "file":
                shapes.Add("file");
                break;
            case "string":
                shapes.Add("url");
                break;
            case "array":
                var inner = new List<string>();
                Add(schemas, schemas.Resolve(schemas.ItemsOf(schema)), inner, depth + 1);
                shapes.AddRange(
                    inner.Select(
                        i => i switch { "url" => "urls", "file" => "file", _ when i.StartsWith("object:", StringComparison.Ordinal) => "objects:"
                            + i[7..], _ => i }));
                break;
            default:
                var properties = schemas.Properties(schema);
                if (UrlNames.Select(n => properties.FirstOrDefault(p => NameComparer.Normalize(p.Name) == n))
                    .FirstOrDefault(p => p.Name is not null) is { Name: not null } url)
                {
                    var constants = properties.Where(p => p.Name != url.Name).Select(p => (p.Name, Value: schemas.OnlyValue(p.Schema).AsText()));
                    shapes.Add(
                        constants.Where(c => c.Value is not null)
                            .Aggregate("object:" + url.Name + Nested(schemas, url), (shape, c) => With(shape, (c.Name, c.Value!))));
                }

                break;
        }
    }

    private static string With(string shape, (string Name, string Value)? constant) =>
        constant is not var (name, value)
            || !shape.Contains(':', StringComparison.Ordinal)
            || shape.Split(';').Skip(1).Any(c => c.StartsWith(name + "=", StringComparison.Ordinal))
            ? shape : $"{shape};{name}={value}";

    // {"image_url": {"url": "…"}}, as chat messages have it.
    private static string Nested(SchemaReader schemas, SchemaProperty property) =>
        schemas.Properties(property.Schema).FirstOrDefault(p => p.Name == "url").Name is { } name ? "/" + name : "";
}
