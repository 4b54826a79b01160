using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Overlays.JsonPaths;

/// <summary>A side of a comparison, or an argument of a function.</summary>
internal abstract record Operand
{
    public abstract FilterValue Value(JsonPathMatch node, EvaluationContext context);
}

internal sealed record LiteralOperand(JsonNode? Literal) : Operand
{
    public override FilterValue Value(JsonPathMatch node, EvaluationContext context) => FilterValue.Of(Literal);
}

internal sealed record QueryOperand(JsonPath Query, bool FromRoot) : Operand
{
    public IReadOnlyList<JsonPathMatch> Nodes(JsonPathMatch node, EvaluationContext context)
        => Query.Evaluate(FromRoot ? JsonPathMatch.OfRoot(context.Root) : node, context);

    public override FilterValue Value(JsonPathMatch node, EvaluationContext context)
        => Nodes(node, context) is [var only] ? FilterValue.Of(only.Value) : FilterValue.Nothing;
}

internal sealed record LengthOperand(Operand Argument) : Operand
{
    public override FilterValue Value(JsonPathMatch node, EvaluationContext context)
    {
        var value = Argument.Value(node, context);
        return value.Node switch
        {
            JsonObject map => FilterValue.Of(map.Count),
            JsonArray list => FilterValue.Of(list.Count),
            _ => value.AsText() is { } text ? FilterValue.Of(text.EnumerateRunes().Count()) : FilterValue.Nothing,
        };
    }
}

internal sealed record CountOperand(QueryOperand Argument) : Operand
{
    public override FilterValue Value(JsonPathMatch node, EvaluationContext context) => FilterValue.Of(Argument.Nodes(node, context).Count);
}

/// <summary><c>value()</c>: the value of a query that selects exactly one node.</summary>
internal sealed record ValueOperand(QueryOperand Argument) : Operand
{
    public override FilterValue Value(JsonPathMatch node, EvaluationContext context) => Argument.Value(node, context);
}
