using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>Vendors whose finished task holds no more than the id of a file, for which a second call is made: dropped in, and driven to the file.</summary>
public sealed class FileVendorTests
{
    private const string Key = "k-0123456789";
    private const int Cut = 2_000;

    /// <summary>The second call answers with the file's URL. Nothing of this is said to the generator: the words are the convention.</summary>
    private const string Linking = """
        openapi: 3.0.3
        info: { title: Linking files, version: "1" }
        servers: [{ url: https://api.linking.example }]
        components:
          securitySchemes: { key: { type: http, scheme: bearer } }
          schemas:
            Task:
              type: object
              properties:
                task_id: { type: string }
                status: { type: string, enum: [Queueing, Processing, Success, Fail] }
                file_id: { type: string }
        security: [{ key: [] }]
        paths:
          /v1/video_generation:
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { model: { type: string }, prompt: { type: string } } } } } }
              responses: { "200": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Task" } } } } }
          /v1/query/video_generation:
            get:
              parameters: [{ name: task_id, in: query, required: true, schema: { type: string } }]
              responses: { "200": { description: task, content: { application/json: { schema: { $ref: "#/components/schemas/Task" } } } } }
          /v1/files/retrieve:
            get:
              parameters: [{ name: file_id, in: query, required: true, schema: { type: string } }]
              responses:
                "200":
                  description: file
                  content: { application/json: { schema: { type: object, properties: { file: { type: object, properties: { file_id: { type: string }, download_url: { type: string } } } } } } }
        """;

    /// <summary>The second call answers with the bytes, and where the file's id stands is a hint.</summary>
    private const string Serving = """
        openapi: 3.0.3
        info: { title: Serving files, version: "1" }
        servers: [{ url: https://api.serving.example }]
        x-video-content-id: /output/asset
        x-video-operations: { content: "GET /v1/files/{file}/content" }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: x-api-key } }
          schemas:
            Task:
              type: object
              properties:
                id: { type: string }
                status: { type: string }
                output: { type: object, properties: { asset: { type: string } } }
        security: [{ key: [] }]
        paths:
          /v1/videos:
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { prompt: { type: string } } } } } }
              responses: { "200": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Task" } } } } }
          /v1/videos/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: task, content: { application/json: { schema: { $ref: "#/components/schemas/Task" } } } } }
          /v1/files/{file}/content:
            get:
              parameters: [{ name: file, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: bytes, content: { video/mp4: { schema: { type: string, format: binary } } } } }
        """;

    [Theory]
    [InlineData("linking", "file")]
    [InlineData("linking", "stream")]
    [InlineData("linking", "open")]
    [InlineData("serving", "file")]
    [InlineData("serving", "stream")]
    [InlineData("serving", "open")]
    public async Task The_second_call_is_made_and_a_cut_of_the_file_is_taken_up(string vendor, string form)
    {
        using var server = new FileServer(isReady: true);
        var client = VideoTaskClient.Create(VendorBuild.OfDocument(vendor, vendor == "linking" ? Linking : Serving), new() { BaseUrl = server.Address, ApiKey = Key });
        var options = new VideoDownloadOptions { RetryDelay = TimeSpan.FromMilliseconds(5), FlushToDisk = false };

        var task = await client.CreateAsync(new() { Prompt = "a cat", Model = "m" }, TestContext.Current.CancellationToken);
        task = await client.GetAsync(task.Id, TestContext.Current.CancellationToken);
        task.Status.ShouldBe(VideoTaskStatus.Completed);
        var bytes = await DownloadAsync(client, task.Id, form, options);

        bytes.ShouldBe(SampleServer.Video);
        server.Requests.Count(request => request == (vendor == "linking" ? "GET /v1/files/retrieve?file_id=file-7%2F9" : "GET /v1/files/file-7%2F9/content")).ShouldBe(vendor == "linking" ? 1 : 2);
        server.Ranges.ShouldBe([null, $"bytes={Cut}-"]);
        server.KeysAtTheFile.ShouldAllBe(key => key == (vendor == "serving"));
    }

    [Theory]
    [InlineData("linking")]
    [InlineData("serving")]
    public async Task A_task_without_a_file_is_not_ready(string vendor)
    {
        using var server = new FileServer(isReady: false);
        var client = VideoTaskClient.Create(VendorBuild.OfDocument(vendor, vendor == "linking" ? Linking : Serving), new() { BaseUrl = server.Address, ApiKey = Key });

        var error = await Should.ThrowAsync<VideoNotReadyException>(() => client.DownloadToAsync(
            "task-1", Stream.Null, new() { ReadyTimeout = TimeSpan.Zero }, TestContext.Current.CancellationToken));

        error.Message.ShouldContain(vendor == "linking" ? "/file_id" : "/output/asset");
        server.Requests.ShouldAllBe(request => !request.Contains("/files/"));
    }

    private static async Task<byte[]> DownloadAsync(VideoTaskClient client, string id, string form, VideoDownloadOptions options)
    {
        var token = TestContext.Current.CancellationToken;
        using var stream = new MemoryStream();
        switch (form)
        {
            case "open":
                await using (var content = await client.OpenContentAsync(id, options, token))
                {
                    await content.Stream.CopyToAsync(stream, token);
                }

                return stream.ToArray();
            case "stream":
                var written = await client.DownloadToAsync(id, stream, options, token);
                written.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(SampleServer.Video)));
                return stream.ToArray();
            default:
                var folder = Directory.CreateTempSubdirectory("videotasks-");
                try
                {
                    var result = await client.DownloadToFileAsync(id, Path.Combine(folder.FullName, "out.mp4"), options, token);
                    return await File.ReadAllBytesAsync(result.Path!, token);
                }
                finally
                {
                    folder.Delete(recursive: true);
                }
        }
    }

    /// <summary>Both vendors, with a file that is cut off the first time.</summary>
    private sealed class FileServer : IDisposable
    {
        private readonly LoopbackHost _host;
        private readonly bool _isReady;

        public FileServer(bool isReady) => (_isReady, _host) = (isReady, new(AnswerAsync));

        public Uri Address => _host.Address;

        public ConcurrentQueue<string> Requests { get; } = [];

        public ConcurrentQueue<string?> Ranges { get; } = [];

        public ConcurrentQueue<bool> KeysAtTheFile { get; } = [];

        public void Dispose() => _host.Dispose();

        private async Task AnswerAsync(HttpContext context)
        {
            var target = LoopbackHost.Target(context);
            Requests.Enqueue($"{context.Request.Method} {target}");
            var key = context.Request.Headers.Authorization.ToString() + context.Request.Headers["x-api-key"];
            var isFile = target.EndsWith("/content", StringComparison.Ordinal) || target.StartsWith("/signed", StringComparison.Ordinal);
            if (!isFile && !key.Contains(Key, StringComparison.Ordinal))
            {
                await JsonAsync(context, """{"error":{"message":"no key"}}""", 401);
                return;
            }

            if (isFile)
            {
                KeysAtTheFile.Enqueue(key.Length > 0);
                await FileAsync(context);
                return;
            }

            await JsonAsync(context, (context.Request.Method, target.Split('?')[0]) switch
            {
                ("POST", "/v1/video_generation") => """{"task_id":"task-1"}""",
                ("POST", "/v1/videos") => """{"id":"task-1","status":"queued"}""",
                (_, "/v1/query/video_generation") => _isReady ? """{"task_id":"task-1","status":"Success","file_id":"file-7/9"}""" : """{"task_id":"task-1","status":"Processing","file_id":""}""",
                (_, "/v1/videos/task-1") => _isReady ? """{"id":"task-1","status":"completed","output":{"asset":"file-7/9"}}""" : """{"id":"task-1","status":"running"}""",
                _ => $$"""{"file":{"file_id":"file-7/9","download_url":"http://localhost:{{Address.Port}}/signed.mp4?s=1"} }""",
            });
        }

        private async Task FileAsync(HttpContext context)
        {
            var range = context.Request.Headers.Range.ToString();
            Ranges.Enqueue(range.Length == 0 ? null : range);
            var video = SampleServer.Video;
            var from = range.Length == 0 ? 0 : int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = from == 0 ? 200 : 206;
            context.Response.ContentType = "video/mp4";
            context.Response.ContentLength = video.Length - from;
            context.Response.Headers.ETag = "\"f1\"";
            if (from > 0)
            {
                context.Response.Headers.ContentRange = $"bytes {from}-{video.Length - 1}/{video.Length}";
                await context.Response.Body.WriteAsync(video.AsMemory(from));
                return;
            }

            await context.Response.Body.WriteAsync(video.AsMemory(0, Cut));
            await context.Response.Body.FlushAsync();

            // An abort may overtake what was flushed.
            await Task.Delay(100);
            context.Abort();
        }

        private static Task JsonAsync(HttpContext context, string json, int status = 200) =>
            LoopbackHost.AnswerAsync(context, status, "application/json", System.Text.Encoding.UTF8.GetBytes(json));
    }
}
