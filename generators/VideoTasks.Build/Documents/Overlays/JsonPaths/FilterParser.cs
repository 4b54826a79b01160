using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Overlays.JsonPaths;

/// <summary>The text of a filter → its expression.</summary>
internal static class FilterParser
{
    private const int DeepestNesting = 64;
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    public static FilterExpression Parse(JsonPathScanner scanner)
    {
        if (++scanner.Depth > DeepestNesting)
        {
            throw new JsonPathException("its filters are nested too deep");
        }

        var left = And(scanner);
        while (TakeOperator(scanner, "||"))
        {
            left = new OrExpression(left, And(scanner));
        }

        scanner.Depth--;
        return left;
    }

    private static FilterExpression And(JsonPathScanner scanner)
    {
        var left = Basic(scanner);
        while (TakeOperator(scanner, "&&"))
        {
            left = new AndExpression(left, Basic(scanner));
        }

        return left;
    }

    private static FilterExpression Basic(JsonPathScanner scanner)
    {
        scanner.SkipBlanks();
        if (scanner.Peek == '!')
        {
            scanner.Position++;
            if (++scanner.Depth > DeepestNesting)
            {
                throw new JsonPathException("its filters are nested too deep");
            }

            var operand = new NotExpression(Basic(scanner));
            scanner.Depth--;
            return operand;
        }

        if (scanner.TryTake("("))
        {
            var inner = Parse(scanner);
            scanner.SkipBlanks();
            scanner.Expect(')');
            return inner;
        }

        return Pattern(scanner) ?? TestOrComparison(scanner);
    }

    private static PatternExpression? Pattern(JsonPathScanner scanner)
    {
        var isWhole = scanner.TryTake("match(");
        if (!isWhole && !scanner.TryTake("search("))
        {
            return null;
        }

        var text = Operand(scanner);
        scanner.SkipBlanks();
        scanner.Expect(',');
        var pattern = Operand(scanner);
        scanner.SkipBlanks();
        scanner.Expect(')');
        return new PatternExpression(text, pattern, isWhole);
    }

    private static FilterExpression TestOrComparison(JsonPathScanner scanner)
    {
        var left = Operand(scanner);
        scanner.SkipBlanks();
        if (Array.Find(Operators, scanner.TryTake) is not { } comparison)
        {
            return left is QueryOperand query ? new ExistenceExpression(query) : throw scanner.Unexpected();
        }

        var right = Operand(scanner);
        return IsComparable(left) && IsComparable(right)
            ? new ComparisonExpression(left, comparison, right)
            : throw new JsonPathException("only queries of names and indexes can be compared");
    }

    private static bool IsComparable(Operand operand) => operand is not QueryOperand { Query.IsSingular: false };

    private static Operand Operand(JsonPathScanner scanner)
    {
        scanner.SkipBlanks();
        switch (scanner.Peek)
        {
            case '@' or '$':
                var fromRoot = scanner.Peek == '$';
                scanner.Position++;
                return new QueryOperand(new JsonPath(JsonPathParser.Segments(scanner)), fromRoot);
            case '\'' or '"':
                return new LiteralOperand(JsonValue.Create(scanner.Quoted()));
            case '-' or (>= '0' and <= '9'):
                return Number(scanner);
            default:
                return Word(scanner);
        }
    }

    private static LiteralOperand Number(JsonPathScanner scanner)
    {
        var number = scanner.Number()!;
        try
        {
            return new LiteralOperand(JsonNode.Parse(number));
        }
        catch (JsonException)
        {
            throw new JsonPathException($"'{number}' is not a number");
        }
    }

    private static Operand Word(JsonPathScanner scanner)
    {
        var word = scanner.Name();
        switch (word)
        {
            case "true": return new LiteralOperand(JsonValue.Create(true));
            case "false": return new LiteralOperand(JsonValue.Create(false));
            case "null": return new LiteralOperand(null);
            case "length" or "count" or "value":
                scanner.Expect('(');
                var argument = Operand(scanner);
                scanner.SkipBlanks();
                scanner.Expect(')');
                return Function(word, argument);
            default:
                throw word is null ? scanner.Unexpected() : new JsonPathException($"'{word}' is no function or literal of JSONPath");
        }
    }

    private static Operand Function(string name, Operand argument) => (name, argument) switch
    {
        ("length", _) when IsComparable(argument) => new LengthOperand(argument),
        ("count", QueryOperand query) => new CountOperand(query),
        ("value", QueryOperand query) => new ValueOperand(query),
        _ => throw new JsonPathException($"{name}() doesn't take this argument"),
    };

    private static bool TakeOperator(JsonPathScanner scanner, string token)
    {
        scanner.SkipBlanks();
        return scanner.TryTake(token);
    }
}
