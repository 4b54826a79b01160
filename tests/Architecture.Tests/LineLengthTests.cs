using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace VideoTasks.Architecture.Tests;

/// <summary>Lines stay within the limit of .editorconfig, which the compiler does not look at. One that is mostly a text is data.</summary>
public sealed partial class LineLengthTests
{
    [Fact]
    public void A_line_is_no_longer_than_the_editorconfig_says()
    {
        var settings = File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig"));
        var limit = int.Parse(Limit().Match(settings).Groups["limit"].Value, CultureInfo.InvariantCulture);
        var tooLong =
            from folder in new[] { "generators", "src", "tests" }
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            from line in TooLong(File.ReadAllText(file), limit)
            select $"{Path.GetRelativePath(Repository.Root, file)}({line}) is over {limit} characters: break it.";
        Assert.True(!tooLong.Any(), string.Join('\n', tooLong));
    }

    [Theory]
    [InlineData("// 0123456789 0123456789", 1)]
    [InlineData("var a = 1234567890 + 12345;", 1)]
    [InlineData("var a = \"01234567890123456789\";", 0)]
    [InlineData("var a = 1;", 0)]
    public void Comments_and_code_count_and_texts_do_not(string line, int expected) => TooLong(line, limit: 20).Count().ShouldBe(expected);

    private static IEnumerable<int> TooLong(string text, int limit)
    {
        if (!text.Split('\n').Any(line => line.Length > limit))
        {
            return [];
        }

        var tree = CSharpSyntaxTree.ParseText(text, new(LanguageVersion.Preview));
        var texts = tree.GetRoot().DescendantTokens()
            .Where(token => token.Text.Length > 10 && (token.Kind().ToString().Contains("StringLiteral", StringComparison.Ordinal)
                || token.IsKind(SyntaxKind.InterpolatedStringTextToken)))
            .Select(token => token.Span).ToList();
        return tree.GetText().Lines
            .Where(line => line.Span.Length > limit && texts.Sum(span => span.Overlap(line.Span)?.Length ?? 0) * 2 < line.Span.Length)
            .Select(line => line.LineNumber + 1);
    }

    [GeneratedRegex(@"max_line_length = (?<limit>\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Limit();
}
