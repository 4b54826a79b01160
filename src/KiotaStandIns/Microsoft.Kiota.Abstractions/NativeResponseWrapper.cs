namespace Microsoft.Kiota.Abstractions;

/// <summary>Calls an operation and hands back the native response instead of the model.</summary>
public class NativeResponseWrapper
{
    /// <summary>Calls an operation without a body and without cancellation.</summary>
    /// <param name="originalCall">The operation.</param>
    /// <param name="q">Sets the query parameters.</param>
    /// <param name="h">Sets the headers.</param>
    /// <param name="o">The request options.</param>
    /// <returns>The native response.</returns>
    public static Task<NativeResponseType?> CallAndGetNativeType<ModelType, NativeResponseType, QueryParametersType>(
        Func<
            Action<QueryParametersType>?, Action<IDictionary<string, string>>?, IEnumerable<IRequestOption>?, IResponseHandler,
            Task<ModelType>> originalCall,
        Action<QueryParametersType>? q = null,
        Action<IDictionary<string, string>>? h = null,
        IEnumerable<IRequestOption>? o = null)
        where NativeResponseType : class
    {
        ArgumentNullException.ThrowIfNull(originalCall);
        return CallAsync<NativeResponseType>(handler => originalCall(q, h, o, handler));
    }

    /// <summary>Calls an operation with a body and without cancellation.</summary>
    /// <param name="originalCall">The operation.</param>
    /// <param name="requestBody">The body.</param>
    /// <param name="q">Sets the query parameters.</param>
    /// <param name="h">Sets the headers.</param>
    /// <param name="o">The request options.</param>
    /// <returns>The native response.</returns>
    public static Task<NativeResponseType?> CallAndGetNativeType<ModelType, NativeResponseType, QueryParametersType, RequestBodyType>(
        Func<
            RequestBodyType, Action<QueryParametersType>?, Action<IDictionary<string, string>>?, IEnumerable<IRequestOption>?, IResponseHandler,
            Task<ModelType>> originalCall,
        RequestBodyType requestBody,
        Action<QueryParametersType>? q = null,
        Action<IDictionary<string, string>>? h = null,
        IEnumerable<IRequestOption>? o = null)
        where NativeResponseType : class
    {
        ArgumentNullException.ThrowIfNull(originalCall);
        return CallAsync<NativeResponseType>(handler => originalCall(requestBody, q, h, o, handler));
    }

    /// <summary>Calls an operation without a body.</summary>
    /// <param name="originalCall">The operation.</param>
    /// <param name="q">Sets the query parameters.</param>
    /// <param name="h">Sets the headers.</param>
    /// <param name="o">The request options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The native response.</returns>
    public static Task<NativeResponseType?> CallAndGetNativeTypeAsync<ModelType, NativeResponseType, QueryParametersType>(
        Func<
            Action<QueryParametersType>?, Action<IDictionary<string, string>>?, IEnumerable<IRequestOption>?, IResponseHandler,
            CancellationToken, Task<ModelType>> originalCall,
        Action<QueryParametersType>? q = null,
        Action<IDictionary<string, string>>? h = null,
        IEnumerable<IRequestOption>? o = null,
        CancellationToken cancellationToken = default)
        where NativeResponseType : class
    {
        ArgumentNullException.ThrowIfNull(originalCall);
        return CallAsync<NativeResponseType>(handler => originalCall(q, h, o, handler, cancellationToken));
    }

    /// <summary>Calls an operation with a body.</summary>
    /// <param name="originalCall">The operation.</param>
    /// <param name="requestBody">The body.</param>
    /// <param name="q">Sets the query parameters.</param>
    /// <param name="h">Sets the headers.</param>
    /// <param name="o">The request options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The native response.</returns>
    public static Task<NativeResponseType?> CallAndGetNativeTypeAsync<ModelType, NativeResponseType, QueryParametersType, RequestBodyType>(
        Func<
            RequestBodyType, Action<QueryParametersType>?, Action<IDictionary<string, string>>?, IEnumerable<IRequestOption>?, IResponseHandler,
            CancellationToken, Task<ModelType>> originalCall,
        RequestBodyType requestBody,
        Action<QueryParametersType>? q = null,
        Action<IDictionary<string, string>>? h = null,
        IEnumerable<IRequestOption>? o = null,
        CancellationToken cancellationToken = default)
        where NativeResponseType : class
    {
        ArgumentNullException.ThrowIfNull(originalCall);
        return CallAsync<NativeResponseType>(handler => originalCall(requestBody, q, h, o, handler, cancellationToken));
    }

    private static async Task<NativeResponseType?> CallAsync<NativeResponseType>(Func<IResponseHandler, Task> call)
        where NativeResponseType : class
    {
        var handler = new NativeResponseHandler();
        await call(handler).ConfigureAwait(false);
        return handler.Value as NativeResponseType;
    }
}
