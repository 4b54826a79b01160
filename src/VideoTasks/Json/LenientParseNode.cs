using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Helpers;
using Microsoft.Kiota.Abstractions.Serialization;

namespace VideoTasks.Json;

/// <summary>
/// Reads JSON into typed models without ever throwing for a value: what a property's type can't hold becomes null there and is kept in the
/// model's additional data under its own name. Kiota's own node throws for <c>4.0</c> in an int, and drops the whole answer with it.
/// </summary>
internal sealed partial class LenientParseNode(JsonElement json) : IParseNode
{
    private bool _isLost;

    public Action<IParsable>? OnBeforeAssignFieldValues { get; set; }

    public Action<IParsable>? OnAfterAssignFieldValues { get; set; }

    public string? GetStringValue() => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => Lost<string>(),
    };

    public IParseNode? GetChildNode(string identifier) =>
        json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty(identifier, out var child)
            && child.ValueKind != JsonValueKind.Null ? Node(child) : null;

    public bool? GetBoolValue() => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(json.GetString(), out var value) => value,
        JsonValueKind.Number when json.TryGetInt32(out var number) && number is 0 or 1 => number == 1,
        _ => LostValue<bool>(),
    };

    public int? GetIntValue() => Whole(int.MinValue, int.MaxValue) is { } value ? (int)value : LostValue<int>();

    public long? GetLongValue() => Whole(long.MinValue, long.MaxValue) ?? LostValue<long>();

    public byte? GetByteValue() => Whole(byte.MinValue, byte.MaxValue) is { } value ? (byte)value : LostValue<byte>();

    public sbyte? GetSbyteValue() => Whole(sbyte.MinValue, sbyte.MaxValue) is { } value ? (sbyte)value : LostValue<sbyte>();

    public double? GetDoubleValue() => Number() ?? LostValue<double>();

    public float? GetFloatValue() => Number() is { } value && float.IsFinite((float)value) ? (float)value : LostValue<float>();

    public decimal? GetDecimalValue() =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number) ? number
            : decimal.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed
            : LostValue<decimal>();

    public Guid? GetGuidValue() => Guid.TryParse(Text(), out var value) ? value : LostValue<Guid>();

    public DateTimeOffset? GetDateTimeOffsetValue() => TimeValue.Read(json) ?? LostValue<DateTimeOffset>();

    public TimeSpan? GetTimeSpanValue()
    {
        var text = Text();
        if (text is not null && text.StartsWith('P'))
        {
            try
            {
                return XmlConvert.ToTimeSpan(text);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                return LostValue<TimeSpan>();
            }
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : LostValue<TimeSpan>();
    }

    public Date? GetDateValue() => TimeValue.Read(json) is { } time ? new Date(time.UtcDateTime) : LostValue<Date>();

    public Time? GetTimeValue() =>
        TimeOnly.TryParse(Text(), CultureInfo.InvariantCulture, out var time)
            ? new Time(default(DateTime).Add(time.ToTimeSpan()))
            : LostValue<Time>();

    public byte[]? GetByteArrayValue() =>
        json.ValueKind == JsonValueKind.String && json.TryGetBytesFromBase64(out var bytes) ? bytes : Lost<byte[]>();

    public T? GetEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum =>
        // A number is no word, though enums would accept it.
        Text() is { Length: > 0 } word
            && !char.IsAsciiDigit(word[0])
            && word[0] is not ('-' or '+') ? EnumWords<T>.Find(word) ?? LostValue<T>() : LostValue<T>();

    private static LenientParseNode Node(JsonElement value) => new(value);

    /// <summary>Kiota looks each word up by reflection, which is most of the work of reading a small body.</summary>
    private static class EnumWords<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>
        where T : struct, Enum
    {
        // Documents have fewer words, and servers may send any number.
        private const int MostWords = 256;

        private static readonly ConcurrentDictionary<string, T?> Known = new(StringComparer.Ordinal);

        public static T? Find(string word)
        {
            if (Known.TryGetValue(word, out var value))
            {
                return value;
            }

            value = EnumHelpers.GetEnumValue<T>(word);
            if (value is not null && Known.Count < MostWords)
            {
                Known[word] = value;
            }

            return value;
        }
    }

    private T? Lost<T>()
        where T : class
    {
        _isLost |= json.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
        return null;
    }

    private T? LostValue<T>()
        where T : struct
    {
        _isLost |= json.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
        return null;
    }

    private string? Text() => json.ValueKind == JsonValueKind.String ? json.GetString()?.Trim() : null;

    private double? Number()
    {
        var found = json.ValueKind == JsonValueKind.Number ? json.TryGetDouble(out var value)
            : double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        return found && double.IsFinite(value) ? value : null;
    }

    private long? Whole(long min, long max)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var value))
        {
            return value >= min && value <= max ? value : null;
        }

        if (long.TryParse(Text(), NumberStyles.Integer, CultureInfo.InvariantCulture, out value))
        {
            return value >= min && value <= max ? value : null;
        }

        // 4.0 and 4e0 are whole as well; beyond 2^53 a double no longer says which whole number was meant.
        const double largestExact = 9007199254740992;
        return Number() is { } number
            && Math.Abs(number) <= largestExact
            && Math.Floor(number) == number
            && number >= min
            && number <= max ? (long)number : null;
    }
}
