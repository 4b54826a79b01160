using System.Net;
using System.Text.Json;

namespace VideoTasks.Emulator.Tests.Vendors;

public sealed class HingnetTests
{
    [Fact]
    public async Task Sora_models_answer_in_the_words_of_the_page()
    {
        await using var vendor =
            await VendorClient.StartAsync("hingnet", options => options with { Scenario = new() { Duration = TimeSpan.FromSeconds(89) } });
        var created = await vendor.CreateAsync(VendorClient.Json(new { model = "sora-2", prompt = "百事可乐宣传片", seconds = 4, size = "720x1280" }));
        ((string?)created["prompt"]).ShouldBe("百事可乐宣传片");
        created.Remove("prompt");
        created.ToJsonString().ShouldBe(
            $$"""
            {"id":"{{created["id"]}}","object":"video","created_at":1762789802,"status":"queued","model":"sora-2","progress":0,"seconds":"4","size":"720x1280"}
            """);
        ((string)created["id"]!).ShouldMatch("^video_[0-9a-f]{48}$");

        vendor.Clock.Advance(41);
        var working = await vendor.JsonAsync($"/v1/videos/{created["id"]}");
        ((string?)working["status"]).ShouldBe("processing");
        ((int?)working["progress"]).ShouldBe(46);
        working.ContainsKey("completed_at").ShouldBeFalse();
        working.ContainsKey("expires_at").ShouldBeFalse();

        vendor.Clock.Advance(48);
        var done = await vendor.JsonAsync($"/v1/videos/{created["id"]}");
        ((string?)done["status"]).ShouldBe("success");
        ((int?)done["progress"]).ShouldBe(100);
        ((long?)done["completed_at"]).ShouldBe(1762789891);
        ((long?)done["expires_at"]).ShouldBe(1762793491);
        done["seconds"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        done.ContainsKey("video_url").ShouldBeFalse();
    }

    [Fact]
    public async Task Veo_models_answer_in_the_words_of_the_schema()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var created = await vendor.CreateAsync(VendorClient.Json(new
        {
            model =
                "veo-3.1-fast-generate-preview", prompt =
                    "a cat", seconds = 6, size = "1280x720", input_reference = new[] { "https://images.invalid/a.png" },
        }));

        vendor.Clock.Advance(1);
        ((string?)(await vendor.JsonAsync($"/v1/videos/{created["id"]}"))["status"]).ShouldBe("in_progress");

        vendor.Clock.Advance(1);
        var done = await vendor.JsonAsync($"/v1/videos/{created["id"]}");
        ((string?)done["status"]).ShouldBe("completed");
        ((int?)done["seconds"]).ShouldBe(6);
        ((string?)done["video_url"]).ShouldStartWith(vendor.Emulator.CdnUrl.AbsoluteUri);
    }

    [Fact]
    public async Task A_form_with_a_file_creates_too()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        using var form = VendorClient.Form(("model", "sora-2"), ("prompt", "a cat"), ("seconds", "8"));
        form.Add(VendorClient.Image(), "input_reference", "cat.png");
        var created = await vendor.CreateAsync(form);
        ((string?)created["seconds"]).ShouldBe("8");
        vendor.Emulator.Requests[0].Body!["input_reference"]!.ToJsonString()
            .ShouldBe("""{"filename":"cat.png","contentType":"image/png","length":4}""");
    }

    [Fact]
    public async Task Seconds_as_text_in_JSON_is_refused()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var refused = await vendor.CreateAsync(VendorClient.Json(new { prompt = "a cat", seconds = "4" }), expected: HttpStatusCode.BadRequest);
        ((string?)refused["error"]!["message"]).ShouldBe("seconds must be an integer");
    }

    [Fact]
    public async Task Not_ready_is_a_400_unknown_and_expired_are_404s()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var id = vendor.Emulator.AddTask("hingnet", id: "video_abc123");
        var notReady = await vendor.JsonAsync($"/v1/videos/{id}/content", HttpStatusCode.BadRequest);
        notReady.ToJsonString().ShouldContain("\"type\":\"invalid_request_error\",\"code\":\"video_not_ready\"");

        vendor.Clock.Advance(2 + 3600);
        ((string?)(await vendor.JsonAsync($"/v1/videos/{id}/content", HttpStatusCode.NotFound))["error"]!["code"]).ShouldBe("video_expired");
        ((string?)(await vendor.JsonAsync("/v1/videos/video_none", HttpStatusCode.NotFound))["error"]!["code"]).ShouldBe("task_not_found");
        ((string?)(await vendor.JsonAsync("/v1/videos/video_none/content", HttpStatusCode.NotFound))["error"]!["code"]).ShouldBe("task_not_found");
    }

    [Fact]
    public async Task A_failed_task_brings_its_error()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var created = await vendor.CreateAsync(VendorClient.Json(new { prompt = "a cat that [fails]" }));
        vendor.Clock.Advance(2);
        var failed = await vendor.JsonAsync($"/v1/videos/{created["id"]}");
        ((string?)failed["status"]).ShouldBe("failed");
        ((string?)failed["error"]!["code"]).ShouldBe("generation_failed");
    }
}
