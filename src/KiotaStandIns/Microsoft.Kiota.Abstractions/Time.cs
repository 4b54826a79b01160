using System.Globalization;
using System.Text.Json.Serialization;

namespace Microsoft.Kiota.Abstractions;

/// <summary>A time of day without a date.</summary>
public struct Time : IEquatable<Time>
{
    /// <summary>A time of day.</summary>
    /// <param name="hour">0 to 23.</param>
    /// <param name="minute">0 to 59.</param>
    /// <param name="second">0 to 59.</param>
    [JsonConstructor]
    public Time(int hour, int minute, int second)
        : this(new DateTime(1, 1, 1, hour, minute, second, DateTimeKind.Unspecified))
    {
    }

    /// <summary>The time of day of a point in time.</summary>
    /// <param name="dateTime">The point in time.</param>
    public Time(DateTime dateTime) => DateTime = dateTime;

    /// <summary>The value that the time was made of.</summary>
    public DateTime DateTime { get; }

    /// <summary>The hour, 0 to 23.</summary>
    public readonly int Hour => DateTime.Hour;

    /// <summary>The minute, 0 to 59.</summary>
    public readonly int Minute => DateTime.Minute;

    /// <summary>The second, 0 to 59.</summary>
    public readonly int Second => DateTime.Second;

    /// <summary>Converts from the framework's type.</summary>
    /// <param name="time">The time.</param>
    public static implicit operator Time(TimeOnly time) => new(new DateTime(1, 1, 1, time.Hour, time.Minute, time.Second, DateTimeKind.Unspecified));

    /// <summary>Converts to the framework's type.</summary>
    /// <param name="time">The time.</param>
    public static implicit operator TimeOnly(Time time) => TimeOnly.FromDateTime(time.DateTime);

    /// <summary>Whether both are the same hour, minute and second.</summary>
    /// <param name="other">The other time.</param>
    public readonly bool Equals(Time other) => Hour == other.Hour && Minute == other.Minute && Second == other.Second;

    /// <inheritdoc/>
    public override readonly bool Equals(object? o) => o is Time other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Hour, Minute, Second);

    /// <summary>The time as <c>HH:mm:ss</c>.</summary>
    public override readonly string ToString() => DateTime.ToString("HH\\:mm\\:ss", CultureInfo.InvariantCulture);
}
