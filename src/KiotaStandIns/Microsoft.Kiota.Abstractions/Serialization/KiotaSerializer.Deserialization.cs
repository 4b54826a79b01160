using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Reads and writes models with the factories of the default registries.</summary>
public static partial class KiotaSerializer
{
    private const string FactoryMethodName = "CreateFromDiscriminatorValue";
    private const DynamicallyAccessedMemberTypes Methods = DynamicallyAccessedMemberTypes.PublicMethods;

    /// <summary>Reads a model.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="parsableFactory">Makes the model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<T?> DeserializeAsync<T>(
        string contentType, string serializedRepresentation, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeAsync(contentType, StreamOf(serializedRepresentation), parsableFactory, cancellationToken);

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<T?> DeserializeAsync<[DynamicallyAccessedMembers(Methods)] T>(
        string contentType, string serializedRepresentation, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeAsync(contentType, serializedRepresentation, FactoryOf<T>(), cancellationToken);

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="type">The model's type.</param>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    [RequiresDynamicCode(TypedReader.DynamicCodeReason)]
    public static Task<IParsable?> DeserializeAsync(
        [DynamicallyAccessedMembers(Methods)] Type type, string contentType, string serializedRepresentation,
        CancellationToken cancellationToken = default) =>
        TypedReader.Of(type).ReadAsync(contentType, StreamOf(serializedRepresentation), cancellationToken);

    /// <summary>Reads a model.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="parsableFactory">Makes the model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static async Task<T?> DeserializeAsync<T>(
        string contentType, Stream stream, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable
    {
        ThrowIfNullOrEmpty(contentType, nameof(contentType));
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(parsableFactory);
        var root = await ParseNodeFactoryRegistry.DefaultInstance.GetRootParseNodeAsync(contentType, stream, cancellationToken).ConfigureAwait(false);
        return root.GetObjectValue(parsableFactory);
    }

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<T?> DeserializeAsync<[DynamicallyAccessedMembers(Methods)] T>(
        string contentType, Stream stream, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeAsync(contentType, stream, FactoryOf<T>(), cancellationToken);

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="type">The model's type.</param>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    [RequiresDynamicCode(TypedReader.DynamicCodeReason)]
    public static Task<IParsable?> DeserializeAsync(
        [DynamicallyAccessedMembers(Methods)] Type type, string contentType, Stream stream, CancellationToken cancellationToken = default) =>
        TypedReader.Of(type).ReadAsync(contentType, stream, cancellationToken);

    /// <summary>Reads a collection of models.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="parsableFactory">Makes one model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<T>(
        string contentType, string serializedRepresentation, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeCollectionAsync(contentType, StreamOf(serializedRepresentation), parsableFactory, cancellationToken);

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<[DynamicallyAccessedMembers(Methods)] T>(
        string contentType, string serializedRepresentation, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeCollectionAsync(contentType, serializedRepresentation, FactoryOf<T>(), cancellationToken);

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="type">The models' type.</param>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    [RequiresDynamicCode(TypedReader.DynamicCodeReason)]
    public static Task<IEnumerable<IParsable>> DeserializeCollectionAsync(
        [DynamicallyAccessedMembers(Methods)] Type type, string contentType, string serializedRepresentation,
        CancellationToken cancellationToken = default) =>
        TypedReader.Of(type).ReadCollectionAsync(contentType, StreamOf(serializedRepresentation), cancellationToken);

    /// <summary>Reads a collection of models.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="parsableFactory">Makes one model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static async Task<IEnumerable<T>> DeserializeCollectionAsync<T>(
        string contentType, Stream stream, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable
    {
        ThrowIfNullOrEmpty(contentType, nameof(contentType));
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(parsableFactory);
        var root = await ParseNodeFactoryRegistry.DefaultInstance.GetRootParseNodeAsync(contentType, stream, cancellationToken).ConfigureAwait(false);
        return root.GetCollectionOfObjectValues(parsableFactory);
    }

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<[DynamicallyAccessedMembers(Methods)] T>(
        string contentType, Stream stream, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeCollectionAsync(contentType, stream, FactoryOf<T>(), cancellationToken);

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="type">The models' type.</param>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    [RequiresDynamicCode(TypedReader.DynamicCodeReason)]
    public static Task<IEnumerable<IParsable>> DeserializeCollectionAsync(
        [DynamicallyAccessedMembers(Methods)] Type type, string contentType, Stream stream, CancellationToken cancellationToken = default) =>
        TypedReader.Of(type).ReadCollectionAsync(contentType, stream, cancellationToken);

    private static ParsableFactory<T> FactoryOf<[DynamicallyAccessedMembers(Methods)] T>()
        where T : IParsable
    {
        var method = typeof(T).GetMethod(FactoryMethodName, BindingFlags.Public | BindingFlags.Static, [typeof(IParseNode)])
            ?? throw new InvalidOperationException($"No public static method {FactoryMethodName} found for type {typeof(T).Name}");
        return method.CreateDelegate<ParsableFactory<T>>();
    }

    private static MemoryStream StreamOf(string serializedRepresentation)
    {
        ThrowIfNullOrEmpty(serializedRepresentation, nameof(serializedRepresentation));
        return new MemoryStream(Encoding.UTF8.GetBytes(serializedRepresentation));
    }
}
