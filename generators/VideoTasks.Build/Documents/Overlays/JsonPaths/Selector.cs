using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Overlays.JsonPaths;

internal abstract record Selector
{
    public abstract void Select(JsonPathMatch match, List<JsonPathMatch> results, EvaluationContext context);
}

internal sealed record NameSelector(string Name) : Selector
{
    public override void Select(JsonPathMatch match, List<JsonPathMatch> results, EvaluationContext context)
    {
        if (match.Value is JsonObject map && map.TryGetPropertyValue(Name, out var value))
        {
            results.Add(new JsonPathMatch(value, map, Name, -1));
        }
    }
}

internal sealed record WildcardSelector : Selector
{
    public override void Select(JsonPathMatch match, List<JsonPathMatch> results, EvaluationContext context)
    {
        foreach (var child in match.Children())
        {
            context.Visit();
            results.Add(child);
        }
    }
}

internal sealed record IndexSelector(long Index) : Selector
{
    public override void Select(JsonPathMatch match, List<JsonPathMatch> results, EvaluationContext context)
    {
        if (match.Value is not JsonArray list)
        {
            return;
        }

        var index = Index < 0 ? list.Count + Index : Index;
        if (index >= 0 && index < list.Count)
        {
            results.Add(new JsonPathMatch(list[(int)index], list, null, (int)index));
        }
    }
}

internal sealed record SliceSelector(long? Start, long? End, long Step) : Selector
{
    public override void Select(JsonPathMatch match, List<JsonPathMatch> results, EvaluationContext context)
    {
        if (match.Value is not JsonArray list || Step == 0)
        {
            return;
        }

        var (lower, upper) = Step > 0
            ? (Clamp(Start ?? 0, 0, list.Count), Clamp(End ?? list.Count, 0, list.Count))
            : (Clamp(End ?? (-list.Count - 1L), -1, list.Count - 1), Clamp(Start ?? (list.Count - 1), -1, list.Count - 1));
        for (var index = Step > 0 ? lower : upper; Step > 0 ? index < upper : index > lower; index += Step)
        {
            results.Add(new JsonPathMatch(list[(int)index], list, null, (int)index));
        }

        long Clamp(long position, long least, long most) => Math.Clamp(position < 0 ? list.Count + position : position, least, most);
    }
}

internal sealed record FilterSelector(FilterExpression Filter) : Selector
{
    public override void Select(JsonPathMatch match, List<JsonPathMatch> results, EvaluationContext context)
    {
        foreach (var child in match.Children())
        {
            context.Visit();
            if (Filter.IsTrue(child, context))
            {
                results.Add(child);
            }
        }
    }
}
