using System.Text.Json.Nodes;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>Schemas with both a oneOf and an anyOf, of which Kiota takes neither: one union has the parts of both.</summary>
internal static class Unions
{
    public static void Apply(IEnumerable<JsonObject> schemas)
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
}
