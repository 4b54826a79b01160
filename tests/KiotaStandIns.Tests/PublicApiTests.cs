using Microsoft.Kiota.Abstractions;

namespace KiotaStandIns.Tests;

/// <summary>The stand-in has the public API of the published package: nothing less and nothing more, nullability included.</summary>
public class PublicApiTests
{
    private static readonly string[] Expected = [.. File
        .ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Microsoft.Kiota.Abstractions.PublicAPI.txt"))
        .Where(static line => line.Length > 0 && !line.StartsWith('#'))];

    private static readonly IReadOnlySet<string> Actual = PublicApiListing.Of(typeof(RequestInformation).Assembly.Location);

    [Fact]
    public void No_member_of_the_published_package_is_missing() =>
        string.Join('\n', Expected.Except(Actual).Order(StringComparer.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_member_is_there_that_the_published_package_has_not() =>
        string.Join('\n', Actual.Except(Expected).Order(StringComparer.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_list_is_the_whole_one() => Expected.Length.ShouldBeGreaterThan(400);
}
