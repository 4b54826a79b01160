using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Overlays.JsonPaths;

/// <summary>What a filter asks of a node.</summary>
internal abstract record FilterExpression
{
    public abstract bool IsTrue(JsonPathMatch node, EvaluationContext context);
}

internal sealed record OrExpression(FilterExpression Left, FilterExpression Right) : FilterExpression
{
    public override bool IsTrue(JsonPathMatch node, EvaluationContext context) => Left.IsTrue(node, context) || Right.IsTrue(node, context);
}

internal sealed record AndExpression(FilterExpression Left, FilterExpression Right) : FilterExpression
{
    public override bool IsTrue(JsonPathMatch node, EvaluationContext context) => Left.IsTrue(node, context) && Right.IsTrue(node, context);
}

internal sealed record NotExpression(FilterExpression Operand) : FilterExpression
{
    public override bool IsTrue(JsonPathMatch node, EvaluationContext context) => !Operand.IsTrue(node, context);
}

internal sealed record ExistenceExpression(QueryOperand Query) : FilterExpression
{
    public override bool IsTrue(JsonPathMatch node, EvaluationContext context) => Query.Nodes(node, context).Count > 0;
}

/// <summary><c>match()</c> and <c>search()</c>, the functions that are a test by themselves.</summary>
internal sealed record PatternExpression(Operand Text, Operand Pattern, bool IsWhole) : FilterExpression
{
    public override bool IsTrue(JsonPathMatch node, EvaluationContext context)
        => Text.Value(node, context).AsText() is { } text && Pattern.Value(node, context).AsText() is { } pattern
            && RegularExpressions.IsMatch(text, pattern, IsWhole);
}

internal sealed record ComparisonExpression(Operand Left, string Operator, Operand Right) : FilterExpression
{
    public override bool IsTrue(JsonPathMatch node, EvaluationContext context)
    {
        var left = Left.Value(node, context);
        var right = Right.Value(node, context);
        return Operator switch
        {
            "==" => left.Equals(right),
            "!=" => !left.Equals(right),
            "<" => left.IsLess(right),
            ">" => right.IsLess(left),
            "<=" => left.IsLess(right) || left.Equals(right),
            _ => right.IsLess(left) || left.Equals(right),
        };
    }
}

/// <summary>A value in a comparison; <see cref="Exists"/> is false for the RFC's Nothing, which differs from JSON's null.</summary>
internal readonly record struct FilterValue(bool Exists, JsonNode? Node)
{
    public static FilterValue Nothing => default;

    public static FilterValue Of(JsonNode? node) => new(true, node);

    public string? AsText() => Exists && Node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public bool Equals(FilterValue other) => Exists == other.Exists && (!Exists || JsonNode.DeepEquals(Node, other.Node) || NumbersEqual(other));

    public override int GetHashCode() => Exists ? 1 : 0;

    public bool IsLess(FilterValue other)
    {
        if (AsNumber() is { } left && other.AsNumber() is { } right)
        {
            return left < right;
        }

        return AsText() is { } text && other.AsText() is { } otherText && string.CompareOrdinal(text, otherText) < 0;
    }

    private bool NumbersEqual(FilterValue other) => AsNumber() is { } left && other.AsNumber() is { } right && left.Equals(right);

    private double? AsNumber()
        => Exists
            && Node is JsonValue value
            && value.GetValueKind() == System.Text.Json.JsonValueKind.Number
            && value.TryGetValue<double>(out var number)
            ? number
            : null;
}
