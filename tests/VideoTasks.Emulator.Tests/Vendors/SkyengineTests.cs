using System.Net;
using System.Text.Json;

namespace VideoTasks.Emulator.Tests.Vendors;

public sealed class SkyengineTests
{
    [Fact]
    public async Task A_form_creates_a_pending_task_whose_seconds_are_text()
    {
        await using var vendor = await VendorClient.StartAsync("skyengine");
        var created = await vendor.CreateAsync(VendorClient.Form(("model", "sora-2"), ("prompt", "一只可爱的小猫")));
        ((string)created["id"]!).ShouldMatch("^video_[0-9]{9}$");
        created.Remove("id");
        created.ToJsonString().ShouldBe(
            """{"object":"video","created_at":1762789802,"model":"sora-2","status":"pending","progress":0,"seconds":"4","size":"720x1280"}""");
    }

    [Fact]
    public async Task JSON_is_refused_because_the_document_has_a_form_only()
    {
        await using var vendor = await VendorClient.StartAsync("skyengine");
        var refused = await vendor.CreateAsync(VendorClient.Json(new { model = "sora-2", prompt = "a cat" }), expected: HttpStatusCode.BadRequest);
        refused["error"]!["code"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
        refused["error"]!["details"]!.GetValueKind().ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public async Task The_model_is_required()
    {
        await using var vendor = await VendorClient.StartAsync("skyengine");
        await vendor.CreateAsync(VendorClient.Form(("prompt", "a cat")), expected: HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Content_is_JSON_with_a_link_to_another_origin()
    {
        await using var vendor = await VendorClient.StartAsync("skyengine");
        var id = vendor.Emulator.AddTask("skyengine");
        vendor.Clock.Advance(2);
        var content = await vendor.JsonAsync($"/v1/videos/{id}/content");
        content.Select(member => member.Key).ShouldBe(["video_url", "expires_at"]);
        ((long?)content["expires_at"]).ShouldBe(1762789804 + 3600);
        var link = new Uri((string)content["video_url"]!);
        link.Port.ShouldNotBe(vendor.Emulator.GetBaseUrl("skyengine").Port);
        var bytes = await vendor.Http.GetByteArrayAsync(link, TestContext.Current.CancellationToken);
        bytes.ShouldBe(vendor.Emulator.GetVideo("skyengine", id).ToArray());
    }

    [Theory]
    [InlineData("a cat as [binary]", "video/mp4")]
    [InlineData("a cat as [json]", "application/json")]
    public async Task The_prompt_chooses_the_form_of_the_content(string prompt, string mediaType)
    {
        await using var vendor = await VendorClient.StartAsync("skyengine");
        var created = await vendor.CreateAsync(VendorClient.Form(("model", "sora-2"), ("prompt", prompt)));
        vendor.Clock.Advance(2);
        using var content = await vendor.GetAsync($"/v1/videos/{created["id"]}/content");
        content.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
    }

    [Fact]
    public async Task Every_error_is_a_400_with_an_integer_code()
    {
        await using var vendor = await VendorClient.StartAsync("skyengine");
        var id = vendor.Emulator.AddTask("skyengine");
        ((int?)(await vendor.JsonAsync($"/v1/videos/{id}/content", HttpStatusCode.BadRequest))["error"]!["code"]).ShouldBe(400);
        ((int?)(await vendor.JsonAsync("/v1/videos/video_1", HttpStatusCode.BadRequest))["error"]!["code"]).ShouldBe(404);
        vendor.Clock.Advance(2 + 3600);
        ((int?)(await vendor.JsonAsync($"/v1/videos/{id}/content", HttpStatusCode.BadRequest))["error"]!["code"]).ShouldBe(410);
    }

    [Fact]
    public async Task A_remix_names_its_source()
    {
        await using var vendor = await VendorClient.StartAsync("skyengine");
        var id = vendor.Emulator.AddTask("skyengine");
        vendor.Clock.Advance(2);
        var remix = await vendor.CreateAsync(VendorClient.Json(new { model = "sora-2", prompt = "teal, sand and rust" }), $"/v1/videos/{id}/remix");
        ((string?)remix["remixed_from_video_id"]).ShouldBe(id);
        ((string?)remix["id"]).ShouldNotBe(id);
    }
}
