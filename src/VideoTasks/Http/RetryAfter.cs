using System.Globalization;
using System.Net.Http.Headers;

namespace VideoTasks.Http;

/// <summary>How long an answer asks to wait (RFC 9110 §10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    // The most that caches have to understand (RFC 9111 §1.2.2); more than any pause.
    private const double MostSeconds = int.MaxValue;

    /// <returns>At least zero and at most 68 years; null when the answer does not say, or nothing that can be read.</returns>
    public static TimeSpan? Of(HttpResponseHeaders headers, TimeProvider time)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values) || values.FirstOrDefault()?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && !double.IsNaN(seconds))
        {
            return FromSeconds(seconds);
        }

        // Both dates are of one clock, the server's, so that ours may be wrong.
        return DateOf(text) is { } date ? FromSeconds((date - (headers.Date ?? time.GetUtcNow())).TotalSeconds) : null;
    }

    private static DateTimeOffset? DateOf(string text) =>
        RetryConditionHeaderValue.TryParse(text, out var value) && value.Date is { } date ? date
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other) ? other
            : null;

    private static TimeSpan FromSeconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, MostSeconds));
}
