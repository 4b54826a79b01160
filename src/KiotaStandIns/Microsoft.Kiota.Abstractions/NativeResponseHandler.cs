using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Abstractions;

/// <summary>Keeps the native response for the caller and reads nothing of it.</summary>
public class NativeResponseHandler : IResponseHandler
{
    /// <summary>The response that came; null before.</summary>
    public object? Value;

    /// <summary>The error mappings of the request that the response answers.</summary>
    public Dictionary<string, ParsableFactory<IParsable>>? ErrorMappings { get; set; }

    /// <inheritdoc/>
    public Task<ModelType?> HandleResponseAsync<NativeResponseType, ModelType>(
        NativeResponseType response,
        Dictionary<string, ParsableFactory<IParsable>>? errorMappings)
    {
        Value = response;
        ErrorMappings = errorMappings;
        return Task.FromResult(default(ModelType));
    }
}
