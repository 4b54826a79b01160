using System.Text.RegularExpressions;
using VideoTasks.Build.Preparation.Naming;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>What the names in a field of names may be.</summary>
internal static partial class MapNames
{
    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Fault(string field, string name) => field switch
    {
        "responses" when name.StartsWith("x-", StringComparison.Ordinal) => null,
        "responses" when !StatusCode().IsMatch(name) => "it is no status code, such as 200, 4XX or default",
        "content" when !MediaType().IsMatch(name) => "it is no media type, such as application/json",
        "properties" when !SymbolName.IsUsable(name) => "Kiota has no name for such a property; it arrives in AdditionalData",
        _ => null,
    };

    [GeneratedRegex("^(?:[1-5](?:[0-9][0-9]|[xX][xX])|default)$", RegexOptions.NonBacktracking)]
    private static partial Regex StatusCode();

    [GeneratedRegex(@"^\s*[\w!#$&^.+*-]+/[\w!#$&^.+*-]+\s*(?:;.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex MediaType();
}
