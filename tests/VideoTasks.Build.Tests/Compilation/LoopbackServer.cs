using System.Text;
using Microsoft.AspNetCore.Http;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Tests.Compilation;

/// <summary>What came over the wire.</summary>
internal sealed record WireRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What goes back.</summary>
internal sealed record WireResponse(int Status, string ContentType, string Body)
{
    public static WireResponse Json(string body, int status = 200) => new(status, "application/json", body);
}

/// <summary>An HTTP server on loopback that answers every request alike and keeps them.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly WireResponse _response;
    private readonly LoopbackHost _host;

    public LoopbackServer(WireResponse response)
    {
        _response = response;
        _host = new(ServeAsync);
    }

    public string BaseUrl => _host.Address.AbsoluteUri.TrimEnd('/');

    public List<WireRequest> Requests { get; } = [];

    public void Dispose() => _host.Dispose();

    private async Task ServeAsync(HttpContext context)
    {
        var headers = context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Add(new WireRequest(context.Request.Method, LoopbackHost.Target(context), headers, await LoopbackHost.BodyAsync(context)));
        await LoopbackHost.AnswerAsync(context, _response.Status, _response.ContentType, Encoding.UTF8.GetBytes(_response.Body));
    }
}
