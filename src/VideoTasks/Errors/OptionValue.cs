using System.Globalization;

namespace VideoTasks;

/// <summary>Checks the values of options before anything is done with them. What is wrong names its property: <c>options.MaxRetries</c>.</summary>
internal static class OptionValue
{
    public static void EnsureInRange(long value, long least, long most, string property)
    {
        if (value < least || value > most)
        {
            var range = most == long.MaxValue ? $"at least {least}" : $"from {least} to {most}";
            throw Invalid(property, value, $"is {value.ToString(CultureInfo.InvariantCulture)}: it has to be {range}.");
        }
    }

    public static void EnsureAtLeast(long value, long least, string property) => EnsureInRange(value, least, long.MaxValue, property);

    /// <summary>A time limit: longer than zero, or infinite.</summary>
    public static void EnsureTimeout(TimeSpan value, string property)
    {
        if (value <= TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
        {
            throw Invalid(property, value, $"is {value:c}: it has to be longer than zero, or Timeout.InfiniteTimeSpan for no limit.");
        }
    }

    public static void EnsurePositive(TimeSpan value, string property)
    {
        if (value <= TimeSpan.Zero)
        {
            throw Invalid(property, value, $"is {value:c}: it has to be longer than zero.");
        }
    }

    /// <summary>A pause: zero or longer.</summary>
    public static void EnsurePause(TimeSpan value, string property)
    {
        if (value < TimeSpan.Zero)
        {
            throw Invalid(property, value, $"is {value:c}: it can't be negative.");
        }
    }

    public static void EnsureNotNull(object? value, string property)
    {
        if (value is null)
        {
            throw new ArgumentNullException($"options.{property}", $"{property} is null: leave it out for the default.");
        }
    }

    /// <summary>The error of a value that can't be.</summary>
    public static ArgumentOutOfRangeException Invalid(string property, object value, string fault) =>
        new($"options.{property}", value, $"{property} {fault}");
}
