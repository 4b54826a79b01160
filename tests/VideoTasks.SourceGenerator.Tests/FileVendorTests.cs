using System.Security.Cryptography;
using VideoTasks.SourceGenerator.Tests.Kiota;
using VideoTasks.Tests.Download;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>
/// Vendors whose finished task holds no more than the id of a file, for which a second call is made: dropped in, and driven to the file.
/// </summary>
public sealed class FileVendorTests : IUsesVendors
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

    static IEnumerable<TestVendor> IUsesVendors.Vendors => [Vendor("linking"), Vendor("serving")];

    [Theory]
    [InlineData("linking", "file")]
    [InlineData("linking", "stream")]
    [InlineData("linking", "open")]
    [InlineData("serving", "file")]
    [InlineData("serving", "stream")]
    [InlineData("serving", "open")]
    public async Task The_second_call_is_made_and_a_cut_of_the_file_is_taken_up(string vendor, string form)
    {
        await using var server = new FaultServer(exchange => AnswerAsync(exchange, isReady: true));
        var client = ClientOf(vendor, server);

        var task = await client.CreateAsync(new() { Prompt = "a cat" }, TestContext.Current.CancellationToken);
        task = await client.GetAsync(task.Id, TestContext.Current.CancellationToken);
        task.Status.ShouldBe(VideoTaskStatus.Completed);
        var bytes = await DownloadAsync(client, task.Id, form);

        bytes.ShouldBe(VendorDrive.Video);
        var (secondCall, count) = vendor == "linking" ? ("GET /v1/files/retrieve?file_id=file-7%2F9", 1) : ("GET /v1/files/file-7%2F9/content", 2);
        server.Requests.Count(request => $"{request.Method} {request.Target}" == secondCall).ShouldBe(count);
        server.Requests.Where(IsFile).Select(request => request.Range).ShouldBe([null, $"bytes={Cut}-"]);
        server.Requests.Where(IsFile).ShouldAllBe(request => HasKey(request) == (vendor == "serving"));
    }

    [Theory]
    [InlineData("linking")]
    [InlineData("serving")]
    public async Task A_task_without_a_file_is_not_ready(string vendor)
    {
        await using var server = new FaultServer(exchange => AnswerAsync(exchange, isReady: false));
        var client = ClientOf(vendor, server);

        var error = await Should.ThrowAsync<VideoDownloadException>(() => client.DownloadToAsync(
            "task-1", Stream.Null, new() { ReadyTimeout = TimeSpan.Zero }, TestContext.Current.CancellationToken));

        error.Reason.ShouldBe(VideoTaskErrorReason.NotReady);
        error.Message.ShouldContain(vendor == "linking" ? "/file_id" : "/output/asset");
        server.Requests.ShouldAllBe(request => !request.Target.Contains("/files/"));
    }

    private static VideoTaskClient ClientOf(string vendor, FaultServer server) =>
        new VideoTaskClient(VendorBuild.Of(Vendor(vendor)), new() { BaseUrl = new(server.Url, "/"), ApiKey = Key });

    private static TestVendor Vendor(string name) => TestVendor.OfText(name, name == "linking" ? Linking : Serving);

    private static async Task<byte[]> DownloadAsync(VideoTaskClient client, string id, string form)
    {
        var token = TestContext.Current.CancellationToken;
        using var stream = new MemoryStream();
        var quick = new VideoStreamDownloadOptions { RetryDelay = TimeSpan.FromMilliseconds(5) };
        switch (form)
        {
            case "open":
                await using (var content = await client.OpenContentAsync(id, quick, token))
                {
                    await content.Stream.CopyToAsync(stream, token);
                }

                return stream.ToArray();
            case "stream":
                var written = await client.DownloadToAsync(id, stream, quick, token);
                written.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(VendorDrive.Video)));
                return stream.ToArray();
            default:
                var folder = Directory.CreateTempSubdirectory("videotasks-");
                try
                {
                    var result = await client.DownloadToFileAsync(
                        id, Path.Combine(folder.FullName, "out.mp4"), new() { RetryDelay = quick.RetryDelay, FlushToDisk = false }, token);
                    return await File.ReadAllBytesAsync(result.Path!, token);
                }
                finally
                {
                    folder.Delete(recursive: true);
                }
        }
    }

    /// <summary>Both vendors, with a file that is cut off the first time.</summary>
    private static Task AnswerAsync(FaultExchange exchange, bool isReady)
    {
        var request = exchange.Request;
        if (IsFile(request))
        {
            return exchange.ServeAsync(VendorDrive.Video, new() { ETag = "\"f1\"", CutAfter = request.Range is null ? Cut : null });
        }

        if (!HasKey(request))
        {
            return exchange.JsonAsync("""{"error":{"message":"no key"}}""", 401);
        }

        return exchange.JsonAsync((request.Method, request.Target.Split('?')[0]) switch
        {
            ("POST", "/v1/video_generation") => """{"task_id":"task-1"}""",
            ("POST", "/v1/videos") => """{"id":"task-1","status":"queued"}""",
            (_, "/v1/query/video_generation") => isReady
                ? """{"task_id":"task-1","status":"Success","file_id":"file-7/9"}"""
                : """{"task_id":"task-1","status":"Processing","file_id":""}""",
            (_, "/v1/videos/task-1") => isReady
                ? """{"id":"task-1","status":"completed","output":{"asset":"file-7/9"}}"""
                : """{"id":"task-1","status":"running"}""",
            _ => $$"""{"file":{"file_id":"file-7/9","download_url":"http://localhost:{{request.Headers["Host"].Split(':')[1]}}/signed.mp4?s=1"} }""",
        });
    }

    private static bool IsFile(FaultRequest request) =>
        request.Target.EndsWith("/content", StringComparison.Ordinal) || request.Target.StartsWith("/signed", StringComparison.Ordinal);

    private static bool HasKey(FaultRequest request) => request.Text.Contains(Key, StringComparison.Ordinal);
}
