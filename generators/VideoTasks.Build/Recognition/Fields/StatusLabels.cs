using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>
/// The words of a status with what the document calls each of them: numbers mean nothing by themselves, but documents name them in one of the
/// extensions that tools write (<c>x-enum-varnames</c>, <c>x-enumNames</c>, <c>x-apifox-enum</c>, <c>x-ms-enum</c>), in a <c>oneOf</c> of constants,
/// or in the prose (<c>1: done; 2: failed</c>).
/// </summary>
internal static partial class StatusLabels
{
    private static readonly string[] NameLists =
        ["x-enum-varnames", "x-enumNames", "x-enum-names", "x-enumnames", "x-enum-descriptions", "x-enumDescriptions", "x-enum-labels"];

    /// <summary>The words, each with its labels, the likeliest first.</summary>
    public static IReadOnlyList<StatusWord> Of(SchemaReader schemas, JsonNode? schema)
    {
        var words = new List<StatusWord>();
        Collect(schemas, schemas.Resolve(schema), words, 0);
        var resolved = schemas.Resolve(schema);
        var texts = new[] { schema.Text("description"), resolved.Text("description"), resolved.Text("title") }.OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var isNumber = schemas.TypeOf(schema) is "integer" or "number";
        foreach (var (word, label) in texts.SelectMany(Described))
        {
            var at = words.FindIndex(w => w.Word == word);
            if (at >= 0)
            {
                words[at] = words[at] with { Labels = [.. words[at].Labels, label] };
            }
            else if (isNumber && words.TrueForAll(w => !w.IsEnumerated))
            {
                words.Add(new(word, schema!, IsEnumerated: false) { Labels = [label] });
            }
        }

        return words;
    }

    private static void Collect(SchemaReader schemas, JsonObject? schema, List<StatusWord> words, int depth)
    {
        if (schema is null || depth > 16)
        {
            return;
        }

        var values = schema.Array("enum") ?? [];
        for (var i = 0; i < values.Count; i++)
        {
            Add(values[i], [.. Named(schema, values[i].AsScalar(), i)]);
        }

        if (schema.Value("const") is { } constant)
        {
            Add(constant, [.. new[] { schema.Text("title"), schema.Text("description"), schema.Text("x-enum-varname") }.OfType<string>()]);
        }

        foreach (var part in schemas.Variants(schema))
        {
            Collect(schemas, part, words, depth + 1);
        }

        void Add(JsonNode? value, IReadOnlyList<string> labels)
        {
            // A document may list the words as texts and the vendor still sends numbers, so both are kept as text.
            if (value is not null && value.AsScalar() is { } word && value.AsBoolean() is null && words.TrueForAll(w => w.Word != word))
            {
                words.Add(new(word, value) { Labels = labels });
            }
        }
    }

    private static IEnumerable<string> Named(JsonObject schema, string? word, int index)
    {
        var lists = NameLists.Select(n => schema.Value(n)).Append(schema.Object("x-ms-enum").Value("values")).Append(schema.Value("x-apifox-enum"));
        foreach (var list in lists)
        {
            switch (list)
            {
                case JsonArray named when index < named.Count && named[index].AsText() is { } text:
                    yield return text;
                    break;
                case JsonArray described:
                    foreach (var item in described.OfType<JsonObject>().Where(o => o.Value("value").AsScalar() == word))
                    {
                        foreach (var label in new[] { item.Text("name"), item.Text("description") }.OfType<string>())
                        {
                            yield return label;
                        }
                    }

                    break;
                case JsonObject map when word is not null && map.Text(word) is { } text:
                    yield return text;
                    break;
            }
        }
    }

    private static IEnumerable<(string Word, string Label)> Described(string text)
    {
        foreach (Match match in NumberAndLabel().Matches(text))
        {
            var label = match.Groups["label"].Value.Trim().TrimEnd('.', '。', ')', '）').Trim('`', '*', '"', '\'', ' ');
            if (label.Length > 0)
            {
                yield return (int.Parse(match.Groups["word"].Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), label);
            }
        }
    }

    // 1: done; 2 = failed, 3 - running
    [
        GeneratedRegex(
            @"(?<![\w.\-])[`'""]?(?<word>-?\d{1,4})[`'""]?\s*(?:[:：=＝、]|-+>?|[—–→（(])\s*(?<label>[^\d;；,，|/\r\n]{2,60})",
            RegexOptions.CultureInvariant,
            2000)]
    private static partial Regex NumberAndLabel();
}

/// <summary>A word of a status.</summary>
/// <param name="Word">The word, or the number as text.</param>
/// <param name="Node">Where it stands.</param>
/// <param name="IsEnumerated">Whether an enum or a constant has it; otherwise only the prose.</param>
internal sealed record StatusWord(string Word, JsonNode Node, bool IsEnumerated = true)
{
    /// <summary>What the document calls it.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}
