using System.Net;
using System.Text;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>A server on loopback that answers with given bodies, whatever made them: <c>{self}</c> in a body becomes its own address.</summary>
internal sealed class SampleServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, Queue<(int Status, string MediaType, byte[] Body)>> _answers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public SampleServer()
    {
        // A port that is taken between finding and using it is tried again.
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                _listener.Start();
                Address = new($"http://127.0.0.1:{port}");
                break;
            }
            catch (HttpListenerException) when (attempt < 5)
            {
            }
        }

        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>What was asked for: method, path as it was on the wire, key, media type and body.</summary>
    public List<(string Method, string Target, string? Key, string? MediaType, string Body)> Requests { get; } = [];

    /// <summary>An mp4 as small as one can be: its boxes reach the end and one is <c>moov</c>.</summary>
    public static byte[] Video { get; } = [.. Box("ftyp", "isom\0\0\u0002\0isomiso2"), .. Box("moov", new string('m', 100)), .. Box("mdat", new string('d', 5000))];

    /// <summary>The next answer to a request; the last one stays.</summary>
    public SampleServer Answers(string target, string json, int status = 200) => Add(target, status, "application/json", Encoding.UTF8.GetBytes(json.Replace("{self}", Address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal)));

    public SampleServer Delivers(string target) => Add(target, 200, "video/mp4", Video);

    public void Dispose() => _listener.Close();

    private static byte[] Box(string type, string content) =>
        [.. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(8 + content.Length)), .. Encoding.ASCII.GetBytes(type), .. Encoding.ASCII.GetBytes(content)];

    private SampleServer Add(string target, int status, string mediaType, byte[] body)
    {
        lock (_lock)
        {
            if (!_answers.TryGetValue(target, out var queue))
            {
                _answers.Add(target, queue = new());
            }

            queue.Enqueue((status, mediaType, body));
        }

        return this;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client went, or the test has ended.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var answer = (Status: 404, MediaType: "application/json", Body: "{\"error\":{\"message\":\"not found\"}}"u8.ToArray());
        lock (_lock)
        {
            Requests.Add((request.HttpMethod, request.RawUrl!, request.Headers["Authorization"], request.ContentType, body));
            if (_answers.TryGetValue($"{request.HttpMethod} {request.RawUrl}", out var queue))
            {
                answer = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
            }
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.MediaType;
        context.Response.ContentLength64 = answer.Body.Length;
        await context.Response.OutputStream.WriteAsync(answer.Body);
        context.Response.Close();
    }
}
