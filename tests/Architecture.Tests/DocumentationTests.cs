using System.Text.RegularExpressions;

namespace VideoTasks.Architecture.Tests;

/// <summary>The site's pages name what there is, and link to files that exist.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    [Fact]
    public void Each_diagnostic_has_its_row()
    {
        var pages =
            from folder in new[] { "VideoTasks.Build", "VideoTasks.SourceGenerator" }
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "generators", folder, "docs"), "*.md")
            let title = File.ReadLines(file).First()["# ".Length..].Split(": ", 2)
            select $"{title[0]}: {char.ToUpperInvariant(title[1][0])}{title[1][1..]}";

        Rows("diagnostics.md").ShouldBe(pages, ignoreOrder: true);
    }

    [Fact]
    public void Each_reason_of_an_error_has_its_row()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "VideoTasks", "Errors", "VideoTaskErrorReason.cs"));
        var reasons = Member().Matches(source).Select(match => match.Groups["name"].Value).ToList();
        var documented =
            Word().Matches(
                string.Join('\n', File.ReadLines(Path.Combine(Docs, "errors.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('|')[1]))).Select(match => match.Groups["name"].Value);

        reasons.Count.ShouldBeGreaterThan(15);
        documented.ShouldBe(reasons, ignoreOrder: true);
    }

    [Fact]
    public void Each_link_leads_to_a_file()
    {
        var broken =
            from page in Directory.EnumerateFiles(Docs, "*.md")
            from Match link in Link().Matches(File.ReadAllText(page))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !File.Exists(Path.Combine(Docs, target))
            select $"{Path.GetFileName(page)}: {target}";

        broken.ShouldBeEmpty();
    }

    private static IEnumerable<string> Rows(string page) =>
        from match in Row().Matches(File.ReadAllText(Path.Combine(Docs, page)))
        select $"{match.Groups["id"].Value}: {match.Groups["title"].Value}";

    [
        GeneratedRegex(
            @"^\| \[(?<id>\w+)\]\([^)]*\) \| (?<title>.+) \|$",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture,
            matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<name>\\w+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^    (?<name>\w+),\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Member();
}
