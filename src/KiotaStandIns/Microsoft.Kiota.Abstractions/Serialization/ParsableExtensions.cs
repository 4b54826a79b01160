using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Serialization;

/// <summary>Writes models from the models themselves.</summary>
public static class ParsableExtensions
{
    /// <summary>Writes a model.</summary>
    /// <param name="value">The model.</param>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <typeparam name="T">The type of a model.</typeparam>
    public static Stream SerializeAsStream<T>(this T value, string contentType, bool serializeOnlyChangedValues = false)
        where T : IParsable => KiotaSerializer.SerializeAsStream(contentType, value, serializeOnlyChangedValues);

    /// <summary>Writes a model as a text.</summary>
    /// <param name="value">The model.</param>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The type of a model.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(
        this T value, string contentType, bool serializeOnlyChangedValues = false, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.SerializeAsStringAsync(contentType, value, serializeOnlyChangedValues, cancellationToken);

    /// <summary>Writes a collection of models.</summary>
    /// <param name="value">The models.</param>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <typeparam name="T">The type of a model.</typeparam>
    public static Stream SerializeAsStream<T>(this IEnumerable<T> value, string contentType, bool serializeOnlyChangedValues = false)
        where T : IParsable => KiotaSerializer.SerializeAsStream(contentType, value, serializeOnlyChangedValues);

    /// <summary>Writes a collection of models as a text.</summary>
    /// <param name="value">The models.</param>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The type of a model.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(
        this IEnumerable<T> value, string contentType, bool serializeOnlyChangedValues = false, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.SerializeAsStringAsync(contentType, value, serializeOnlyChangedValues, cancellationToken);

    /// <summary>Writes a collection of models.</summary>
    /// <param name="value">The models.</param>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <typeparam name="T">The type of a model.</typeparam>
    public static Stream SerializeAsStream<T>(this T[] value, string contentType, bool serializeOnlyChangedValues = false)
        where T : IParsable => KiotaSerializer.SerializeAsStream(contentType, (IEnumerable<T>)value, serializeOnlyChangedValues);

    /// <summary>Writes a collection of models as a text.</summary>
    /// <param name="value">The models.</param>
    /// <param name="contentType">The content type to write.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The type of a model.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(
        this T[] value, string contentType, bool serializeOnlyChangedValues = false, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.SerializeAsStringAsync(contentType, (IEnumerable<T>)value, serializeOnlyChangedValues, cancellationToken);
}
