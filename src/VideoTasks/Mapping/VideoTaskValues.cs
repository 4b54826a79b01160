using System.ComponentModel;
using System.Globalization;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using VideoTasks.Json;
using VideoTasks.Mapping;

namespace VideoTasks.Generated;

/// <summary>
/// Canonical values from properties of typed models, whatever type a document gave them. Every method accepts null and returns
/// null for what it can't read. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VideoTaskValues
{
    /// <summary>A text: an id, a model, a prompt, a URL, a status word. Numbers become their digits.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => NonEmpty(text),
        UntypedNode node => Text(Plain(node)),
        bool flag => flag ? "true" : "false",
        DateTimeOffset or DateTime => null,
        IFormattable number => NonEmpty(number.ToString(null, CultureInfo.InvariantCulture)),
        IEnumerable<string> texts => NonEmpty(texts.FirstOrDefault()),
        _ => null,
    };

    /// <summary>Percent, 0 to 100, from a number, a fraction or a text such as <c>45%</c>.</summary>
    /// <param name="value">The property's value.</param>
    /// <param name="unit">Percent or fraction where a hint says so; null to tell by the value.</param>
    public static double? Progress(object? value, VideoFieldUnit? unit = null) => value switch
    {
        UntypedNode node => Progress(Plain(node), unit),
        string text => ProgressValue.FromText(text, IsFraction(unit)),
        _ => Number(value) is { } number
            ? ProgressValue.FromNumber(number, IsFraction(unit), isWhole: number == Math.Floor(number))
            : null,
    };

    /// <summary>A point in time, from seconds or milliseconds since 1970, ISO-8601, or digits. Null also for zero.</summary>
    /// <param name="value">The property's value.</param>
    /// <param name="unit">The unit of a number where a hint says so; null to tell by the value.</param>
    /// <param name="offset">The offset from UTC of times without a zone; null for none.</param>
    public static DateTimeOffset? Time(object? value, VideoFieldUnit? unit = null, TimeSpan? offset = null) => value switch
    {
        UntypedNode node => Time(Plain(node), unit, offset),
        string text => TimeValue.FromText(text, new(unit, offset)),
        DateTimeOffset time => time.Year < 1971 ? null : time.ToUniversalTime(),
        DateTime time => time.Year < 1971 ? null : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        Date date => TimeValue.FromText(date.ToString(), new(unit, offset)),
        _ => Number(value) is { } number ? TimeValue.FromNumber(number, unit) : null,
    };

    /// <summary>Seconds, from a number or a text such as <c>5s</c>. Null for zero and less.</summary>
    /// <param name="value">The property's value.</param>
    /// <param name="unit">The unit where a hint says so; null for seconds.</param>
    public static double? Duration(object? value, VideoFieldUnit? unit = null) => value switch
    {
        UntypedNode node => Duration(Plain(node), unit),
        string text => DurationValue.FromText(text, unit),
        TimeSpan span => DurationValue.FromNumber(span.TotalSeconds),
        _ => Number(value) is { } number ? DurationValue.FromNumber(number, unit) : null,
    };

    /// <summary>Width and height in pixels, from a text such as <c>1280x720</c>; null for <c>720p</c> and <c>16:9</c>.</summary>
    public static (int Width, int Height)? Size(object? value) => SizeValue.FromText(Text(value));

    /// <summary>A number of pixels.</summary>
    public static int? Pixels(object? value) => Number(value) is { } number ? SizeValue.Pixels(number) : SizeValue.Pixels(Text(value).AsSpan());

    /// <summary>An error, from an untyped object, a text or a code.</summary>
    public static VideoTaskError? Error(object? value) => value switch
    {
        null or UntypedNull => null,
        UntypedObject node =>
            Error(Text(Member(node, "code")), Text(Member(node, "message")) ?? Text(Member(node, "msg")), Text(Member(node, "type"))),
        _ => Text(value) is { } text && !ErrorReader.IsSuccess(text) ? new() { Message = text } : null,
    };

    /// <summary>An error, from its parts; null when none of them says anything.</summary>
    public static VideoTaskError? Error(object? code, object? message, object? type = null) =>
        VideoTaskError.Create(Text(code), Text(message), Text(type));

    internal static bool? IsFraction(VideoFieldUnit? unit) => unit switch
    {
        VideoFieldUnit.Fraction => true,
        VideoFieldUnit.Percent => false,
        _ => null,
    };

    private static double? Number(object? value) => value switch
    {
        int or long or short or byte or sbyte or uint or ulong or float or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        UntypedNode node => Number(Plain(node)),
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static UntypedNode? Member(UntypedObject node, string name) => node.GetValue().TryGetValue(name, out var member) ? member : null;

    private static object? Plain(UntypedNode node) => node switch
    {
        UntypedString text => text.GetValue(),
        UntypedInteger number => number.GetValue(),
        UntypedLong number => number.GetValue(),
        UntypedDouble number => number.GetValue(),
        UntypedFloat number => number.GetValue(),
        UntypedDecimal number => number.GetValue(),
        UntypedBoolean flag => flag.GetValue(),
        UntypedArray items => items.GetValue().FirstOrDefault() is { } first and not UntypedArray ? Plain(first) : null,
        _ => null,
    };

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
