using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KiotaStandIns.Tests;

/// <summary>A server on a loopback socket that keeps what it was sent and answers as it is told.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoServer(WebApplication app) => _app = app;

    public string BaseUrl => _app.Urls.First();

    public int Status { get; set; } = StatusCodes.Status200OK;

    public string ContentType { get; set; } = "application/json";

    public byte[] Answer { get; set; } = [];

    public string Method { get; private set; } = string.Empty;

    public string Target { get; private set; } = string.Empty;

    public string Body { get; private set; } = string.Empty;

    public IHeaderDictionary Headers { get; private set; } = new HeaderDictionary();

    public static async Task<EchoServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new EchoServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public EchoServer Answering(string json, int status = StatusCodes.Status200OK, string contentType = "application/json")
    {
        Answer = Encoding.UTF8.GetBytes(json);
        Status = status;
        ContentType = contentType;
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Body = await reader.ReadToEndAsync(context.RequestAborted);
        Method = context.Request.Method;
        Target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        Headers = new HeaderDictionary(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(context.Request.Headers));
        context.Response.StatusCode = Status;
        if (Answer.Length > 0)
        {
            context.Response.ContentType = ContentType;
            await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
        }
    }
}
