using System.Net;
using System.Text.Json.Nodes;

namespace VideoTasks.Emulator.Tests.Vendors;

public sealed class OpenAITests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_created_task_has_every_required_member(bool json)
    {
        await using var vendor = await VendorClient.StartAsync("openai");
        using var content = json
            ? VendorClient.Json(new { prompt = "a cat", seconds = "8", size = "1024x1792" })
            : VendorClient.Form(("prompt", "a cat"), ("seconds", "8"), ("size", "1024x1792"));
        var created = await vendor.CreateAsync(content, "/videos");
        created.Remove("id");
        created.ToJsonString().ShouldBe(
            """
            {"object":"video","model":"sora-2","status":"queued","progress":0,"created_at":1762789802,"completed_at":null,"expires_at":null,"prompt":"a cat","size":"1024x1792","seconds":"8","remixed_from_video_id":null,"error":null}
            """);
    }

    [Fact]
    public async Task A_number_of_seconds_is_refused()
    {
        await using var vendor = await VendorClient.StartAsync("openai");
        var refused = await vendor.CreateAsync(VendorClient.Json(new { prompt = "a cat", seconds = 8 }), "/videos", HttpStatusCode.BadRequest);
        refused["error"]!.AsObject().Select(member => member.Key).ShouldBe(["message", "type", "param", "code"]);
        ((string?)refused["error"]!["param"]).ShouldBe("seconds");
    }

    [Fact]
    public async Task The_list_comes_in_pages_newest_first()
    {
        await using var vendor = await VendorClient.StartAsync("openai");
        for (var i = 1; i <= 5; i++)
        {
            vendor.Emulator.AddTask("openai", id: $"video_{i}");
        }

        var first = await vendor.JsonAsync("/videos?limit=2");
        Ids(first).ShouldBe(["video_5", "video_4"]);
        ((string?)first["object"], (string?)first["first_id"], (string?)first["last_id"], (bool?)first["has_more"])
            .ShouldBe(("list", "video_5", "video_4", true));
        var last = await vendor.JsonAsync("/videos?limit=3&after=video_4");
        Ids(last).ShouldBe(["video_3", "video_2", "video_1"]);
        ((bool?)last["has_more"]).ShouldBe(false);
        Ids(await vendor.JsonAsync("/videos?order=asc&limit=1")).ShouldBe(["video_1"]);
        await vendor.JsonAsync("/videos?limit=101", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_empty_list_has_null_for_its_ids()
    {
        await using var vendor = await VendorClient.StartAsync("openai");
        (await vendor.JsonAsync("/videos")).ToJsonString()
            .ShouldBe("""{"object":"list","data":[],"first_id":null,"last_id":null,"has_more":false}""");
    }

    [Fact]
    public async Task A_finished_task_can_be_deleted_and_is_gone()
    {
        await using var vendor = await VendorClient.StartAsync("openai");
        vendor.Emulator.AddTask("openai", id: "video_1");
        (await vendor.SendAsync(HttpMethod.Delete, "/videos/video_1", null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        vendor.Clock.Advance(2);
        using var response = await vendor.SendAsync(HttpMethod.Delete, "/videos/video_1", null);
        (await VendorClient.ReadAsync(response, HttpStatusCode.OK)).ToJsonString()
            .ShouldBe("""{"id":"video_1","object":"video.deleted","deleted":true}""");
        await vendor.JsonAsync("/videos/video_1", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "video/mp4", new byte[] { 0, 0, 0 })]
    [InlineData("?variant=video", "video/mp4", new byte[] { 0, 0, 0 })]
    [InlineData("?variant=thumbnail", "image/webp", new byte[] { 0x52, 0x49, 0x46, 0x46 })]
    [InlineData("?variant=spritesheet", "image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF })]
    public async Task Content_comes_in_three_variants(string query, string mediaType, byte[] start)
    {
        await using var vendor = await VendorClient.StartAsync("openai");
        var id = vendor.Emulator.AddTask("openai", new() { Polls = 0 });
        using var response = await vendor.GetAsync($"/videos/{id}/content{query}");
        response.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes[..start.Length].ShouldBe(start);
        bytes.Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Errors_have_message_type_param_and_code()
    {
        await using var vendor = await VendorClient.StartAsync("openai");
        var id = vendor.Emulator.AddTask("openai");
        (await vendor.JsonAsync($"/videos/{id}/content", HttpStatusCode.NotFound))["error"]!.AsObject().Select(member => member.Key)
            .ShouldBe(["message", "type", "param", "code"]);
        ((string?)(await vendor.JsonAsync("/videos/video_none", HttpStatusCode.NotFound))["error"]!["code"]).ShouldBe("not_found");
        await vendor.JsonAsync($"/videos/{vendor.Emulator.AddTask("openai", new() { Polls = 0 })}/content?variant=gif", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_remix_needs_a_finished_source()
    {
        await using var vendor = await VendorClient.StartAsync("openai");
        var id = vendor.Emulator.AddTask("openai");
        await vendor.CreateAsync(VendorClient.Json(new { prompt = "at night" }), $"/videos/{id}/remix", HttpStatusCode.NotFound);
        vendor.Clock.Advance(2);
        var remix = await vendor.CreateAsync(VendorClient.Json(new { prompt = "at night" }), $"/videos/{id}/remix");
        ((string?)remix["remixed_from_video_id"]).ShouldBe(id);
        ((string?)remix["prompt"]).ShouldBe("at night");
    }

    private static string[] Ids(JsonObject page) => [.. page["data"]!.AsArray().Select(item => (string)item!["id"]!)];
}
