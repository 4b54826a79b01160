using System.Text.Json;
using VideoTasks.Json;

namespace VideoTasks.Calls;

/// <summary>One page of a list, found in the answer of any vendor.</summary>
internal sealed record ListAnswer(IReadOnlyList<JsonElement> Items, ListAnswerFacts Facts)
{
    private const int DeepestEnvelope = 3;

    private static readonly string[] ListNames =
        ["data", "items", "tasks", "videos", "generations", "results", "list", "jobs", "records", "predictions", "output", "result", "response"];

    /// <summary>Reads the list in <paramref name="body"/>: an array, or an object that has one by a known name, at most three objects deep.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="pointer">Where a hint says that the list is; null when none does.</param>
    public static ListAnswer? Read(JsonElement body, string? pointer)
    {
        var facts = new ListAnswerFacts();
        if (pointer is null)
        {
            return Find(body, DeepestEnvelope, facts) is { } found ? new(found, facts) : null;
        }

        if (JsonPointer.Find(body, pointer) is not { } list || Find(list, depth: 1, facts) is not { } items)
        {
            return null;
        }

        // What is said about the list stands beside it, or at the top.
        for (var end = pointer.LastIndexOf('/'); end >= 0; end = end == 0 ? -1 : pointer.LastIndexOf('/', end - 1))
        {
            if (JsonPointer.Find(body, pointer[..end]) is { } around)
            {
                facts.Add(around);
            }
        }

        return new(items, facts);
    }

    private static IReadOnlyList<JsonElement>? Find(JsonElement body, int depth, ListAnswerFacts facts)
    {
        if (body.ValueKind == JsonValueKind.Array)
        {
            return [.. body.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)];
        }

        if (body.ValueKind != JsonValueKind.Object || depth == 0)
        {
            return null;
        }

        foreach (var name in ListNames)
        {
            if (body.TryGetProperty(name, out var list) && Find(list, depth - 1, facts) is { } items)
            {
                facts.Add(body);
                return items;
            }
        }

        return null;
    }
}
