using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>Finds the id of a file in the answer about its task, for vendors whose content operation takes another id than the task's.</summary>
internal static class ContentIdentity
{
    /// <summary>The JSON Pointer of the file's id; null when the answer holds none or the file goes by the task's own id.</summary>
    /// <param name="schemas">The document's schemas.</param>
    /// <param name="get">The operation that reads the task.</param>
    /// <param name="name">The parameter of the content operation, such as <c>file_id</c> or <c>generation-id</c>.</param>
    /// <param name="taskName">The parameter of the operation that reads the task.</param>
    public static string? Find(SchemaReader schemas, DocumentOperation get, string name, string? taskName)
    {
        var wanted = NameComparer.Normalize(name);
        if (!wanted.EndsWith("id", StringComparison.Ordinal)
            || wanted is "id" or "videoid" or "taskid"
            || (taskName is not null && wanted == NameComparer.Normalize(taskName)))
        {
            return null;
        }

        return Search(schemas, get.ResponseSchema, "", wanted, 0);
    }

    private static string? Search(SchemaReader schemas, JsonNode? schema, string pointer, string wanted, int depth)
    {
        var properties = schemas.Properties(schema);
        foreach (var property in properties)
        {
            if (NameComparer.Normalize(property.Name) == wanted)
            {
                return $"{pointer}/{JsonPointer.Escape(property.Name)}";
            }
        }

        foreach (var property in properties)
        {
            var here = $"{pointer}/{JsonPointer.Escape(property.Name)}";
            var items = schemas.ItemsOf(property.Schema);
            if (items is not null
                && NameComparer.Normalize(property.Name) == wanted[..^2] + "s"
                && schemas.Properties(items).Any(p => p.Name == "id"))
            {
                return here + "/0/id";
            }

            if (depth < 3 && Search(schemas, items ?? property.Schema, items is null ? here : here + "/0", wanted, depth + 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
