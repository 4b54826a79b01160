using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using VideoTasks.Build.Generation;

namespace VideoTasks.Build.Tests.Compilation;

/// <summary>Runs a piece of C# with the client of a document against a server, and tells what came of it.</summary>
internal sealed record ClientRun(string? Result, Exception? Error, IReadOnlyList<WireRequest> Requests)
{
    public WireRequest Request => Requests.ShouldHaveSingleItem();

    /// <param name="document">The name of a document of Documents/Features.</param>
    /// <param name="code">Statements that see <c>client</c> and return a text (or null).</param>
    /// <param name="response">What the server answers; an empty object when it doesn't matter.</param>
    /// <param name="options">How to generate.</param>
    public static async Task<ClientRun> OfAsync(string document, string code, WireResponse? response = null, GenerateOptions? options = null)
    {
        var script = $$"""
            #pragma warning disable CS1591
            using Microsoft.Kiota.Abstractions;
            using Microsoft.Kiota.Abstractions.Serialization;
            using Test;
            public static class Script
            {
                public static async System.Threading.Tasks.Task<string?> RunAsync(IRequestAdapter adapter)
                {
                    var client = new TestClient(adapter);
                    await System.Threading.Tasks.Task.Yield();
                    {{code}}
                }
            }
            """;
        var compilation = ClientCompiler.Compile(TestDocument.Generate(TestDocument.Read(document), options).Files, script);
        compilation.Faults().ShouldBeEmpty();
        var run = compilation.Load().GetType("Script")!.GetMethod("RunAsync")!.CreateDelegate<Func<IRequestAdapter, Task<string?>>>();
        using var server = new LoopbackServer(response ?? WireResponse.Json("{}"));
        using var http = new HttpClient();
        using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = server.BaseUrl };
        try
        {
            return new ClientRun(await run(adapter), null, server.Requests);
        }
        catch (Exception exception) when (exception is ApiException or InvalidOperationException or ArgumentException)
        {
            return new ClientRun(null, exception, server.Requests);
        }
    }
}
