using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>Unions of which Kiota makes nothing.</summary>
internal static class Unions
{
    /// <summary>Of a schema with both a oneOf and an anyOf Kiota takes neither: one union gets the parts of both.</summary>
    public static void Join(IEnumerable<JsonObject> schemas)
    {
        foreach (var schema in schemas)
        {
            if (schema.Array("oneOf") is { } one && schema.Array("anyOf") is { } any)
            {
                schema.Remove("anyOf");
                foreach (var part in any.ToList())
                {
                    any.Remove(part);
                    one.Add(part);
                }
            }
        }
    }

    /// <summary>
    /// A choice of one part that stands there itself is that part; where it says no more than that it is an object, Kiota gives up.
    /// </summary>
    public static void Unwrap(IEnumerable<JsonObject> schemas)
    {
        foreach (var schema in schemas.Where(static s => s["discriminator"] is null))
        {
            foreach (var keyword in (string[])["oneOf", "anyOf"])
            {
                if (schema[keyword] is JsonArray { Count: 1 } parts && parts[0] is JsonObject only && only["$ref"] is null)
                {
                    schema.Remove(keyword);
                    foreach (var (name, value) in only.ToList())
                    {
                        only.Remove(name);
                        schema.TryAdd(name, value);
                    }
                }
            }
        }
    }
}
