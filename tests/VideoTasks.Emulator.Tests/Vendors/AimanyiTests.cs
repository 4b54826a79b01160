using System.Net;
using System.Text.Json;

namespace VideoTasks.Emulator.Tests.Vendors;

public sealed class AimanyiTests
{
    private static readonly string[] Members = ["id", "status", "video_url", "enhanced_prompt", "status_update_time"];

    [Fact]
    public async Task Content_is_JSON_without_a_URL_until_the_task_is_done()
    {
        await using var vendor = await VendorClient.StartAsync("aimanyi");
        var created = await vendor.CreateAsync(VendorClient.Json(new { model = "veo3-fast", prompt = "a cat" }));
        ((string)created["id"]!).ShouldMatch("^video_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");
        vendor.Clock.Advance(1);
        var content = await vendor.JsonAsync($"/v1/videos/{created["id"]}/content");
        content.Select(member => member.Key).ShouldBe(Members);
        content["video_url"].ShouldBeNull();
        ((string?)content["status"]).ShouldBe("in_progress");
        content["status_update_time"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task Done_it_is_the_bytes()
    {
        await using var vendor = await VendorClient.StartAsync("aimanyi");
        var id = vendor.Emulator.AddTask("aimanyi", id: "video_099c5197-abfd-4e16-88ff-1e162f2a5c77");
        vendor.Clock.Advance(2);
        using var response = await vendor.GetAsync($"/v1/videos/{id}/content");
        response.Content.Headers.ContentType!.ToString().ShouldBe("video/mp4");
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(
            vendor.Emulator.GetVideo("aimanyi", id).ToArray());
    }

    [Fact]
    public async Task Done_it_is_the_documented_JSON_with_a_link_where_that_is_asked_for()
    {
        await using var vendor = await VendorClient.StartAsync("aimanyi");
        var id = vendor.Emulator.AddTask("aimanyi", new() { Polls = 0, ContentForm = EmulatedContentForm.Json });
        var content = await vendor.JsonAsync($"/v1/videos/{id}/content");
        content.Select(member => member.Key).ShouldBe(Members);
        ((string?)content["video_url"]).ShouldStartWith(vendor.Emulator.CdnUrl.AbsoluteUri);
    }

    [Fact]
    public async Task Unknown_is_a_404_and_expired_a_410()
    {
        await using var vendor = await VendorClient.StartAsync("aimanyi");
        await vendor.JsonAsync("/v1/videos/video_none/content", HttpStatusCode.NotFound);
        var id = vendor.Emulator.AddTask("aimanyi", new() { Polls = 0, Outcome = EmulatedOutcome.Expires });
        await vendor.JsonAsync($"/v1/videos/{id}/content", HttpStatusCode.Gone);
    }
}
