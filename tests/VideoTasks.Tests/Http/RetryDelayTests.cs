using System.Globalization;
using VideoTasks.Http;
using VideoTasks.Tests.Client;

namespace VideoTasks.Tests.Http;

public sealed class RetryDelayTests
{
    // The clock of FakeClock begins here.
    private const string Now = "Thu, 01 Jan 2026 00:00:00 GMT";

    private const double Nothing = -1;

    [Theory]
    [InlineData("0", null, 0)]
    [InlineData("7", null, 7)]
    [InlineData(" 7 ", null, 7)]
    [InlineData("1.5", null, 1.5)]
    [InlineData("-1", null, 0)]
    [InlineData("5000000", null, 5_000_000)]
    [InlineData("2147483648", null, int.MaxValue)]
    [InlineData("99999999999999999999999999", null, int.MaxValue)]
    [InlineData("Thu, 01 Jan 2026 00:00:30 GMT", null, 30)]
    [InlineData("Thu, 01 Jan 2026 00:00:30 GMT", Now, 30)]
    [InlineData("Thu, 01 Jan 2026 02:00:01 GMT", "Thu, 01 Jan 2026 02:00:00 GMT", 1)]
    [InlineData("Wed, 31 Dec 2025 22:00:01 GMT", "Wed, 31 Dec 2025 22:00:00 GMT", 1)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", Now, 0)]
    [InlineData("Wed, 31 Dec 2025 23:59:59 GMT", null, 0)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", Now, int.MaxValue)]
    [InlineData("Thursday, 01-Jan-26 00:00:30 GMT", Now, 30)]
    [InlineData("2026-01-01T00:00:30Z", Now, 30)]
    [InlineData("Thu, 01 Jan 2026 00:00:30 GMT", "yesterday", 30)]
    [InlineData("soon", null, Nothing)]
    [InlineData("", null, Nothing)]
    [InlineData("NaN", null, Nothing)]
    public void Retry_after_is_read_as_seconds_or_as_a_date_of_the_servers_own_clock(string header, string? date, double seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", header);
        response.Headers.TryAddWithoutValidation("Date", date is null ? [] : [date]);

        RetryAfter.Of(response.Headers, new FakeClock()).ShouldBe(seconds == Nothing ? null : TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(1, null, 0.5, 1)]
    [InlineData(1, null, 0, 0.8)]
    [InlineData(1, null, 1, 1.2)]
    [InlineData(3, null, 0.5, 4)]
    [InlineData(9, null, 0.5, 30)]
    [InlineData(int.MaxValue, null, 1, 36)]
    [InlineData(1, "00:00:00", 0.5, 1)]
    [InlineData(1, "00:00:20", 0.5, 20)]
    [InlineData(4, "00:00:03", 0.5, 8)]
    [InlineData(1, "57.20:53:20", 0.5, 86_400)]
    [InlineData(1, "10675199.02:48:05.4775807", 0.5, 86_400)]
    public void A_pause_doubles_up_to_its_limit_and_a_longer_one_of_the_server_wins(int attempt, string? retryAfter, double random, double seconds)
    {
        var delay = Seconds(1, 30) with { Randomizer = () => random };

        delay.Next(attempt, retryAfter is null ? null : TimeSpan.Parse(retryAfter, CultureInfo.InvariantCulture))
            .ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(0, 0, false, 0)]
    [InlineData(0, 0, true, 0.1)]
    [InlineData(0.001, 0, true, 0.1)]
    [InlineData(-1, 0, false, 0)]
    [InlineData(0, 2, false, 2)]
    [InlineData(0, 2, true, 2)]
    public void What_a_server_asks_for_is_never_at_once(double first, double shortest, bool isAsked, double seconds)
    {
        var delay = Seconds(first, 30) with { Shortest = TimeSpan.FromSeconds(shortest), Randomizer = () => 0.5 };

        delay.Next(1, isAsked ? TimeSpan.Zero : null).ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void A_first_pause_beyond_the_limit_stays_as_it_is()
    {
        var delay = Seconds(60, 30) with { Randomizer = () => 0.5 };

        delay.Next(5).ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void The_longest_span_of_time_is_a_pause_of_a_day()
    {
        var delay = new RetryDelay(TimeSpan.MaxValue, TimeSpan.MaxValue, TimeProvider.System) { Randomizer = () => 1 };

        delay.Next(int.MaxValue, TimeSpan.MaxValue).ShouldBe(TimeSpan.FromDays(1));
    }

    private static RetryDelay Seconds(double first, double longest) =>
        new(TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest), TimeProvider.System);
}
