using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>A value of a document that is being read.</summary>
public interface IParseNode
{
    /// <summary>Called before a model's properties are set.</summary>
    Action<IParsable>? OnBeforeAssignFieldValues { get; set; }

    /// <summary>Called after a model's properties are set.</summary>
    Action<IParsable>? OnAfterAssignFieldValues { get; set; }

    /// <summary>The value as a text; null when it is none.</summary>
    string? GetStringValue();

    /// <summary>The node of a property; null when there is no such property.</summary>
    /// <param name="identifier">The property's name on the wire.</param>
    IParseNode? GetChildNode(string identifier);

    /// <summary>The value as true or false; null when it is neither.</summary>
    bool? GetBoolValue();

    /// <summary>The value as a number from 0 to 255; null when it is none.</summary>
    byte? GetByteValue();

    /// <summary>The value as a number from -128 to 127; null when it is none.</summary>
    sbyte? GetSbyteValue();

    /// <summary>The value as a 32-bit number; null when it is none.</summary>
    int? GetIntValue();

    /// <summary>The value as a single-precision number; null when it is none.</summary>
    float? GetFloatValue();

    /// <summary>The value as a 64-bit number; null when it is none.</summary>
    long? GetLongValue();

    /// <summary>The value as a double-precision number; null when it is none.</summary>
    double? GetDoubleValue();

    /// <summary>The value as a decimal number; null when it is none.</summary>
    decimal? GetDecimalValue();

    /// <summary>The value as a GUID; null when it is none.</summary>
    Guid? GetGuidValue();

    /// <summary>The value as a point in time; null when it is none.</summary>
    DateTimeOffset? GetDateTimeOffsetValue();

    /// <summary>The value as an ISO 8601 duration; null when it is none.</summary>
    TimeSpan? GetTimeSpanValue();

    /// <summary>The value as a date; null when it is none.</summary>
    Date? GetDateValue();

    /// <summary>The value as a time of day; null when it is none.</summary>
    Time? GetTimeValue();

    /// <summary>The value as bytes, from base64; null when it is none.</summary>
    byte[]? GetByteArrayValue();

    /// <summary>The value as an enum member; null when no member has that word.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    T? GetEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum;

    /// <summary>The value as a model.</summary>
    /// <param name="factory">Makes the model.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    T GetObjectValue<T>(ParsableFactory<T> factory)
        where T : IParsable;

    /// <summary>The value as a collection of numbers, texts, dates and the like.</summary>
    /// <typeparam name="T">The type of one item.</typeparam>
    IEnumerable<T> GetCollectionOfPrimitiveValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>();

    /// <summary>The value as a collection of models.</summary>
    /// <param name="factory">Makes one model.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    IEnumerable<T> GetCollectionOfObjectValues<T>(ParsableFactory<T> factory)
        where T : IParsable;

    /// <summary>The value as a collection of enum members; an item is null when no member has that word.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    IEnumerable<T?> GetCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum;
}
