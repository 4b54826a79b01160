using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Naming;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>Names for the words of enums of which Kiota makes none, as in <c>1280×720</c>. The words stay as they are.</summary>
internal static class EnumNames
{
    public static void Apply(IEnumerable<JsonObject> schemas)
    {
        foreach (var schema in schemas)
        {
            if (schema.Array("enum") is not { } list)
            {
                continue;
            }

            foreach (var value in list.Where(static v => !IsWord(v)).ToList())
            {
                list.Remove(value);
            }

            NameWords(schema, [.. list.Select(static v => v.AsScalar()!).Distinct(StringComparer.Ordinal)]);
        }
    }

    /// <summary>The name that a word of an enum is given; null when it has its own.</summary>
    public static string? NameOf(JsonObject schema, string word) => Entries(schema).FirstOrDefault(e => e.Text("value") == word).Text("name");

    private static void NameWords(JsonObject schema, IReadOnlyList<string> words)
    {
        var taken = words.Where(SymbolName.IsUsable).Select(SymbolName.Letters).ToHashSet(StringComparer.Ordinal);
        foreach (var word in words.Where(static w => w.Length > 0))
        {
            var wish = NameOf(schema, word) ?? word;
            if (SymbolName.IsUsable(wish))
            {
                continue;
            }

            var name = SymbolName.From(wish);
            for (var number = 2; !taken.Add(SymbolName.Letters(name)); number++)
            {
                name = FormattableString.Invariant($"{SymbolName.From(wish)}_{number}");
            }

            SetName(schema, word, name);
        }
    }

    private static void SetName(JsonObject schema, string word, string name)
    {
        if (schema["x-ms-enum"] is not JsonObject names)
        {
            schema["x-ms-enum"] = names = [];
        }

        if (names["values"] is not JsonArray entries)
        {
            names["values"] = entries = [];
        }

        foreach (var entry in entries.Where(e => e.Text("value") == word).ToList())
        {
            entries.Remove(entry);
        }

        entries.Add(new JsonObject { ["value"] = word, ["name"] = name });
    }

    private static JsonArray Entries(JsonObject schema) => schema.Object("x-ms-enum").Array("values") ?? [];

    private static bool IsWord(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => true,
        JsonValueKind.Number => value.AsNumber() is { } number && Math.Abs(number) < (double)decimal.MaxValue,
        _ => false,
    };
}
