using System.Text.Json.Nodes;
using VideoTasks.Build.Recognition;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Tests.Recognition.Roles;

/// <summary>Real documents, dropped in whole and without an overlay, and the conventions of others in short.</summary>
public sealed class OperationRecognizerTests
{
    [Theory]
    [InlineData("skyengine.json", """
        Create POST /v1/videos
        Get GET /v1/videos/{video_id} path:video_id
        Content GET /v1/videos/{video_id}/content path:video_id
        Remix POST /v1/videos/{video_id}/remix path:video_id
        """, "/v1/videos /v1/videos/**")]
    [InlineData("anyfast", """
        Create POST /v1/videos
        Get GET /v1/videos/{id} path:id
        Content GET /v1/videos/{id}/content path:id
        """, "")]
    [InlineData("new-api.json", """
        Create POST /v1/videos
        Get GET /v1/videos/{task_id} path:task_id
        Content GET /v1/videos/{task_id}/content path:task_id
        """, "/v1/videos /v1/videos/**")]
    [InlineData("openrouter.yaml", """
        Create POST /videos
        Get GET /videos/{jobId} path:jobId
        Content GET /videos/{jobId}/content path:jobId
        """, "/videos /videos/**")]
    [InlineData("openai.yaml", """
        Create POST /videos
        Get GET /videos/{video_id} path:video_id
        Content GET /videos/{video_id}/content path:video_id
        List GET /videos
        Delete DELETE /videos/{video_id} path:video_id
        Remix POST /videos/{video_id}/remix path:video_id
        """, "")]
    [InlineData("luma.yaml", """
        Create POST /generations/video
        Get GET /generations/{id} path:id
        List GET /generations
        Delete DELETE /generations/{id} path:id
        """, "/generations#GET /generations/video#POST /generations/{id}#DELETE /generations/{id}#GET")]
    [InlineData("siliconflow.yaml", """
        Create POST /video/submit
        Get POST /video/status body:requestId
        """, "/video/**")]
    [InlineData("heygen.yaml", """
        Create POST /v2/video/generate
        Get GET /v1/video_status.get query:video_id
        List GET /v1/video.list
        Delete DELETE /v1/video.delete query:video_id
        """, "/v1/video.delete#DELETE /v1/video.list#GET /v1/video_status.get#GET /v2/video/generate#POST")]
    public void Real_documents_are_recognised_without_an_overlay(string file, string operations, string patterns)
    {
        var recognized = VendorRecognizer.Recognize(TestDocuments.Load(file)).Operations;

        Summary(recognized).Where(o => !o.StartsWith("Ed", StringComparison.Ordinal) && !o.StartsWith("Ex", StringComparison.Ordinal))
            .ShouldBe(operations.Split('\n'));
        string.Join(' ', recognized.IncludePatterns).ShouldBe(patterns);
        recognized.Refused.ShouldNotContain(r => r.IsAmbiguous);
    }

    [Theory]
    [
        InlineData(
            "an id in the query", "POST /v1/video/create; GET /v1/video/query?id", "Create POST /v1/video/create, Get GET /v1/video/query query:id")]
    [
        InlineData(
            "generations", "POST /v1/video/generations; GET /v1/video/generations/{task_id}", "Create POST /v1/video/generations, Get GET "
                + "/v1/video/generations/{task_id} path:task_id")]
    [
        InlineData(
            "a create below", "POST /v1/videos/generations; GET /v1/videos/{request_id}", "Create POST /v1/videos/generations, Get GET "
                + "/v1/videos/{request_id} path:request_id")]
    [InlineData("a second call for the file", "POST /v1/video_generation; GET /v1/query/video_generation?task_id!; GET /v1/files/retrieve?file_id!",
        "Create POST /v1/video_generation, Get GET /v1/query/video_generation query:task_id, Content GET /v1/files/retrieve query:file_id")]
    [
        InlineData(
            "jobs and a file elsewhere",
            "POST /video/generations/jobs; GET /video/generations/jobs/{job-id}; GET /video/generations/{generation-id}/content/video",
        "Create POST /video/generations/jobs, Get GET /video/generations/jobs/{job-id} path:job-id, Content GET "
            + "/video/generations/{generation-id}/content/video path:generation-id")]
    [InlineData("tasks elsewhere", "POST /api/v1/services/aigc/video-generation/video-synthesis; GET /api/v1/tasks/{task_id}",
        "Create POST /api/v1/services/aigc/video-generation/video-synthesis, Get GET /api/v1/tasks/{task_id} path:task_id")]
    [
        InlineData(
            "a state and a result",
            "POST /video/requests; GET /video/requests/{request_id}/status; GET /video/requests/{request_id}; PUT "
                + "/video/requests/{request_id}/cancel",
        "Create POST /video/requests, Get GET /video/requests/{request_id}/status path:request_id, Content GET /video/requests/{request_id} "
            + "path:request_id, Cancel PUT /video/requests/{request_id}/cancel path:request_id")]
    [
        InlineData(
            "two kinds of create",
            "POST /kling/v1/videos/text2video; GET /kling/v1/videos/text2video/{task_id}; POST /kling/v1/videos/image2video; GET "
                + "/kling/v1/videos/image2video/{task_id}",
        "Create POST /kling/v1/videos/text2video, Get GET /kling/v1/videos/text2video/{task_id} path:task_id")]
    [
        InlineData(
            "images that a video is made of", "POST /v1/images-to-video; GET /v1/images-to-video/{taskId}", "Create POST /v1/images-to-video, Get "
                + "GET /v1/images-to-video/{taskId} path:taskId")]
    [
        InlineData(
            "short forms", "POST /v3/async/acme-v1.6-t2v; GET /v3/async/task-result?task_id!", "Create POST /v3/async/acme-v1.6-t2v, Get GET "
                + "/v3/async/task-result query:task_id")]
    [
        InlineData(
            "a project in the path",
            "POST /projects/{project_id}/videos; GET /projects/{project_id}/videos/{video_id}; GET /projects/{project_id}/videos; GET "
                + "/projects/{project_id}/videos/{video_id}/content",
        "Create POST /projects/{project_id}/videos, Get GET /projects/{project_id}/videos/{video_id} path:video_id, Content GET "
            + "/projects/{project_id}/videos/{video_id}/content path:video_id, List GET /projects/{project_id}/videos")]
    [
        InlineData(
            "a provider before all", "POST /{provider}/v1/videos; GET /{provider}/v1/videos/{id}", "Create POST /{provider}/v1/videos, Get GET "
                + "/{provider}/v1/videos/{id} path:id")]
    [InlineData("a model and a verb in one segment", "POST /v1/models/{model}:generateVideo; GET /v1/models/{model}/operations/{operation}",
        "Create POST /v1/models/{model}:generateVideo, Get GET /v1/models/{model}/operations/{operation} path:operation")]
    [InlineData("the create that wants least", "POST /v2/img2video; POST /v2/text2video; POST /v2/video-upscale; GET /v2/tasks/{id}/creations",
        "Create POST /v2/text2video, Get GET /v2/tasks/{id}/creations path:id")]
    [
        InlineData(
            "an operation by its name in a body",
            "POST /projects/{project}/models/{model}:generateVideo; GET /projects/{project}/models/{model}/operations/{operation}",
        "Create POST /projects/{project}/models/{model}:generateVideo, Get GET /projects/{project}/models/{model}/operations/{operation} "
            + "path:operation")]
    [InlineData("nothing of videos", "POST /v1/images/generations; GET /v1/images/{id}; POST /v1/chat/completions; GET /v1/models/{model}", "")]
    [InlineData("music from a video", "POST /v1/video-to-music; GET /v1/video-to-music/{task_id}", "")]
    public void Conventions_of_other_vendors_are_recognised(string what, string paths, string operations) =>
        string.Join(", ", Summary(Recognize(TestDocuments.Of(paths)))).ShouldBe(operations, what);

    [Fact]
    public void A_hint_names_an_operation_that_no_convention_would_find()
    {
        var root = TestDocuments.Of("POST /predictions; GET /predictions/{id}; GET /v1/videos/{id}");
        root["x-video-operations"] = new JsonObject { ["create"] = "POST /predictions", ["get"] = "GET /predictions/{id}" };

        Summary(Recognize(root)).ShouldBe(["Create POST /predictions", "Get GET /predictions/{id} path:id"]);
    }

    [Fact]
    public void A_video_that_is_delivered_elsewhere_by_the_tasks_id_is_the_content()
    {
        var root = TestDocuments.Of("POST /v1/video/create; GET /v1/video/query?id; GET /v1/videos/{id}/content");
        var content = root["paths"]!["/v1/videos/{id}/content"]!["get"]!;
        content["summary"] = "Download the video";
        content["responses"]!["200"]!["content"] = new JsonObject { ["video/mp4"] = new JsonObject() };

        Summary(Recognize(root)).ShouldBe(
            ["Create POST /v1/video/create", "Get GET /v1/video/query query:id", "Content GET /v1/videos/{id}/content path:id"]);
    }

    [Fact]
    public void A_hint_takes_an_operation_out()
    {
        var root = TestDocuments.Of("POST /v1/videos; GET /v1/videos/{id}; DELETE /v1/videos/{id}");
        root["paths"]!["/v1/videos/{id}"]!["delete"]!["x-video-operation"] = "none";

        Summary(Recognize(root)).ShouldBe(["Create POST /v1/videos", "Get GET /v1/videos/{id} path:id"]);
    }

    private static RecognizedOperations Recognize(JsonObject root) => VendorRecognizer.Recognize(TestDocuments.Source(root)).Operations;

    private static IEnumerable<string> Summary(RecognizedOperations recognized) =>
        recognized.Operations.Select(
            o => $"{o.Role} {o.Operation}{(o.Id is { } id ? $" {id.Location.ToString().ToLowerInvariant()}:{id.Name}" : "")}");
}
