using System.Net;

namespace VideoTasks.Emulator.Tests.Vendors;

public sealed class EzmodelTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task JSON_and_a_form_create_alike(bool json)
    {
        await using var vendor = await VendorClient.StartAsync("ezmodel");
        using var content = json
            ? VendorClient.Json(new { model = "sora-2", prompt = "a cat", seconds = "8" })
            : VendorClient.Form(("model", "sora-2"), ("prompt", "a cat"), ("seconds", "8"));
        var created = await vendor.CreateAsync(content);
        ((string)created["id"]!).ShouldMatch("^vid_[0-9a-f]{12}$");
        ((string?)created["status"]).ShouldBe("queued");
        ((int?)created["progress"]).ShouldBe(0);
    }

    [Fact]
    public async Task Content_is_the_file_with_length_and_name()
    {
        await using var vendor = await VendorClient.StartAsync("ezmodel");
        var id = vendor.Emulator.AddTask("ezmodel", id: "vid_abc123xyz456");
        vendor.Clock.Advance(2);
        using var response = await vendor.GetAsync($"/v1/videos/{id}/content");
        response.Content.Headers.ContentType!.ToString().ShouldBe("video/mp4");
        response.Content.Headers.GetValues("Content-Disposition").ShouldBe(["attachment; filename=\"video.mp4\""]);
        response.Content.Headers.ContentLength.ShouldBe(vendor.Emulator.GetVideo("ezmodel", id).Length);
    }

    [Fact]
    public async Task The_file_may_be_of_another_video_type()
    {
        await using var vendor = await VendorClient.StartAsync("ezmodel");
        var id = vendor.Emulator.AddTask("ezmodel", new() { Webm = true, Polls = 0 });
        using var response = await vendor.GetAsync($"/v1/videos/{id}/content");
        response.Content.Headers.ContentType!.ToString().ShouldBe("video/webm");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes[..4].ShouldBe([0x1A, 0x45, 0xDF, 0xA3]);
    }

    [Fact]
    public async Task The_404s_differ_in_their_codes()
    {
        await using var vendor = await VendorClient.StartAsync("ezmodel");
        var id = vendor.Emulator.AddTask("ezmodel");
        (await vendor.JsonAsync("/v1/videos/vid_none/content", HttpStatusCode.NotFound)).ToJsonString()
            .ShouldBe("""{"error":{"message":"Video not found or not ready","code":"video_not_found"}}""");
        ((string?)(await vendor.JsonAsync($"/v1/videos/{id}/content", HttpStatusCode.NotFound))["error"]!["code"]).ShouldBe("video_not_ready");
        vendor.Clock.Advance(2 + 3600);
        ((string?)(await vendor.JsonAsync($"/v1/videos/{id}/content", HttpStatusCode.NotFound))["error"]!["code"]).ShouldBe("video_expired");
    }

    [Fact]
    public async Task Only_the_bytes_can_be_asked_for()
    {
        await using var vendor = await VendorClient.StartAsync("ezmodel");
        Should.Throw<ArgumentException>(() => vendor.Emulator.AddTask("ezmodel", new() { ContentForm = EmulatedContentForm.Json }))
            .Message.ShouldContain("ezmodel does not deliver as Json; it knows Binary");
    }
}
