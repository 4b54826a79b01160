using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Abstractions;

/// <content>Setting the body.</content>
public partial class RequestInformation
{
    /// <summary>Sends a stream as <c>application/octet-stream</c>.</summary>
    /// <param name="content">The body.</param>
    [Obsolete("Use SetStreamContent(Stream, string) and say what the stream holds.")]
    public void SetStreamContent(Stream content) => SetStreamContent(content, BinaryContentType);

    /// <summary>Sends a stream.</summary>
    /// <param name="content">The body.</param>
    /// <param name="contentType">What the stream holds; a Content-Type header that is there stays.</param>
    public void SetStreamContent(Stream content, string contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        ThrowIfNoContentType(contentType);
        using var activity = Activities.StartActivity(nameof(SetStreamContent));
        Content = content;
        Headers.TryAdd(ContentTypeHeader, contentType);
    }

    /// <summary>Sends a model.</summary>
    /// <param name="requestAdapter">Gives the writer.</param>
    /// <param name="contentType">How to write it; a Content-Type header that is there stays.</param>
    /// <param name="item">The model; a <see cref="MultipartBody"/> gets its boundary into the content type.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public void SetContentFromParsable<T>(IRequestAdapter requestAdapter, string contentType, T item)
        where T : IParsable
    {
        ArgumentNullException.ThrowIfNull(requestAdapter);
        if (item is not MultipartBody body)
        {
            SetContent<T>(requestAdapter, contentType, writer => writer.WriteObjectValue(null, item));
            return;
        }

        body.RequestAdapter = requestAdapter;
        SetContent<T>(
            requestAdapter, contentType, writer => writer.WriteObjectValue(null, item), $"{contentType}; boundary={body.Boundary}");
    }

    /// <summary>Sends a collection of models.</summary>
    /// <param name="requestAdapter">Gives the writer.</param>
    /// <param name="contentType">How to write them; a Content-Type header that is there stays.</param>
    /// <param name="items">The models.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public void SetContentFromParsable<T>(IRequestAdapter requestAdapter, string contentType, IEnumerable<T> items)
        where T : IParsable => SetContent<T>(requestAdapter, contentType, writer => writer.WriteCollectionOfObjectValues(null, items));

    /// <summary>Sends a number, a text, a date or the like.</summary>
    /// <param name="requestAdapter">Gives the writer.</param>
    /// <param name="contentType">How to write it; a Content-Type header that is there stays.</param>
    /// <param name="item">The value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <exception cref="InvalidOperationException">The type is none that can be written.</exception>
    public void SetContentFromScalar<T>(IRequestAdapter requestAdapter, string contentType, T item) =>
        SetContent<T>(requestAdapter, contentType, writer => WriteScalar(writer, item));

    /// <summary>Sends a collection of numbers, texts, dates or the like.</summary>
    /// <param name="requestAdapter">Gives the writer.</param>
    /// <param name="contentType">How to write them; a Content-Type header that is there stays.</param>
    /// <param name="items">The values.</param>
    /// <typeparam name="T">The type of one value.</typeparam>
    public void SetContentFromScalarCollection<T>(IRequestAdapter requestAdapter, string contentType, IEnumerable<T> items) =>
        SetContent<T>(requestAdapter, contentType, writer => writer.WriteCollectionOfPrimitiveValues(null, items));

    /// <summary>Sends an enum member's word.</summary>
    /// <param name="requestAdapter">Gives the writer.</param>
    /// <param name="contentType">How to write it; a Content-Type header that is there stays.</param>
    /// <param name="item">The member.</param>
    /// <typeparam name="T">The enum.</typeparam>
    public void SetContentFromEnum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        IRequestAdapter requestAdapter, string contentType, T? item)
        where T : struct, Enum => SetContent<T>(requestAdapter, contentType, writer => writer.WriteEnumValue(null, item));

    /// <summary>Sends a collection of enum members' words.</summary>
    /// <param name="requestAdapter">Gives the writer.</param>
    /// <param name="contentType">How to write them; a Content-Type header that is there stays.</param>
    /// <param name="items">The members.</param>
    /// <typeparam name="T">The enum.</typeparam>
    public void SetContentFromEnumCollection<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        IRequestAdapter requestAdapter, string contentType, IEnumerable<T?> items)
        where T : struct, Enum => SetContent<T>(requestAdapter, contentType, writer => writer.WriteCollectionOfEnumValues(null, items));

    private static void WriteScalar<T>(ISerializationWriter writer, T item)
    {
        switch (item)
        {
            case null:
                writer.WriteNullValue(null);
                break;
            case string value:
                writer.WriteStringValue(null, value);
                break;
            case bool value:
                writer.WriteBoolValue(null, value);
                break;
            case byte value:
                writer.WriteByteValue(null, value);
                break;
            case sbyte value:
                writer.WriteSbyteValue(null, value);
                break;
            case int value:
                writer.WriteIntValue(null, value);
                break;
            case float value:
                writer.WriteFloatValue(null, value);
                break;
            case long value:
                writer.WriteLongValue(null, value);
                break;
            case double value:
                writer.WriteDoubleValue(null, value);
                break;
            case decimal value:
                writer.WriteDecimalValue(null, value);
                break;
            case Guid value:
                writer.WriteGuidValue(null, value);
                break;
            case DateTimeOffset value:
                writer.WriteDateTimeOffsetValue(null, value);
                break;
            case TimeSpan value:
                writer.WriteTimeSpanValue(null, value);
                break;
            case Date value:
                writer.WriteDateValue(null, value);
                break;
            case Time value:
                writer.WriteTimeValue(null, value);
                break;
            case byte[] value:
                writer.WriteByteArrayValue(null, value);
                break;
            default:
                throw new InvalidOperationException($"A {item.GetType().FullName} cannot be sent as a scalar body.");
        }
    }

    private void SetContent<T>(IRequestAdapter requestAdapter, string contentType, Action<ISerializationWriter> write, string? header = null)
    {
        ArgumentNullException.ThrowIfNull(requestAdapter);
        ThrowIfNoContentType(contentType);
        using var activity = Activities.StartActivity(nameof(SetContent));
        activity?.SetTag("com.microsoft.kiota.request.type", typeof(T).Name);
        using var writer = requestAdapter.SerializationWriterFactory.GetSerializationWriter(contentType);
        write(writer);
        Headers.TryAdd(ContentTypeHeader, header ?? contentType);
        Content = writer.GetSerializedContent();
    }

    private static void ThrowIfNoContentType(string contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            throw new ArgumentNullException(nameof(contentType));
        }
    }
}
