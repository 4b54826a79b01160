using System.Net;

namespace VideoTasks.Http;

/// <summary>
/// The one send of a request that costs money. Handlers of the application that send it again, after a delay or beside it, get what became of the
/// first
/// send; a time limit of theirs for one try ends their waiting and not the send.
/// </summary>
internal sealed class SingleSend : IDisposable
{
    /// <summary>Set by who makes the request: that it may be sent once, and how many bytes of the answer are of use.</summary>
    public static readonly HttpRequestOptionsKey<int> BodyLimit = new("VideoTasks.SingleSend.BodyLimit");

    private static readonly HttpRequestOptionsKey<SingleSend> Key = new("VideoTasks.SingleSend");

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop;
    private readonly int _bodyLimit;
    private Task<Outcome>? _outcome;

    private SingleSend(int bodyLimit, CancellationToken cancellationToken)
    {
        _bodyLimit = bodyLimit;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Whether the request was given to the network.</summary>
    public bool HasStarted => Volatile.Read(ref _outcome) is not null;

    /// <summary>Whether a request is one that may be sent once only.</summary>
    public static bool IsSentOnce(HttpRequestMessage request) => request.Options.TryGetValue(BodyLimit, out _);

    /// <summary>Lets a request through once, where it is one that may be sent once; null for any other.</summary>
    /// <param name="request">The request, also one that follows a redirect: that is another one.</param>
    /// <param name="cancellationToken">Ends the send itself.</param>
    public static SingleSend? Begin(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(BodyLimit, out var limit))
        {
            return null;
        }

        var send = new SingleSend(limit, cancellationToken);
        request.Options.Set(Key, send);
        if (request.Content is not (null or SharedContent))
        {
            request.Content = new SharedContent(request.Content);
        }

        return send;
    }

    /// <summary>
    /// What was begun for a request; null when it may be sent as often as anybody likes. Copies of a request have the options of the original.
    /// </summary>
    public static SingleSend? Find(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var send) ? send : null;

    /// <summary>Sends, or waits for what was sent.</summary>
    /// <param name="request">The request, or a copy of it.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        Task<Outcome> outcome;
        lock (_lock)
        {
            outcome = _outcome ??= StartAsync(request, send);
        }

        return (await outcome.WaitAsync(cancellationToken).ConfigureAwait(false)).ToMessage();
    }

    /// <summary>Nobody waits any longer.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();

        // An outcome that nobody waited for is no fault of the process.
        _ =
            _outcome?.ContinueWith(
                static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task<Outcome> StartAsync(HttpRequestMessage request, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send)
    {
        // The token is asked for before the caller can dispose of its source.
        var token = _stop.Token;
        await Task.Yield();
        using var response = await send(request, token).ConfigureAwait(false);
        return new Outcome(response, await ReadAsync(response.Content, token).ConfigureAwait(false));
    }

    // A byte more than the limit, so that who reads it sees that it is too large.
    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (body.Length <= _bodyLimit && await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    /// <summary>An answer that can be given any number of times.</summary>
    private sealed class Outcome(HttpResponseMessage response, byte[] body)
    {
        private readonly HttpStatusCode _status = response.StatusCode;
        private readonly string? _reason = response.ReasonPhrase;
        private readonly Version _version = response.Version;
        private readonly HttpRequestMessage? _request = response.RequestMessage;
        private readonly List<KeyValuePair<string, IEnumerable<string>>> _headers =
            [.. response.Headers.NonValidated.Select(h => KeyValuePair.Create(h.Key, h.Value.AsEnumerable()))];

        private readonly List<KeyValuePair<string, IEnumerable<string>>> _contentHeaders =
            [.. response.Content.Headers.NonValidated.Select(h => KeyValuePair.Create(h.Key, h.Value.AsEnumerable()))];

        public HttpResponseMessage ToMessage()
        {
            var message =
                new HttpResponseMessage(_status)
                {
                    ReasonPhrase = _reason,
                    Version = _version,
                    RequestMessage = _request,
                    Content = new ByteArrayContent(body),
                };
            foreach (var (name, values) in _headers)
            {
                message.Headers.TryAddWithoutValidation(name, values);
            }

            message.Content.Headers.Clear();
            foreach (var (name, values) in _contentHeaders)
            {
                message.Content.Headers.TryAddWithoutValidation(name, values);
            }

            return message;
        }
    }
}
