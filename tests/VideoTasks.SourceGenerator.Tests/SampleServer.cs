using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>A server on loopback that answers with given bodies, whatever made them: <c>{self}</c> in a body becomes its own address.</summary>
internal sealed class SampleServer : IDisposable
{
    private readonly LoopbackHost _host;
    private readonly Dictionary<string, Queue<(int Status, string MediaType, byte[] Body, (string Name, string Value)[] Headers)>> _answers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public SampleServer() => _host = new(AnswerAsync);

    public Uri Address => _host.Address;

    /// <summary>The headers of each request, beside <see cref="Requests"/>.</summary>
    public List<Dictionary<string, string>> Headers { get; } = [];

    /// <summary>What was asked for: method, path as it was on the wire, key, media type and body.</summary>
    public List<(string Method, string Target, string? Key, string? MediaType, string Body)> Requests { get; } = [];

    /// <summary>An mp4 as small as one can be: its boxes reach the end and one is <c>moov</c>.</summary>
    public static byte[] Video { get; } = [.. Box("ftyp", "isom\0\0\u0002\0isomiso2"), .. Box("moov", new string('m', 100)), .. Box("mdat", new string('d', 5000))];

    /// <summary>The next answer to a request; the last one stays.</summary>
    public SampleServer Answers(string target, string json, int status = 200, params (string Name, string Value)[] headers) =>
        Add(target, status, "application/json", Encoding.UTF8.GetBytes(Here(json)), [.. headers.Select(h => (h.Name, Here(h.Value)))]);

    public SampleServer Delivers(string target) => Add(target, 200, "video/mp4", Video, []);

    public void Dispose() => _host.Dispose();

    private static byte[] Box(string type, string content) =>
        [.. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(8 + content.Length)), .. Encoding.ASCII.GetBytes(type), .. Encoding.ASCII.GetBytes(content)];

    private string Here(string text) => text.Replace("{self}", Address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);

    private SampleServer Add(string target, int status, string mediaType, byte[] body, (string Name, string Value)[] headers)
    {
        lock (_lock)
        {
            if (!_answers.TryGetValue(target, out var queue))
            {
                _answers.Add(target, queue = new());
            }

            queue.Enqueue((status, mediaType, body, headers));
        }

        return this;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, target) = (context.Request, LoopbackHost.Target(context));
        var body = await LoopbackHost.BodyAsync(context);
        var answer = (Status: 404, MediaType: "application/json", Body: "{\"error\":{\"message\":\"not found\"}}"u8.ToArray(), Headers: Array.Empty<(string Name, string Value)>());
        lock (_lock)
        {
            Headers.Add(request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            Requests.Add((request.Method, target, request.Headers.Authorization, request.ContentType, body));
            if (_answers.TryGetValue($"{request.Method} {target}", out var queue))
            {
                answer = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
            }
        }

        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await LoopbackHost.AnswerAsync(context, answer.Status, answer.MediaType, answer.Body);
    }
}
