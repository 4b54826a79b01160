namespace Microsoft.Kiota.Abstractions.Serialization;

/// <content>Writing.</content>
public static partial class KiotaJsonSerializer
{
    /// <summary>Writes a model.</summary>
    /// <param name="value">The model.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Stream SerializeAsStream<T>(T value, bool serializeOnlyChangedValues = true)
        where T : IParsable => KiotaSerializer.SerializeAsStream(JsonContentType, value, serializeOnlyChangedValues);

    /// <summary>Writes a collection of models.</summary>
    /// <param name="value">The models.</param>
    /// <param name="serializeOnlyChangedValues">Whether models with a backing store write only what changed.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Stream SerializeAsStream<T>(IEnumerable<T> value, bool serializeOnlyChangedValues = true)
        where T : IParsable => KiotaSerializer.SerializeAsStream(JsonContentType, value, serializeOnlyChangedValues);

    /// <summary>Writes a model as a text.</summary>
    /// <param name="value">The model.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(
        T value, bool serializeOnlyChangedValues = true, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.SerializeAsStringAsync(JsonContentType, value, serializeOnlyChangedValues, cancellationToken);

    /// <summary>Writes a model as a text.</summary>
    /// <param name="value">The model.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(T value, CancellationToken cancellationToken)
        where T : IParsable =>
        KiotaSerializer.SerializeAsStringAsync(JsonContentType, value, true, cancellationToken);

    /// <summary>Writes a model as a text.</summary>
    /// <param name="value">The model.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    [Obsolete("Use SerializeAsStringAsync.")]
    public static string SerializeAsString<T>(T value)
        where T : IParsable
    {
        using var reader = new StreamReader(SerializeAsStream(value));
        return reader.ReadToEnd();
    }

    /// <summary>Writes a collection of models as a text.</summary>
    /// <param name="value">The models.</param>
    /// <param name="serializeOnlyChangedValues">Whether a model with a backing store writes only what changed.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(
        IEnumerable<T> value, bool serializeOnlyChangedValues = true, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.SerializeAsStringAsync(JsonContentType, value, serializeOnlyChangedValues, cancellationToken);

    /// <summary>Writes a collection of models as a text.</summary>
    /// <param name="value">The models.</param>
    /// <param name="cancellationToken">Cancels reading the text back.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<string> SerializeAsStringAsync<T>(IEnumerable<T> value, CancellationToken cancellationToken)
        where T : IParsable =>
        KiotaSerializer.SerializeAsStringAsync(JsonContentType, value, true, cancellationToken);

    /// <summary>Writes a collection of models as a text.</summary>
    /// <param name="value">The models.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    [Obsolete("Use SerializeAsStringAsync.")]
    public static string SerializeAsString<T>(IEnumerable<T> value)
        where T : IParsable
    {
        using var reader = new StreamReader(SerializeAsStream(value));
        return reader.ReadToEnd();
    }
}
