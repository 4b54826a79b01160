using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Reads and writes models with the factories of the default registries.</summary>
public static partial class KiotaSerializer
{
    private const string FactoryMethodName = "CreateFromDiscriminatorValue";

    /// <summary>Reads a model.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="parsableFactory">Makes the model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<T?> DeserializeAsync<T>(
        string contentType, string serializedRepresentation, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable
    {
        ThrowIfNullOrEmpty(serializedRepresentation, nameof(serializedRepresentation));
        return DeserializeAsync(contentType, StreamOf(serializedRepresentation), parsableFactory, cancellationToken);
    }

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The model's type.</typeparam>
    public static Task<T?> DeserializeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(
        string contentType, string serializedRepresentation, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeAsync(contentType, serializedRepresentation, FactoryOf<T>(), cancellationToken);

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="type">The model's type.</param>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static Task<IParsable?> DeserializeAsync(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type, string contentType, string serializedRepresentation, CancellationToken cancellationToken = default) =>
        DeserializeAsync(contentType, serializedRepresentation, FactoryOf(type), cancellationToken);

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
    public static Task<T?> DeserializeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(
        string contentType, Stream stream, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeAsync(contentType, stream, FactoryOf<T>(), cancellationToken);

    /// <summary>Reads a model whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="type">The model's type.</param>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static Task<IParsable?> DeserializeAsync(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type, string contentType, Stream stream, CancellationToken cancellationToken = default) =>
        DeserializeAsync(contentType, stream, FactoryOf(type), cancellationToken);

    /// <summary>Reads a collection of models.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="parsableFactory">Makes one model.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<T>(
        string contentType, string serializedRepresentation, ParsableFactory<T> parsableFactory, CancellationToken cancellationToken = default)
        where T : IParsable
    {
        ThrowIfNullOrEmpty(serializedRepresentation, nameof(serializedRepresentation));
        return DeserializeCollectionAsync(contentType, StreamOf(serializedRepresentation), parsableFactory, cancellationToken);
    }

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <typeparam name="T">The models' type.</typeparam>
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(
        string contentType, string serializedRepresentation, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeCollectionAsync(contentType, serializedRepresentation, FactoryOf<T>(), cancellationToken);

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="type">The models' type.</param>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="serializedRepresentation">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static Task<IEnumerable<IParsable>> DeserializeCollectionAsync(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type, string contentType, string serializedRepresentation, CancellationToken cancellationToken = default) =>
        DeserializeCollectionAsync(contentType, serializedRepresentation, FactoryOf(type), cancellationToken);

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
    public static Task<IEnumerable<T>> DeserializeCollectionAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(
        string contentType, Stream stream, CancellationToken cancellationToken = default)
        where T : IParsable =>
        DeserializeCollectionAsync(contentType, stream, FactoryOf<T>(), cancellationToken);

    /// <summary>Reads a collection of models whose type has a <c>CreateFromDiscriminatorValue</c>.</summary>
    /// <param name="type">The models' type.</param>
    /// <param name="contentType">The document's content type.</param>
    /// <param name="stream">The document.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static Task<IEnumerable<IParsable>> DeserializeCollectionAsync(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type, string contentType, Stream stream, CancellationToken cancellationToken = default) =>
        DeserializeCollectionAsync(contentType, stream, FactoryOf(type), cancellationToken);

    private static ParsableFactory<T> FactoryOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>()
        where T : IParsable =>
        FactoryMethodOf(typeof(T)).CreateDelegate<ParsableFactory<T>>();

    private static ParsableFactory<IParsable> FactoryOf([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return FactoryMethodOf(type).CreateDelegate<ParsableFactory<IParsable>>();
    }

    private static MethodInfo FactoryMethodOf([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type) =>
        type.GetMethod(FactoryMethodName, BindingFlags.Public | BindingFlags.Static, [typeof(IParseNode)])
        ?? throw new InvalidOperationException($"No public static method {FactoryMethodName} found for type {type.Name}");

    private static MemoryStream StreamOf(string text) => new(Encoding.UTF8.GetBytes(text));
}
