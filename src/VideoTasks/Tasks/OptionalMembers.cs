using System.Text.Json;

namespace VideoTasks.Tasks;

/// <summary>Members of JSON that are left out where there is nothing to say.</summary>
internal static class OptionalMembers
{
    public static void WriteOptional(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }
}
