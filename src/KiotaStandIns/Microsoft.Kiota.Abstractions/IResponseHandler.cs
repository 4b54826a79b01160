using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Abstractions;

/// <summary>Takes over what is done with a response.</summary>
public interface IResponseHandler
{
    /// <summary>Handles a response instead of the adapter.</summary>
    /// <param name="response">The response as the HTTP library gives it.</param>
    /// <param name="errorMappings">The factories of the error models by status code, <c>4XX</c>, <c>5XX</c> or <c>XXX</c>.</param>
    /// <typeparam name="NativeResponseType">The HTTP library's response type.</typeparam>
    /// <typeparam name="ModelType">The type that the response is read as.</typeparam>
    /// <returns>What the request's caller gets.</returns>
    Task<ModelType?> HandleResponseAsync<NativeResponseType, ModelType>(
        NativeResponseType response,
        Dictionary<string, ParsableFactory<IParsable>>? errorMappings);
}
