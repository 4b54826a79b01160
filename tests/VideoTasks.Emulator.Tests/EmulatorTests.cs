using System.Net;

namespace VideoTasks.Emulator.Tests;

public sealed class EmulatorTests
{
    private static readonly string[] Five = ["skyengine", "hingnet", "ezmodel", "aimanyi", "openai"];

    [Fact]
    public async Task It_plays_five_vendors_on_one_loopback_port()
    {
        await using var emulator = await VideoEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Vendors.Select(vendor => vendor.Name).ShouldBe(Five);
        emulator.Vendors.ShouldAllBe(vendor => vendor.BaseUrl.Host == "127.0.0.1" && vendor.BaseUrl == emulator.GetBaseUrl(vendor.Name));
        emulator.GetBaseUrl("hingnet").AbsolutePath.ShouldBe("/hingnet");
        emulator.GetBaseUrl("openai").AbsolutePath.ShouldBe("/openai/v1");
        Should.Throw<ArgumentException>(() => emulator.GetBaseUrl("acme")).Message
            .ShouldContain("it plays skyengine, hingnet, ezmodel, aimanyi, openai");
    }

    [Theory]
    [InlineData("skyengine", HttpStatusCode.BadRequest, """{"error":{"code":401,"message":"invalid API key","details":[{}]}}""")]
    [InlineData("hingnet", HttpStatusCode.Unauthorized, """{"error":{"message":"无效的令牌","type":"authentication_error","code":"invalid_api_key"}}""")]
    [InlineData("ezmodel", HttpStatusCode.Unauthorized, """{"error":{"message":"Authentication failed","code":"unauthorized"}}""")]
    [InlineData("aimanyi", HttpStatusCode.Unauthorized, """{"error":{"message":"无效的令牌","type":"new_api_error"}}""")]
    [InlineData("openai", HttpStatusCode.Unauthorized,
        """{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}""")]
    public async Task A_wrong_key_is_refused_in_each_vendors_own_shape(string vendor, HttpStatusCode status, string body)
    {
        await using var client = await VendorClient.StartAsync(vendor);
        var id = client.Emulator.AddTask(vendor, new() { Polls = 0 });
        var path = $"{(vendor == "openai" ? "" : "/v1")}/videos/{id}";
        foreach (var operation in new[] { path, path + "/content" })
        {
            using var response = await client.GetAsync(operation, ("Authorization", "Bearer wrong"));
            response.StatusCode.ShouldBe(status);
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(body);
        }
    }

    [Theory]
    [InlineData("skyengine")]
    [InlineData("hingnet")]
    [InlineData("ezmodel")]
    [InlineData("aimanyi")]
    [InlineData("openai")]
    public async Task A_task_can_be_driven_by_reads_alone(string vendor)
    {
        await using var client = await VendorClient.StartAsync(vendor);
        var id = client.Emulator.AddTask(vendor, new() { Polls = 3 });
        var path = $"{(vendor == "openai" ? "" : "/v1")}/videos/{id}";
        var progress = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            progress.Add((int)(await client.JsonAsync(path))["progress"]!);
        }

        progress.ShouldBe([33, 66, 100, 100]);
    }

    [Fact]
    public async Task A_task_that_never_ends_stays_in_progress()
    {
        await using var client = await VendorClient.StartAsync("openai");
        var id = client.Emulator.AddTask("openai", new() { Outcome = EmulatedOutcome.NeverEnds });
        client.Clock.Advance(3600);
        ((string?)(await client.JsonAsync($"/videos/{id}"))["status"]).ShouldBe("in_progress");
    }

    [Fact]
    public async Task Ids_may_hold_slashes_and_colons()
    {
        await using var client = await VendorClient.StartAsync("hingnet");
        client.Emulator.AddTask("hingnet", id: "sora-2:task/1");
        ((string?)(await client.JsonAsync($"/v1/videos/{Uri.EscapeDataString("sora-2:task/1")}"))["id"]).ShouldBe("sora-2:task/1");
    }

    [Fact]
    public async Task Requests_are_logged_with_path_headers_and_answer()
    {
        await using var client = await VendorClient.StartAsync("hingnet");
        (await client.GetAsync("/v1/videos/none?x=1", ("X-Trace", "7"))).Dispose();
        var request = client.Emulator.Requests.ShouldHaveSingleItem();
        (request.Vendor, request.Method, request.Path, request.Query, request.CarriesKey, request.IsCdn)
            .ShouldBe(("hingnet", "GET", "/hingnet/v1/videos/none", "?x=1", true, false));
        request.Headers["x-trace"].ShouldBe("7");
        request.ToString().ShouldNotContain(client.Emulator.ApiKey);
        client.Emulator.ClearRequests();
        client.Emulator.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_path_that_no_vendor_has_is_a_404()
    {
        await using var client = await VendorClient.StartAsync("ezmodel");
        (await client.JsonAsync("/v1/images", HttpStatusCode.NotFound))["error"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_taken_port_is_an_IOException()
    {
        await using var first = await VideoEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var port = first.Vendors[0].BaseUrl.Port;
        await Should.ThrowAsync<IOException>(() => VideoEmulator.StartAsync(new() { Port = port }, TestContext.Current.CancellationToken));
    }
}
