namespace VideoTasks.Http;

/// <summary>
/// The innermost handler of our client in a container: lets a request that costs money through once, whatever the handlers around it do.
/// </summary>
internal sealed class SingleSendHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SingleSend.Find(request) is { } send
            ? send.SendAsync(request, base.SendAsync, cancellationToken)
            : base.SendAsync(request, cancellationToken);
}
