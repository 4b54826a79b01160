using System.Globalization;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Bundling;

/// <summary>
/// What a part is called among the components. Kiota calls a model from another file as the last segment of the reference's pointer; a whole file it
/// would call after its extension, so the file's name is taken there.
/// </summary>
internal static class PartNames
{
    private static readonly string[] Indexes = ["index", "_index"];

    /// <summary>A name that the section doesn't have yet, in no spelling.</summary>
    public static string Unused(PartTarget target, JsonObject section)
    {
        bool IsUsed(string name) => section.Any(e => e.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        var name = Of(target);
        if (!IsUsed(name))
        {
            return name;
        }

        // Behind it what tells the two apart for a reader, so that it doesn't depend on how many there are.
        var place = target.Pointer.Length > 0 ? Path.GetFileNameWithoutExtension(target.File) : Path.GetFileName(Path.GetDirectoryName(target.File)!);
        var longer = name + Pascal(place);
        var candidate = longer;
        for (var number = 2; IsUsed(candidate); number++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{longer}{number}");
        }

        return candidate;
    }

    private static string Of(PartTarget target)
    {
        var segments = target.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = segments switch
        {
            [] => OfFile(target.File),
            [.., var before, var last] when last.All(char.IsAsciiDigit) => before + last,
            _ => JsonPointer.Unescape(segments[^1]),
        };
        var valid = string.Concat(name.Select(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_'));
        return valid.Length == 0 ? "part" : valid;
    }

    // A dot would begin a namespace: video.schema.json is a video.
    private static string OfFile(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (Indexes.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            name = Path.GetFileName(Path.GetDirectoryName(file)!);
        }

        return (name.EndsWith(".schema", StringComparison.OrdinalIgnoreCase) ? name[..^".schema".Length] : name).Replace('.', '_');
    }

    private static string Pascal(string text)
        => string.Concat(
            text.Split([.. " .-_"], StringSplitOptions.RemoveEmptyEntries)
                .Select(static w => char.ToUpperInvariant(w[0]) + w[1..])
                .SelectMany(static w => w)
            .Where(char.IsAsciiLetterOrDigit));
}
