using System.Net;
using VideoTasks.Http;
using VideoTasks.Tests.Download;

namespace VideoTasks.Tests.Http;

/// <summary>Fault 37: URLs that lead to places where only this machine gets to.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("8.8.8.8", AddressSpaces.None)]
    [InlineData("172.15.0.1", AddressSpaces.None)]
    [InlineData("172.32.0.1", AddressSpaces.None)]
    [InlineData("2606:4700::1111", AddressSpaces.None)]
    [InlineData("::ffff:8.8.8.8", AddressSpaces.None)]
    [InlineData("64:ff9b::8.8.8.8", AddressSpaces.None)]
    [InlineData("127.0.0.1", AddressSpaces.Loopback)]
    [InlineData("127.255.255.254", AddressSpaces.Loopback)]
    [InlineData("::1", AddressSpaces.Loopback)]
    [InlineData("::ffff:127.0.0.1", AddressSpaces.Loopback)]
    [InlineData("64:ff9b::7f00:1", AddressSpaces.Loopback)]
    [InlineData("2002:7f00:1::", AddressSpaces.Loopback)]
    [InlineData("::ffff:0:127.0.0.1", AddressSpaces.Loopback)]
    [InlineData("::ffff:0:10.0.0.1", AddressSpaces.Private)]
    [InlineData("::ffff:0:8.8.8.8", AddressSpaces.None)]
    [InlineData("::127.0.0.1", AddressSpaces.Loopback)]
    [InlineData("10.1.2.3", AddressSpaces.Private)]
    [InlineData("172.16.0.1", AddressSpaces.Private)]
    [InlineData("192.168.1.1", AddressSpaces.Private)]
    [InlineData("100.64.0.1", AddressSpaces.Private)]
    [InlineData("fd00::1", AddressSpaces.Private)]
    [InlineData("fec0::1", AddressSpaces.Private)]
    [InlineData("::ffff:10.0.0.1", AddressSpaces.Private)]
    [InlineData("169.254.169.254", AddressSpaces.LinkLocal)]
    [InlineData("fe80::1%1", AddressSpaces.LinkLocal)]
    [InlineData("0.0.0.0", AddressSpaces.Reserved)]
    [InlineData("::", AddressSpaces.Reserved)]
    [InlineData("224.0.0.1", AddressSpaces.Reserved)]
    [InlineData("255.255.255.255", AddressSpaces.Reserved)]
    [InlineData("ff02::1", AddressSpaces.Reserved)]
    public void An_address_is_in_a_space(string address, object space) =>
        AddressSpace.Of(IPAddress.Parse(address)).ShouldBe((AddressSpaces)space);

    [Theory]
    [InlineData("http://127.0.0.1:PORT/x")]
    [InlineData("http://localhost:PORT/x")]
    [InlineData("http://LOCALHOST:PORT/x")]
    [InlineData("http://2130706433:PORT/x")]
    [InlineData("http://0x7f000001:PORT/x")]
    [InlineData("http://0x7f.1:PORT/x")]
    [InlineData("http://0177.0.0.1:PORT/x")]
    [InlineData("http://127.1:PORT/x")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/x")]
    [InlineData("http://[::1]:PORT/x")]
    [InlineData("http://0.0.0.0:PORT/x")]
    public async Task A_public_vendors_url_into_this_machine_is_refused_on_the_connection(string url)
    {
        await using var inside = new FaultServer(exchange => exchange.ServeAsync(DownloadFixture.Mp4()));
        using var sender = VendorSender.Standalone();
        var http = new VendorHttp(new(new("https://8.8.8.8/v1"), Vendors.FlatVendor.Describe("flat").Authentication, DownloadFixture.Key), sender);
        using var request = new HttpRequestMessage(HttpMethod.Get, url.Replace("PORT", $"{inside.Port}", StringComparison.Ordinal));

        var error = await Should.ThrowAsync<HttpRequestException>(() => http.SendAsync(request, TestContext.Current.CancellationToken));

        RefusedRequestException.FindIn(error)!.Reason.ShouldBe(Refusal.Address);
        inside.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_url_is_fetched_when_the_call_allows_it()
    {
        await using var inside = new FaultServer(exchange => exchange.ServeAsync(DownloadFixture.Mp4()));
        using var sender = VendorSender.Standalone();
        var http = new VendorHttp(new(new("https://8.8.8.8/v1"), Vendors.FlatVendor.Describe("flat").Authentication, DownloadFixture.Key), sender);
        using var request = new HttpRequestMessage(HttpMethod.Get, inside.Url);

        using var response = await http.SendAsync(request, urlIsVendors: false, allowPrivateAddresses: true, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        inside.Requests.Single().Text.ShouldNotContain(DownloadFixture.Key);
    }

    [Fact]
    public async Task A_connection_that_was_opened_for_the_vendor_is_of_no_use_to_a_url_of_another()
    {
        await using var inside = new FaultServer(exchange => exchange.ServeAsync(DownloadFixture.Mp4()));
        using var sender = VendorSender.Standalone();
        var local = new VendorHttp(new(inside.Url, Vendors.FlatVendor.Describe("flat").Authentication, DownloadFixture.Key), sender);
        var distant = new VendorHttp(new(new("https://8.8.8.8/v1"), Vendors.FlatVendor.Describe("flat").Authentication, DownloadFixture.Key), sender);
        using var first = new HttpRequestMessage(HttpMethod.Get, inside.Url);
        using var second = new HttpRequestMessage(HttpMethod.Get, inside.Url);

        (await local.SendAsync(first, TestContext.Current.CancellationToken)).Dispose();
        var error = await Should.ThrowAsync<HttpRequestException>(() => distant.SendAsync(second, TestContext.Current.CancellationToken));

        RefusedRequestException.FindIn(error).ShouldNotBeNull();
        inside.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.255.255.1/x.mp4")]
    [InlineData("http://[fe80::1]/x.mp4")]
    public async Task A_vendor_on_this_machine_may_lead_to_this_machine_but_not_into_other_private_networks(string url)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync($$"""{"video_url":"{{url}}"}"""));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.RefusedUrl);

        error.Handle.ShouldNotBeNull();
        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_callers_own_handler_does_not_get_urls_into_this_machine_either()
    {
        await using var inside = new FaultServer(exchange => exchange.ServeAsync(DownloadFixture.Mp4()));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var sender = VendorSender.From(handler);
        var http = new VendorHttp(new(new("https://8.8.8.8/v1"), Vendors.FlatVendor.Describe("flat").Authentication, DownloadFixture.Key), sender);
        using var request = new HttpRequestMessage(HttpMethod.Get, inside.Url);

        await Should.ThrowAsync<RefusedRequestException>(() => http.SendAsync(request, TestContext.Current.CancellationToken));

        inside.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost.")]
    [InlineData("LocalHost.")]
    [InlineData("inside.localhost")]
    [InlineData("inside.localhost.")]
    [InlineData("localhost.localdomain")]
    [InlineData("ip6-localhost")]
    [InlineData("127.0.0.1.")]
    [InlineData("2130706433.")]
    [InlineData("0x7f.1.")]
    [InlineData("127\u3002" + "0\u3002" + "0\u3002" + "1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:7f00:1]")]
    public async Task Behind_a_proxy_the_name_is_checked_before_the_proxy_is_asked(string host)
    {
        await using var proxy = new FaultServer(exchange => exchange.JsonAsync("{}"));
        using var transport = new VendorTransport(new WebProxy($"http://127.0.0.1:{proxy.Port}"));
        using var sender = VendorSender.From(() => transport);
        var http = new VendorHttp(new(new("http://8.8.8.8/v1"), Vendors.FlatVendor.Describe("flat").Authentication, DownloadFixture.Key), sender);
        using var inside = new HttpRequestMessage(HttpMethod.Get, $"http://{host}:8080/x");
        using var outside = new HttpRequestMessage(HttpMethod.Get, "http://1.1.1.1/x");

        await Should.ThrowAsync<RefusedRequestException>(() => http.SendAsync(inside, TestContext.Current.CancellationToken));
        using var response = await http.SendAsync(outside, TestContext.Current.CancellationToken);

        proxy.Requests.Single().Target.ShouldBe("http://1.1.1.1/x");
    }
}
