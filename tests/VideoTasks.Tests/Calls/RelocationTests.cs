using System.Net;
using VideoTasks.Http;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;

namespace VideoTasks.Tests.Calls;

/// <summary>Calls that something else answers than the vendor.</summary>
public sealed class RelocationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task What_another_origin_answers_a_create_that_was_redirected_there_is_no_task(int status)
    {
        await using var other = new FaultServer(exchange => exchange.JsonAsync("""{"id":"foreign","status":"queued"}"""));
        await using var vendor = new FaultServer(exchange => exchange.RedirectAsync(other.Url + "/videos", status));

        foreach (var handler in new[] { null, new HttpClientHandler() })
        {
            var error = await ShouldFail.WithAsync(
                VideoTaskErrorReason.InvalidResponse, () => TestClients.Of(vendor.Url, options => options.HttpHandler = handler)
                    .CreateAsync(new() { Prompt = "a" }, Token));

            error.IsOutcomeUnknown.ShouldBeTrue();
            error.Message.ShouldContain("may have been created all the same");
            handler?.Dispose();
        }

        vendor.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_create_that_the_vendor_answers_with_see_other_is_the_task_there()
    {
        await using var vendor = new FaultServer(exchange => exchange.Request.Target == "/v1/videos"
            ? exchange.RedirectAsync("/v1/videos/v7", 303)
            : exchange.JsonAsync("""{"id":"v7","status":"queued"}"""));

        (await TestClients.Of(vendor.Url).CreateAsync(new() { Prompt = "a" }, Token)).Id.ShouldBe("v7");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(407)]
    [InlineData(502)]
    public async Task A_proxy_that_refuses_is_named_as_the_one_that_does(int status)
    {
        await using var proxy = new FaultServer(exchange => exchange.HeadAsync(status, ("Content-Length", "0")));
        var client = TestClients.Of(new Uri("https://8.8.8.8/v1"), options =>
            (options.Proxy, options.MaxRetries) = (new WebProxy($"http://127.0.0.1:{proxy.Port}"), 0));

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => client.GetAsync("v1", Token));

        error.Message.ShouldBe(
            $"flat at 8.8.8.8 can't be reached: the proxy in between refused the connection ({status}). Check the base URL and the network, or try "
                + $"again later.");
    }

    [Fact]
    public async Task A_vendor_without_any_operation_has_none()
    {
        var client = TestClients.Of(new Uri("http://127.0.0.1:9"), vendor: FlatVendor.Describe("flat") with { Operations = [] });

        (await ShouldFail.WithAsync(VideoTaskErrorReason.NotSupported, () => client.RemixAsync("v1", new(), Token)))
            .Message.ShouldBe("flat has no 'remix' operation in its document; none of its operations was recognised.");
    }
}
