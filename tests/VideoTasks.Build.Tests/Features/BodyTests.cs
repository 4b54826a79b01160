using Microsoft.Kiota.Abstractions;
using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.Features;

public class BodyTests
{
    [Fact]
    public async Task A_multipart_body_carries_texts_and_files()
    {
        var run = await ClientRun.OfAsync("multipart-body", """
            var body = new MultipartBody();
            body.AddOrReplacePart("prompt", "text/plain", "a cat");
            body.AddOrReplacePart("file", "video/mp4", new byte[] { 65, 66 }, "a.mp4");
            await client.Files.PostAsync(body);
            return null;
            """);

        run.Error.ShouldBeNull();
        run.Request.Headers["Content-Type"].ShouldStartWith("multipart/form-data; boundary=");
        run.Request.Body.ShouldContain("a cat");
        run.Request.Body.ShouldContain("filename=\"a.mp4\"");
        run.Request.Body.ShouldContain("AB");
    }

    [Fact]
    public async Task Binary_bodies_are_streams_with_the_content_type_of_the_document_or_the_caller()
    {
        var run = await ClientRun.OfAsync("binary-bodies", """
            await client.Upload.PutAsync(new System.IO.MemoryStream(new byte[] { 65 }));
            using var stream = await client.Upload.PostAsync(new System.IO.MemoryStream(new byte[] { 66 }), "image/png");
            return await new System.IO.StreamReader(stream!).ReadToEndAsync();
            """, new WireResponse(200, "application/octet-stream", "bytes"));

        run.Result.ShouldBe("bytes");
        run.Requests.Select(static r => $"{r.Method} {r.Headers["Content-Type"]} {r.Body}").ShouldBe(["PUT video/mp4 A", "POST image/png B"]);
        run.Requests[1].Headers["Accept"].ShouldBe("application/octet-stream");
    }

    [Fact]
    public async Task A_form_is_written_as_a_form_and_a_text_is_read_as_a_text()
    {
        var run = await ClientRun.OfAsync("form-body-and-text-response", """
            return await client.Form.PostAsync(new Test.Form.FormPostRequestBody { UserName = "a b", Age = 3, AdditionalData = { } });
            """, new WireResponse(200, "text/plain", "done"));

        run.Result.ShouldBe("done");
        run.Request.Headers["Content-Type"].ShouldBe("application/x-www-form-urlencoded");
        run.Request.Body.Split('&').Order(StringComparer.Ordinal).ShouldBe(["age=3", "user_name=a%20b"]);
    }

    [Theory]
    [InlineData("var r = await client.List.GetAsync(); return r!.Count + r[1].Id;", """[{"id":"a"},{"id":"b"}]""", "2b")]
    [InlineData("var r = await client.Names.GetAsync(); return string.Join(\",\", r!);", """["x","y"]""", "x,y")]
    [InlineData("var r = await client.State.GetAsync(); return r.ToString();", "\"off\"", "Off")]
    [InlineData("var r = await client.Number.PostAsync(4); return r.ToString();", "7", "7")]
    [InlineData("var r = await client.Any.GetAsync(); return r!.GetType().Name;", """{"a":1}""", "UntypedObject")]
    public async Task Responses_may_be_lists_texts_numbers_enums_or_anything(string code, string json, string expected)
    {
        var run = await ClientRun.OfAsync("bodies-that-are-no-objects", code, WireResponse.Json(json));

        run.Error.ShouldBeNull();
        run.Result.ShouldBe(expected);
    }

    [Fact]
    public async Task Request_bodies_may_be_numbers_and_lists_of_enums()
    {
        var run = await ClientRun.OfAsync("bodies-that-are-no-objects", """
            await client.Number.PostAsync(4);
            await client.NamesAndStates.PostAsync(new() { Test.NamesAndStates.NamesAndStates.On });
            return null;
            """, WireResponse.Json("[1]"));

        run.Requests.Select(static r => r.Body).First().ShouldBe("4");
    }

    [Theory]
    [InlineData(404, """{"detail":"gone","trace":"t1"}""", "Problem", "gone")]
    [InlineData(503, """{"detail":"later"}""", "Problem", "later")]
    public async Task Declared_error_ranges_become_typed_exceptions_with_the_marked_message(int status, string json, string type, string message)
    {
        var run = await ClientRun.OfAsync("default-and-range-errors", "await client.A.GetAsync(); return null;", WireResponse.Json(json, status));

        var error = run.Error.ShouldBeAssignableTo<ApiException>()!;
        error.GetType().Name.ShouldBe(type);
        error.Message.ShouldBe(message);
        error.ResponseStatusCode.ShouldBe(status);
    }
}
