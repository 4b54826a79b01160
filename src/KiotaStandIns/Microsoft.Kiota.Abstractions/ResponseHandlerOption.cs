namespace Microsoft.Kiota.Abstractions;

/// <summary>The request option that names the response handler of a request.</summary>
public class ResponseHandlerOption : IRequestOption
{
    /// <summary>The handler; null leaves the response to the adapter.</summary>
    public IResponseHandler? ResponseHandler { get; set; }
}
