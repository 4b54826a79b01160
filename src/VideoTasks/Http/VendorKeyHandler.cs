namespace VideoTasks.Http;

/// <summary>
/// The handler around the primary one of our client in a container. The key is on a request while that one has it, and at no other time: not when
/// <c>IHttpClientFactory</c>'s loggers take down the headers, nor when a handler of the application does.
/// </summary>
internal sealed class VendorKeyHandler(HttpMessageHandler primary) : DelegatingHandler(primary)
{
    private static readonly HttpRequestOptionsKey<VendorCredential?> Credential = new("VideoTasks.Credential");

    /// <summary>Leaves the key to a handler of this kind, where there is one.</summary>
    /// <param name="handler">The first handler that the request goes through.</param>
    /// <param name="request">The request; one that follows a redirect has the options of the one before.</param>
    /// <param name="credential">The key; null where the request may not have it.</param>
    public static bool TryLeave(HttpMessageHandler? handler, HttpRequestMessage request, VendorCredential? credential)
    {
        while (handler is DelegatingHandler outer and not VendorKeyHandler)
        {
            handler = outer.InnerHandler;
        }

        request.Options.Set(Credential, handler is VendorKeyHandler ? credential : null);
        return handler is VendorKeyHandler;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(VendorTransport.IsForeign, out var isForeign) && isForeign)
        {
            // Handlers of the application may have added what is meant for the vendor: trace context, baggage, a tenant, a user.
            VendorCredential.RemoveHeaders(request);
        }

        if (!request.Options.TryGetValue(Credential, out var credential) || credential is null)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var url = request.RequestUri;
        var header = credential.Apply(request);
        var sent = request.RequestUri;
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A handler that follows redirects writes where they led into the request: that has to be seen.
            request.RequestUri = ReferenceEquals(request.RequestUri, sent) ? url : credential.RemoveFrom(request.RequestUri!);
            if (header is not null)
            {
                request.Headers.Remove(header);
            }
        }
    }
}
