using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Reads and writes models as JSON, with the factories of the default registries.</summary>
public static partial class KiotaJsonSerializer
{
    private const string JsonContentType = "application/json";
    private const DynamicallyAccessedMemberTypes Methods = DynamicallyAccessedMemberTypes.PublicMethods;

    /// <summary>Reads a model.</summary>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="parsableFactory">Makes the model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<T?> DeserializeAsync<T>(
        string serializedRepresentation, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.DeserializeAsync(JsonContentType, serializedRepresentation, parsableFactory, cancellationToken);

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<T?> DeserializeAsync<[DynamicallyAccessedMembers(Methods)] T>(
        string serializedRepresentation, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.DeserializeAsync<T>(JsonContentType, serializedRepresentation, cancellationToken);

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="targetType">The model's type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    [RequiresDynamicCode(TypedReader.DynamicCodeReason)]
    public static Task<IParsable?> DeserializeAsync(
        [DynamicallyAccessedMembers(Methods)] Type targetType, string serializedRepresentation, CancellationToken cancellationToken = default) =>
        KiotaSerializer.DeserializeAsync(targetType, JsonContentType, serializedRepresentation, cancellationToken);

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="parsableFactory">Makes the model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<T?> DeserializeAsync<T>(
        Stream stream, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.DeserializeAsync(JsonContentType, stream, parsableFactory, cancellationToken);

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<T?> DeserializeAsync<[DynamicallyAccessedMembers(Methods)] T>(
        Stream stream, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.DeserializeAsync<T>(JsonContentType, stream, cancellationToken);

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="targetType">The model's type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    [RequiresDynamicCode(TypedReader.DynamicCodeReason)]
    public static Task<IParsable?> DeserializeAsync(
        [DynamicallyAccessedMembers(Methods)] Type targetType, Stream stream, CancellationToken cancellationToken = default) =>
        KiotaSerializer.DeserializeAsync(targetType, JsonContentType, stream, cancellationToken);

    /// <summary>Reads a collection of models.</summary>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="parsableFactory">Makes one model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<T>(
        string serializedRepresentation, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.DeserializeCollectionAsync(JsonContentType, serializedRepresentation, parsableFactory, cancellationToken);

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<[DynamicallyAccessedMembers(Methods)] T>(
        string serializedRepresentation, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.DeserializeCollectionAsync<T>(JsonContentType, serializedRepresentation, cancellationToken);

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="targetType">The models' type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    [RequiresDynamicCode(TypedReader.DynamicCodeReason)]
    public static Task<IEnumerable<IParsable>> DeserializeCollectionAsync(
        [DynamicallyAccessedMembers(Methods)] Type targetType, string serializedRepresentation, CancellationToken cancellationToken = default) =>
        KiotaSerializer.DeserializeCollectionAsync(targetType, JsonContentType, serializedRepresentation, cancellationToken);

    /// <summary>Reads a collection of models.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="parsableFactory">Makes one model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<T>(
        Stream stream, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.DeserializeCollectionAsync(JsonContentType, stream, parsableFactory, cancellationToken);

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<[DynamicallyAccessedMembers(Methods)] T>(
        Stream stream, CancellationToken cancellationToken = default)
        where T : IParsable =>
        KiotaSerializer.DeserializeCollectionAsync<T>(JsonContentType, stream, cancellationToken);

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="targetType">The models' type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    [RequiresDynamicCode(TypedReader.DynamicCodeReason)]
    public static Task<IEnumerable<IParsable>> DeserializeCollectionAsync(
        [DynamicallyAccessedMembers(Methods)] Type targetType, Stream stream, CancellationToken cancellationToken = default) =>
        KiotaSerializer.DeserializeCollectionAsync(targetType, JsonContentType, stream, cancellationToken);
}
