using System.Text.RegularExpressions;

namespace VideoTasks.Build.Kiota;

/// <summary>Reads the log that Kiota leaves in a client's folder.</summary>
internal static partial class KiotaLog
{
    public const string FileName = ".kiota.log";

    /// <summary>The errors and warnings, each once, in the order of the log.</summary>
    public static IReadOnlyList<KiotaMessage> Read(string file)
        => File.Exists(file) ? [.. File.ReadLines(file).Select(Parse).OfType<KiotaMessage>().Distinct()] : [];

    private static KiotaMessage? Parse(string line)
    {
        if (Level().Match(line) is not { Success: true } level)
        {
            return null;
        }

        var isError = level.Groups["level"].Value is "Error" or "Critical";
        var text = line[level.Length..].Trim();
        return Finding().Match(text) is { Success: true } finding
            ? new KiotaMessage(
                isError, finding.Groups["pointer"] is { Success: true, Value: var pointer } ? pointer : null, finding.Groups["text"].Value)
            : new KiotaMessage(isError, null, text);
    }

    [GeneratedRegex(@"^(?<level>Warning|Error|Critical): \S+ ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Level();

    // The reader's findings: "OpenAPI warning: #/paths/~1v1 - text"; "#line=0" and "(null)" name no place.
    [
        GeneratedRegex(
            @"^OpenAPI (warning|error): ((?<pointer>#(/\S*)?)|#line=\d+|\(null\)) - (?<text>.*)$",
            RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Finding();
}
