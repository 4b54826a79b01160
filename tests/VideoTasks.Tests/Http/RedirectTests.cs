using VideoTasks.Tests.Download;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Http;

/// <summary>Faults 24 and 25: redirects, and what they must not take along.</summary>
public sealed class RedirectTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_origin_is_followed_without_the_key(int status)
    {
        await using var cdn =
            new FaultServer(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));
        await using var fixture = new DownloadFixture(exchange => exchange.RedirectAsync($"{cdn.Url}/file.mp4?sig=1", status));

        var result = await fixture.DemandAsync(Video);

        result.FinalUrl!.AbsoluteUri.ShouldBe($"{cdn.Url}/file.mp4");
        fixture.Server.ContentRequests[0].Headers["Authorization"].ShouldBe($"Bearer {DownloadFixture.Key}");
        cdn.ContentRequests[1].Range.ShouldBe("bytes=100000-");
        cdn.Requests.ShouldAllBe(
            request => !request.Text.Contains(DownloadFixture.Key)
                && !request.Headers.ContainsKey("Authorization")
                && !request.Headers.ContainsKey("Referer"));
    }

    [Fact]
    public async Task A_redirect_within_the_vendor_keeps_the_key()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Target.StartsWith("/files", StringComparison.Ordinal)
            ? exchange.ServeAsync(Video)
            : exchange.RedirectAsync("/files/1"));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests[1].Headers["Authorization"].ShouldContain(DownloadFixture.Key);
    }

    [Fact]
    public async Task A_location_that_is_not_escaped_is_read_as_utf_8()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Target.StartsWith("/files", StringComparison.Ordinal)
            ? exchange.ServeAsync(Video)
            : exchange.RedirectAsync("/files/vidéo 視頻.mp4"));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests[1].Target.ShouldBe("/files/vid%C3%A9o%20%E8%A6%96%E9%A0%BB.mp4");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    public async Task As_many_as_ten_redirects_are_followed(int count)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number <= count
            ? exchange.RedirectAsync($"/hop/{exchange.Request.Number}")
            : exchange.ServeAsync(Video));

        await fixture.DemandAsync(Video);
    }

    [Fact]
    public async Task An_eleventh_redirect_is_refused()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.RedirectAsync($"/hop/{exchange.Request.Number}"));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.RefusedUrl);

        fixture.Server.ContentRequests.Count.ShouldBe(11);
    }

    [Fact]
    public async Task A_circle_of_redirects_is_refused()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.RedirectAsync(exchange.Request.Target.EndsWith("/a", StringComparison.Ordinal) ? "/b" : "/a"));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.RefusedUrl);

        fixture.Server.ContentRequests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/file.mp4")]
    [InlineData("javascript:alert(1)")]
    public async Task A_redirect_to_another_scheme_is_refused(string location)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.RedirectAsync(location));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.RefusedUrl);

        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_without_a_location_is_refused()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.HeadAsync(302, ("Content-Length", "0")));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.RefusedUrl);
    }

    [Theory]
    [InlineData(VideoKeyLocation.Header, "x-api-key", null)]
    [InlineData(VideoKeyLocation.Header, "Authorization", "Key")]
    [InlineData(VideoKeyLocation.Query, "key", null)]
    public async Task No_form_of_the_key_arrives_elsewhere_even_when_the_redirect_echoes_it(VideoKeyLocation location, string name, string? scheme)
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var fixture = new DownloadFixture(
            exchange => exchange.RedirectAsync($"{cdn.Url}/file.mp4?a=1&{name}={DownloadFixture.Key}&b=2"),
            vendor: new ContentVendor(new() { Location = location, Name = name, Scheme = scheme }));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests[0].Text.ShouldContain(DownloadFixture.Key);
        cdn.Requests.Single().Text.ShouldNotContain(DownloadFixture.Key);
        cdn.Requests.Single().Target.ShouldBe("/v1/file.mp4?a=1&b=2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_callers_own_handler_adds_is_leaked_nowhere(bool redirects)
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        using var handler = new Adding { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };
        await using var fixture = new DownloadFixture(
            exchange => redirects ? exchange.RedirectAsync($"{cdn.Url}/file.mp4") : exchange.JsonAsync($$"""{"url":"{{cdn.Url}}/file.mp4"}"""),
            options: new() { HttpHandler = handler });

        await fixture.DemandAsync(Video);

        cdn.Requests.Single().Text.ShouldNotContain(DownloadFixture.Key);
    }

    private sealed class Adding : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Own-Secret", DownloadFixture.Key);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
