using System.Globalization;

namespace VideoTasks.Build.Documents.Overlays.JsonPaths;

/// <summary>Text → query. One recursive method a rule of the RFC's grammar; filters are in <see cref="FilterParser"/>.</summary>
internal sealed class JsonPathParser(string text)
{
    private readonly JsonPathScanner _scanner = new(text);

    public JsonPath Parse()
    {
        _scanner.Expect('$');
        var path = new JsonPath(Segments(_scanner));
        return _scanner.AtEnd ? path : throw _scanner.Unexpected();
    }

    internal static List<Segment> Segments(JsonPathScanner scanner)
    {
        List<Segment> segments = [];
        while (true)
        {
            var before = scanner.Position;
            scanner.SkipBlanks();
            if (scanner.TryTake(".."))
            {
                segments.Add(new Segment(scanner.Peek == '[' ? Bracketed(scanner) : [Shorthand(scanner)], IsDescendant: true));
            }
            else if (scanner.TryTake("."))
            {
                segments.Add(new Segment([Shorthand(scanner)], IsDescendant: false));
            }
            else if (scanner.Peek == '[')
            {
                segments.Add(new Segment(Bracketed(scanner), IsDescendant: false));
            }
            else
            {
                scanner.Position = before;
                return segments;
            }
        }
    }

    private static Selector Shorthand(JsonPathScanner scanner)
        => scanner.TryTake("*") ? new WildcardSelector() : new NameSelector(scanner.Name() ?? throw scanner.Unexpected());

    private static List<Selector> Bracketed(JsonPathScanner scanner)
    {
        scanner.Expect('[');
        List<Selector> selectors = [];
        do
        {
            scanner.SkipBlanks();
            selectors.Add(Selector(scanner));
            scanner.SkipBlanks();
        }
        while (scanner.TryTake(","));

        scanner.Expect(']');
        return selectors;
    }

    private static Selector Selector(JsonPathScanner scanner)
    {
        if (scanner.TryTake("*"))
        {
            return new WildcardSelector();
        }

        if (scanner.TryTake("?"))
        {
            return new FilterSelector(FilterParser.Parse(scanner));
        }

        if (scanner.Peek is '\'' or '"')
        {
            return new NameSelector(scanner.Quoted());
        }

        return IndexOrSlice(scanner);
    }

    private static Selector IndexOrSlice(JsonPathScanner scanner)
    {
        var start = Integer(scanner);
        scanner.SkipBlanks();
        if (!scanner.TryTake(":"))
        {
            return new IndexSelector(start ?? throw scanner.Unexpected());
        }

        scanner.SkipBlanks();
        var end = Integer(scanner);
        scanner.SkipBlanks();
        long? step = null;
        if (scanner.TryTake(":"))
        {
            scanner.SkipBlanks();
            step = Integer(scanner);
        }

        return new SliceSelector(start, end, step ?? 1);
    }

    private static long? Integer(JsonPathScanner scanner)
    {
        if (scanner.Number() is not { } number)
        {
            return null;
        }

        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1L << 53
            ? value
            : throw new JsonPathException($"'{number}' is not an index");
    }
}
