using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Writes a document. A null key writes a value on its own; null values are left out.</summary>
public interface ISerializationWriter : IDisposable
{
    /// <summary>Called before a model is written.</summary>
    Action<IParsable>? OnBeforeObjectSerialization { get; set; }

    /// <summary>Called after a model is written.</summary>
    Action<IParsable>? OnAfterObjectSerialization { get; set; }

    /// <summary>Called when a model starts to be written, before its properties.</summary>
    Action<IParsable, ISerializationWriter>? OnStartObjectSerialization { get; set; }

    /// <summary>Writes a text.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteStringValue(string? key, string? value);

    /// <summary>Writes true or false.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteBoolValue(string? key, bool? value);

    /// <summary>Writes a number from 0 to 255.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteByteValue(string? key, byte? value);

    /// <summary>Writes a number from -128 to 127.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteSbyteValue(string? key, sbyte? value);

    /// <summary>Writes a 32-bit number.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteIntValue(string? key, int? value);

    /// <summary>Writes a single-precision number.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteFloatValue(string? key, float? value);

    /// <summary>Writes a 64-bit number.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteLongValue(string? key, long? value);

    /// <summary>Writes a double-precision number.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteDoubleValue(string? key, double? value);

    /// <summary>Writes a decimal number.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteDecimalValue(string? key, decimal? value);

    /// <summary>Writes a GUID.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteGuidValue(string? key, Guid? value);

    /// <summary>Writes a point in time.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteDateTimeOffsetValue(string? key, DateTimeOffset? value);

    /// <summary>Writes an ISO 8601 duration.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteTimeSpanValue(string? key, TimeSpan? value);

    /// <summary>Writes a date.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteDateValue(string? key, Date? value);

    /// <summary>Writes a time of day.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteTimeValue(string? key, Time? value);

    /// <summary>Writes bytes, as base64 where the format is a text.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    void WriteByteArrayValue(string? key, byte[]? value);

    /// <summary>Writes an enum member's word.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The enum.</typeparam>
    void WriteEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string? key, T? value)
        where T : struct, Enum;

    /// <summary>Writes a model.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="value">The value.</param>
    /// <param name="additionalValuesToMerge">Models whose properties go into the same object.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    void WriteObjectValue<T>(string? key, T? value, params IParsable?[] additionalValuesToMerge)
        where T : IParsable;

    /// <summary>Writes a collection of numbers, texts, dates and the like.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="values">The values.</param>
    /// <typeparam name="T">The type of one item.</typeparam>
    void WriteCollectionOfPrimitiveValues<T>(string? key, IEnumerable<T>? values);

    /// <summary>Writes a collection of models.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="values">The values.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    void WriteCollectionOfObjectValues<T>(string? key, IEnumerable<T>? values)
        where T : IParsable;

    /// <summary>Writes a collection of enum members' words.</summary>
    /// <param name="key">The property's name on the wire.</param>
    /// <param name="values">The values.</param>
    /// <typeparam name="T">The enum.</typeparam>
    void WriteCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        string? key, IEnumerable<T?>? values)
        where T : struct, Enum;

    /// <summary>Writes a null.</summary>
    /// <param name="key">The property's name on the wire.</param>
    void WriteNullValue(string? key);

    /// <summary>Writes properties that a model's schema does not have.</summary>
    /// <param name="value">The properties, by their names on the wire.</param>
    void WriteAdditionalData(IDictionary<string, object> value);

    /// <summary>What has been written, from its start.</summary>
    Stream GetSerializedContent();
}
