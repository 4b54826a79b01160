using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Naming;

namespace VideoTasks.Build.Preparation.Paths;

/// <summary>Names for the parameters of a path of which Kiota makes none. What they are called makes no difference on the wire.</summary>
internal static partial class PathParameters
{
    /// <summary>The path with usable names, and what was renamed.</summary>
    public static (string Path, IReadOnlyDictionary<string, string> Renamed) Rename(string path)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        var segments = path.Split('/').Select((s, i) => Parameter().Replace(s, m => "{" + Name(m.Groups["name"].Value, s, i == 1, renamed) + "}"));
        return (string.Join('/', segments), renamed);
    }

    /// <summary>Gives the parameters of a path item or an operation the names that they have in the path.</summary>
    public static void Apply(JsonObject holder, IReadOnlyDictionary<string, string> renamed)
    {
        foreach (var parameter in renamed.Count == 0 ? [] : holder.Array("parameters")?.OfType<JsonObject>() ?? [])
        {
            if (parameter.Text("in") == "path" && renamed.TryGetValue(parameter.Text("name")!, out var name))
            {
                parameter["name"] = name;
            }
        }
    }

    // Alone in its segment, a parameter is an index, and its name is seen in a template only.
    private static string Name(string name, string segment, bool isFirst, Dictionary<string, string> renamed)
    {
        var isIndex = segment.Length == name.Length + 2;
        if (isIndex && isFirst && BareId().IsMatch(name))
        {
            return renamed[name] = "itemId";
        }

        if (isIndex ? SymbolName.IsUsableSegment(name) : SymbolName.IsUsableArgument(name))
        {
            return name;
        }

        if (!renamed.TryGetValue(name, out var usable))
        {
            var word = string.Concat(name.Where(char.IsAsciiLetterOrDigit));
            usable = (word.Length > 0 && char.IsAsciiLetter(word[0]) ? word : "parameter" + word) + "Value";
            renamed.Add(name, usable);
        }

        return usable;
    }

    // Kiota calls the builder after what stands before the id.
    [GeneratedRegex(@"^id[0-9]?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex BareId();

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
