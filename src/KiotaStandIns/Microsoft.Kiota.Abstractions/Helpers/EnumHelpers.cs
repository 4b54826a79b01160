using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;
using Microsoft.Kiota.Abstractions.Extensions;

namespace Microsoft.Kiota.Abstractions.Helpers;

/// <summary>Turns enum members into the words they have on the wire, and back.</summary>
public static class EnumHelpers
{
    private const DynamicallyAccessedMemberTypes Fields = DynamicallyAccessedMemberTypes.PublicFields;

    private static readonly ConcurrentDictionary<Type, EnumWords> Words = new();

    /// <summary>The member that a word stands for. Words of a <c>[Flags]</c> enum are separated by commas.</summary>
    /// <param name="rawValue">The word: an <see cref="EnumMemberAttribute"/> value, a member's name in any case, or a number.</param>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The member; null when no member has that word.</returns>
    public static T? GetEnumValue<[DynamicallyAccessedMembers(Fields)] T>(string rawValue)
        where T : struct, Enum => (T?)GetEnumValue(typeof(T), rawValue);

    /// <summary>The member that a word stands for. Words of a <c>[Flags]</c> enum are separated by commas.</summary>
    /// <param name="type">The enum, or its nullable form.</param>
    /// <param name="rawValue">The word: an <see cref="EnumMemberAttribute"/> value, a member's name in any case, or a number.</param>
    /// <returns>The member; null when no member has that word, or the type is no enum.</returns>
    public static object? GetEnumValue([DynamicallyAccessedMembers(Fields)] Type? type, string rawValue)
    {
        if (type is null || string.IsNullOrEmpty(rawValue))
        {
            return null;
        }

        var enumType = Nullable.GetUnderlyingType(type) ?? type;
        if (!enumType.IsEnum)
        {
            return null;
        }

        var words = WordsOf(enumType);
        return words.IsFlags ? ParseFlags(enumType, words, rawValue) : Parse(enumType, words, rawValue);
    }

    /// <summary>The word of a member: its <see cref="EnumMemberAttribute"/> value, else its name with the first character in lower case.</summary>
    /// <param name="value">The member.</param>
    /// <typeparam name="T">The enum.</typeparam>
    /// <exception cref="ArgumentException">The enum has no such member.</exception>
    public static string? GetEnumStringValue<[DynamicallyAccessedMembers(Fields)] T>(T value)
        where T : struct, Enum
    {
        var name = Enum.GetName(value) ?? throw new ArgumentException($"Invalid Enum value {value} for enum of type {typeof(T)}", nameof(value));
        return WordsOf(typeof(T)).ByName.TryGetValue(name, out var word) ? word : name.ToFirstCharacterLowerCase();
    }

    /// <summary>The word of a boxed member for a URL: a combination of flags gives its members' words, separated by commas.</summary>
    internal static string GetUrlWord(Enum value)
    {
        var words = WordsOfKept(value.GetType());
        var names = value.ToString().Split(", ");
        return string.Join(',', names.Select(name => words.ByName.TryGetValue(name, out var word) ? word : name.ToFirstCharacterLowerCase()));
    }

    private static object? Parse(Type type, EnumWords words, string rawValue) =>
        Enum.TryParse(type, words.ByWord.GetValueOrDefault(rawValue, rawValue), ignoreCase: true, out var member) ? member : null;

    private static object? ParseFlags(Type type, EnumWords words, string rawValue)
    {
        ulong bits = 0;
        var found = false;
        foreach (var word in rawValue.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(type, words, word) is { } member)
            {
                bits |= BitsOf((Enum)member);
                found = true;
            }
        }

        return found ? Enum.ToObject(type, bits) : null;
    }

    private static ulong BitsOf(Enum member) => member.GetTypeCode() == TypeCode.UInt64
        ? Convert.ToUInt64(member, CultureInfo.InvariantCulture)
        : unchecked((ulong)Convert.ToInt64(member, CultureInfo.InvariantCulture));

    private static EnumWords WordsOf([DynamicallyAccessedMembers(Fields)] Type type) =>
        Words.TryGetValue(type, out var words) ? words : Words.GetOrAdd(type, EnumWords.Read(type));

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The fields of an enum are kept with the enum: Enum.ToString needs them.")]
    private static EnumWords WordsOfKept(Type type) => WordsOf(type);

    private sealed record EnumWords(bool IsFlags, Dictionary<string, string> ByName, Dictionary<string, string> ByWord)
    {
        public static EnumWords Read([DynamicallyAccessedMembers(Fields)] Type type)
        {
            var byName = new Dictionary<string, string>(StringComparer.Ordinal);
            var byWord = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                if (field.GetCustomAttribute<EnumMemberAttribute>()?.Value is { } word)
                {
                    byName[field.Name] = word;
                    byWord.TryAdd(word, field.Name);
                }
            }

            return new EnumWords(type.IsDefined(typeof(FlagsAttribute), inherit: false), byName, byWord);
        }
    }
}
