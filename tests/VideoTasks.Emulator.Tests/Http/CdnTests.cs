using System.Net;

namespace VideoTasks.Emulator.Tests.Http;

public sealed class CdnTests
{
    [Fact]
    public async Task A_redirect_leads_to_a_signed_link_on_another_origin()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var (link, id) = await RedirectAsync(vendor);
        link.Port.ShouldBe(vendor.Emulator.CdnUrl.Port);
        link.Port.ShouldNotBe(vendor.Emulator.GetBaseUrl("hingnet").Port);
        var bytes = await vendor.Http.GetByteArrayAsync(link, TestContext.Current.CancellationToken);
        bytes.ShouldBe(vendor.Emulator.GetVideo("hingnet", id).ToArray());
        vendor.Emulator.Requests[^1].IsCdn.ShouldBeTrue();
        vendor.Emulator.Requests[^1].CarriesKey.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Authorization", "Bearer emulator-key")]
    [InlineData("Authorization", "Basic abc")]
    [InlineData("x-api-key", "emulator-key")]
    public async Task A_key_that_comes_along_is_refused_and_noted(string header, string value)
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var (link, _) = await RedirectAsync(vendor);
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await vendor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        vendor.Emulator.Requests[^1].CarriesKey.ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_in_the_query_is_refused_and_noted()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var (link, _) = await RedirectAsync(vendor);
        using var response = await vendor.Http.GetAsync(new Uri($"{link}&key=emulator%2Dkey"), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        vendor.Emulator.Requests[^1].CarriesKey.ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_expires_and_a_changed_one_is_refused()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet", options => options with { LinkLifetime = TimeSpan.FromMinutes(10) });
        var (link, _) = await RedirectAsync(vendor);
        using var changed = await vendor.Http.GetAsync(new Uri(link.AbsoluteUri.Replace("expires=1", "expires=2", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);
        changed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        vendor.Clock.Advance(600);
        using var late = await vendor.Http.GetAsync(link, TestContext.Current.CancellationToken);
        late.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<Message>Request has expired</Message>");
    }

    [Fact]
    public async Task A_link_honours_ranges()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var (link, _) = await RedirectAsync(vendor);
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new(10, 19) } };
        using var response = await vendor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentLength.ShouldBe(10);
        vendor.Emulator.Requests[^1].Range.ShouldBe("bytes=10-19");
    }

    private static async Task<(Uri Link, string Id)> RedirectAsync(VendorClient vendor)
    {
        var id = vendor.Emulator.AddTask("hingnet", new() { Polls = 0, ContentForm = EmulatedContentForm.Redirect });
        using var response = await vendor.GetAsync($"/v1/videos/{id}/content");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (response.Headers.Location!, id);
    }
}
