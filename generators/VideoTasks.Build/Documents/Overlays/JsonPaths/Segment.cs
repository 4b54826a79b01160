namespace VideoTasks.Build.Documents.Overlays.JsonPaths;

/// <summary>A step of a query: its selectors, applied to the children of a node or to all that is below it.</summary>
internal sealed record Segment(IReadOnlyList<Selector> Selectors, bool IsDescendant)
{
    public void Apply(JsonPathMatch match, List<JsonPathMatch> results, EvaluationContext context)
    {
        context.Visit();
        foreach (var selector in Selectors)
        {
            selector.Select(match, results, context);
        }

        if (IsDescendant)
        {
            foreach (var child in match.Children())
            {
                Apply(child, results, context);
            }
        }
    }
}
