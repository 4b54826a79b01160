using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Kiota.Abstractions.Serialization;

/// <content>Writing.</content>
public static partial class KiotaSerializer
{
    /// <summary>Writes a model.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="value">The model.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Stream SerializeAsStream<T>(string contentType, T value, bool serializeOnlyChangedValues = true)
        where T : IParsable
    {
        using var writer = WriterFor(contentType, value, serializeOnlyChangedValues);
        writer.WriteObjectValue(null, value);
        return writer.GetSerializedContent();
    }

    /// <summary>Writes a collection of models.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="value">The models.</param>
    /// <param name="serializeOnlyChangedValues">Whether models with a backing store write only what changed.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Stream SerializeAsStream<T>(string contentType, IEnumerable<T> value, bool serializeOnlyChangedValues = true)
        where T : IParsable
    {
        using var writer = WriterFor(contentType, value, serializeOnlyChangedValues);
        writer.WriteCollectionOfObjectValues(null, value);
        return writer.GetSerializedContent();
    }

    /// <summary>Writes a model as a text.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="value">The model.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(
        string contentType, T value, bool serializeOnlyChangedValues = true, CancellationToken cancellationToken = default)
        where T : IParsable =>
        ReadAsync(SerializeAsStream(contentType, value, serializeOnlyChangedValues), cancellationToken);

    /// <summary>Writes a model as a text.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="value">The model.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(string contentType, T value, CancellationToken cancellationToken)
        where T : IParsable =>
        SerializeAsStringAsync(contentType, value, true, cancellationToken);

    /// <summary>Writes a model as a text.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="value">The model.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    [Obsolete("Use SerializeAsStringAsync.")]
    public static string SerializeAsString<T>(string contentType, T value)
        where T : IParsable
    {
        using var reader = new StreamReader(SerializeAsStream(contentType, value));
        return reader.ReadToEnd();
    }

    /// <summary>Writes a collection of models as a text.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="value">The models.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(
        string contentType, IEnumerable<T> value, bool serializeOnlyChangedValues = true, CancellationToken cancellationToken = default)
        where T : IParsable =>
        ReadAsync(SerializeAsStream(contentType, value, serializeOnlyChangedValues), cancellationToken);

    /// <summary>Writes a collection of models as a text.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="value">The models.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(string contentType, IEnumerable<T> value, CancellationToken cancellationToken)
        where T : IParsable =>
        SerializeAsStringAsync(contentType, value, true, cancellationToken);

    /// <summary>Writes a collection of models as a text.</summary>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="value">The models.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    [Obsolete("Use SerializeAsStringAsync.")]
    public static string SerializeAsString<T>(string contentType, IEnumerable<T> value)
        where T : IParsable
    {
        using var reader = new StreamReader(SerializeAsStream(contentType, value));
        return reader.ReadToEnd();
    }

    private static ISerializationWriter WriterFor(string contentType, object? value, bool serializeOnlyChangedValues)
    {
        ThrowIfNullOrEmpty(contentType, nameof(contentType));
        ArgumentNullException.ThrowIfNull(value);
        return SerializationWriterFactoryRegistry.DefaultInstance.GetSerializationWriter(contentType, serializeOnlyChangedValues);
    }

    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfNullOrEmpty([NotNull] string? value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(parameter);
        }
    }
}
