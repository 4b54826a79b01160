using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Microsoft.Kiota.Abstractions;

/// <summary>Sends requests over an HTTP library and reads the answers into models.</summary>
public interface IRequestAdapter
{
    /// <summary>The base URL that requests are relative to; fills <c>{+baseurl}</c>.</summary>
    string? BaseUrl { get; set; }

    /// <summary>The factory of the writers that request bodies are written with.</summary>
    ISerializationWriterFactory SerializationWriterFactory { get; }

    /// <summary>Turns backing stores on for the models that are read and written.</summary>
    /// <param name="backingStoreFactory">Makes the stores.</param>
    void EnableBackingStore(IBackingStoreFactory backingStoreFactory);

    /// <summary>Sends a request and reads one model.</summary>
    /// <param name="requestInfo">The request.</param>
    /// <param name="factory">Makes the model from the answer.</param>
    /// <param name="errorMapping">The factories of the error models by status code, <c>4XX</c>, <c>5XX</c> or <c>XXX</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <typeparam name="ModelType">The model's type.</typeparam>
    /// <returns>The model; null when the answer has no body.</returns>
    Task<ModelType?> SendAsync<ModelType>(
        RequestInformation requestInfo,
        ParsableFactory<ModelType> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default)
        where ModelType : IParsable;

    /// <summary>Sends a request and reads a collection of models.</summary>
    /// <param name="requestInfo">The request.</param>
    /// <param name="factory">Makes a model from the answer.</param>
    /// <param name="errorMapping">The factories of the error models by status code, <c>4XX</c>, <c>5XX</c> or <c>XXX</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <typeparam name="ModelType">The model's type.</typeparam>
    /// <returns>The models; null when the answer has no body.</returns>
    Task<IEnumerable<ModelType>?> SendCollectionAsync<ModelType>(
        RequestInformation requestInfo,
        ParsableFactory<ModelType> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default)
        where ModelType : IParsable;

    /// <summary>Sends a request and reads a number, a text, a date, an enum or a stream.</summary>
    /// <param name="requestInfo">The request.</param>
    /// <param name="errorMapping">The factories of the error models by status code, <c>4XX</c>, <c>5XX</c> or <c>XXX</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <typeparam name="ModelType">The type of the answer.</typeparam>
    /// <returns>The answer; null when it has no body.</returns>
    Task<ModelType?> SendPrimitiveAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] ModelType>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default);

    /// <summary>Sends a request and reads a collection of numbers, texts, dates or enums.</summary>
    /// <param name="requestInfo">The request.</param>
    /// <param name="errorMapping">The factories of the error models by status code, <c>4XX</c>, <c>5XX</c> or <c>XXX</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <typeparam name="ModelType">The type of one item.</typeparam>
    /// <returns>The items; null when the answer has no body.</returns>
    Task<IEnumerable<ModelType>?> SendPrimitiveCollectionAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] ModelType>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default);

    /// <summary>Sends a request whose answer has no body that matters.</summary>
    /// <param name="requestInfo">The request.</param>
    /// <param name="errorMapping">The factories of the error models by status code, <c>4XX</c>, <c>5XX</c> or <c>XXX</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes the HTTP library's own request of a request, authenticated and ready to send.</summary>
    /// <param name="requestInfo">The request.</param>
    /// <param name="cancellationToken">Cancels the authentication.</param>
    /// <typeparam name="T">The HTTP library's request type.</typeparam>
    /// <returns>The native request.</returns>
    Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default);
}
