using System.Diagnostics;
using System.Text.Json.Nodes;
using VideoTasks.Build.Recognition;

namespace VideoTasks.Build.Tests.Recognition.Roles;

/// <summary>Each path costs the same, however many there are: what is quadratic takes minutes here.</summary>
public sealed class ManyPathsTests
{
    private const int Paths = 100_000;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData("get /videos/{id}/a#")]
    [InlineData("get /videos#/{id}")]
    [InlineData("post /video/create#")]
    [InlineData("delete /videos/{id}/#/{task_id}")]
    public void A_hundred_thousand_paths_are_recognised_in_bounded_time(string shape)
    {
        var (method, path) = shape.Split(' ') is [var m, var p] ? (m, p) : ("", "");
        var paths = new JsonObject(Enumerable.Range(0, Paths).Select(i =>
            KeyValuePair.Create(
                path.Replace("#", $"{i}", StringComparison.Ordinal), JsonNode
                    .Parse($$$"""{ "{{{method}}}": { "responses": { "200": { "$ref": "#/components/responses/Task" } } } }"""))));
        var root = JsonNode.Parse("""
            { "openapi": "3.0.0", "components": { "responses": { "Task": { "description": "ok", "content": { "application/json": { "schema":
              { "type": "object", "properties": { "task_id": { "type": "string" }, "status": { "type": "string" }, "video_url": { "type": "string" } } } } } } } } }
            """)!.AsObject();
        root["paths"] = paths;
        var watch = Stopwatch.StartNew();

        var vendor = VendorRecognizer.Recognize(TestDocuments.Source(root));

        watch.Elapsed.ShouldBeLessThan(Bound);
        vendor.Problems.Count.ShouldBeLessThan(20);
    }
}
