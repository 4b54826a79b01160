using System.Text.Json;
using VideoTasks.Mapping;
using VideoTasks.Serialization;

namespace VideoTasks;

/// <summary>One page of a list, found in the answer of any vendor.</summary>
internal readonly record struct VideoTaskPage(IReadOnlyList<JsonElement> Items, bool HasMore, string? LastId)
{
    private const int DeepestEnvelope = 3;

    private static readonly string[] ListNames =
        ["data", "items", "tasks", "videos", "generations", "results", "list", "jobs", "records", "predictions", "output", "result", "response"];

    /// <summary>Reads the list in <paramref name="body"/>: an array, or an object that has one by a known name, at most three objects deep.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="pointer">Where a hint says that the list is; null when none does.</param>
    /// <param name="page">The page.</param>
    public static bool TryRead(JsonElement body, string? pointer, out VideoTaskPage page)
    {
        if (pointer is null)
        {
            return TryRead(body, DeepestEnvelope, out page);
        }

        page = default;
        if (JsonPointer.Find(body, pointer) is not { } list || !TryRead(list, depth: 1, out page))
        {
            return false;
        }

        page = page with { HasMore = HasMoreOf(body), LastId = LastIdOf(body) };
        return true;
    }

    private static bool TryRead(JsonElement body, int depth, out VideoTaskPage page)
    {
        page = default;
        if (body.ValueKind == JsonValueKind.Array)
        {
            page = new([.. body.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)], HasMore: false, LastId: null);
            return true;
        }

        if (body.ValueKind != JsonValueKind.Object || depth == 0)
        {
            return false;
        }

        foreach (var name in ListNames)
        {
            if (body.TryGetProperty(name, out var list) && TryRead(list, depth - 1, out page))
            {
                page = page with
                {
                    HasMore = page.HasMore || HasMoreOf(body),
                    LastId = page.LastId ?? LastIdOf(body),
                };
                return true;
            }
        }

        return false;
    }

    private static bool HasMoreOf(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("has_more", out var more) && more.ValueKind == JsonValueKind.True;

    private static string? LastIdOf(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("last_id", out var last) ? JsonText.AsText(last) : null;
}
