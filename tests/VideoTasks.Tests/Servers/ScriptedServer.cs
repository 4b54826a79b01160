using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VideoTasks.Tests.Servers;

/// <summary>What a client sent.</summary>
internal sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What the server answers.</summary>
internal sealed record Answer(int Status, byte[] Body, string? ContentType = "application/json", params (string Name, string Value)[] Headers)
{
    public static Answer Json(string body, int status = 200, params (string Name, string Value)[] headers) => new(status, Encoding.UTF8.GetBytes(body), "application/json", headers);
}

/// <summary>A real HTTP server on loopback that answers as it is told and remembers what it was asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenRequest> _requests = new();

    private ScriptedServer(Func<SeenRequest, Task<Answer?>> script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context => RespondAsync(context, script));
    }

    public Uri Url => new(_app.Urls.First());

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    public static Task<ScriptedServer> StartAsync(params Answer[] answers)
    {
        var next = -1;
        return StartAsync(_ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
    }

    public static Task<ScriptedServer> StartAsync(Func<SeenRequest, Answer?> script) => StartAsync(request => Task.FromResult(script(request)));

    /// <param name="script">Gives the answer of each request; null cuts the connection.</param>
    public static async Task<ScriptedServer> StartAsync(Func<SeenRequest, Task<Answer?>> script)
    {
        var server = new ScriptedServer(script);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext context, Func<SeenRequest, Task<Answer?>> script)
    {
        using var reader = new StreamReader(context.Request.Body);
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var seen = new SeenRequest(
            context.Request.Method,
            target,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        _requests.Enqueue(seen);
        if (await script(seen) is not { } answer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Body.Length > 0)
        {
            await context.Response.Body.WriteAsync(answer.Body);
        }
    }
}
