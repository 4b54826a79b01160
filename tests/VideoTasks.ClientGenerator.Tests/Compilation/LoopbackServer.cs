using System.Net;
using System.Text;

namespace VideoTasks.ClientGenerator.Tests.Compilation;

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
    private readonly HttpListener _listener = new();
    private readonly WireResponse _response;
    private readonly Task _loop;

    public LoopbackServer(WireResponse response)
    {
        _response = response;
        BaseUrl = Start();
        _loop = Task.Run(ServeAsync);
    }

    public string BaseUrl { get; }

    public List<WireRequest> Requests { get; } = [];

    public void Dispose()
    {
        _listener.Stop();
        _loop.Wait(TimeSpan.FromSeconds(5));
        _listener.Close();
    }

    private string Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            var url = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}";
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(url + "/");
            try
            {
                _listener.Start();
                return url;
            }
            catch (HttpListenerException) when (attempt < 50)
            {
                // The port is taken.
            }
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var headers = context.Request.Headers.AllKeys.OfType<string>().ToDictionary(static k => k, k => context.Request.Headers[k]!, StringComparer.OrdinalIgnoreCase);
            Requests.Add(new WireRequest(context.Request.HttpMethod, context.Request.RawUrl!, headers, await reader.ReadToEndAsync()));
            var body = Encoding.UTF8.GetBytes(_response.Body);
            context.Response.StatusCode = _response.Status;
            context.Response.ContentType = _response.ContentType;
            context.Response.ContentLength64 = body.Length;
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
    }
}
