using System.Globalization;
using System.Text.Json.Serialization;

namespace Microsoft.Kiota.Abstractions;

/// <summary>A calendar date without a time of day (RFC 3339 <c>full-date</c>).</summary>
public struct Date
{
    /// <summary>A date.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the month's last day.</param>
    [JsonConstructor]
    public Date(int year, int month, int day)
        : this(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified))
    {
    }

    /// <summary>The date of a point in time.</summary>
    /// <param name="dateTime">The point in time.</param>
    public Date(DateTime dateTime) => DateTime = dateTime;

    /// <summary>The value that the date was made of.</summary>
    public DateTime DateTime { get; }

    /// <summary>The year, 1 to 9999.</summary>
    public readonly int Year => DateTime.Year;

    /// <summary>The month, 1 to 12.</summary>
    public readonly int Month => DateTime.Month;

    /// <summary>The day of the month.</summary>
    public readonly int Day => DateTime.Day;

    /// <summary>Converts from the framework's type.</summary>
    /// <param name="date">The date.</param>
    public static implicit operator Date(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>Converts to the framework's type.</summary>
    /// <param name="date">The date.</param>
    public static implicit operator DateOnly(Date date) => DateOnly.FromDateTime(date.DateTime);

    /// <summary>The date as <c>yyyy-MM-dd</c>.</summary>
    public override readonly string ToString() => DateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
