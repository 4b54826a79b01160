namespace VideoTasks.Http;

/// <summary>A vendor's rules as a message handler, for the typed clients: key, redirects, addresses.</summary>
internal sealed class VendorHttpHandler(VendorHttp http) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = http.Endpoint.Owns(request.RequestUri!) ? http.Endpoint.WithBaseQuery(request.RequestUri!) : request.RequestUri;
        return http.SendAsync(request, cancellationToken);
    }
}
