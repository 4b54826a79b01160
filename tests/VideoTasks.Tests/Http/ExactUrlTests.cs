using VideoTasks.Http;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Http;

/// <summary>Request lines as they are on the wire.</summary>
public sealed class ExactUrlTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    public static TheoryData<string, string> Targets => new()
    {
        { "/f.mp4?sig=%7E%41%2D%2e%2F%2f%c3%a9", "/f.mp4?sig=%7E%41%2D%2e%2F%2f%c3%a9" },
        { "/a%2Fb%7Ec/%2e%2e/f.mp4", "/a%2Fb%7Ec/%2e%2e/f.mp4" },
        { "/a/../f.mp4", "/a/../f.mp4" },
        { "/f.mp4?a=b+c%20d&&e==&f", "/f.mp4?a=b+c%20d&&e==&f" },
        { "/f.mp4?x=(1)!*'~,;:@$", "/f.mp4?x=(1)!*'~,;:@$" },
        { "/f.mp4?sig=%7e#fragment", "/f.mp4?sig=%7e" },
        { "/é ü.mp4?n=\"ß\"&sig=%7E", "/%C3%A9%20%C3%BC.mp4?n=%22%C3%9F%22&sig=%7E" },
        { "/100%.mp4?sig=%7E", "/100%25.mp4?sig=%7E" },
        { "?sig=%7E", "/?sig=%7E" },
        { "", "/" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_url_goes_out_as_the_vendor_wrote_it(string written, string target)
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var fixture =
            new DownloadFixture(
                exchange => exchange.JsonAsync(
                    $$"""{"video_url":{{System.Text.Json.JsonSerializer.Serialize($"http://127.0.0.1:{cdn.Port}{written}")}}}"""));

        await fixture.DemandAsync(Video);

        cdn.Requests.Select(request => request.Target).Distinct().ShouldBe([target]);
    }

    [Theory]
    [InlineData("/f%7E.mp4?sig=%41%2D%2e")]
    [InlineData("http://127.0.0.1:PORT/f%7E.mp4?sig=%41%2D%2e")]
    [InlineData("//127.0.0.1:PORT/f%7E.mp4?sig=%41%2D%2e")]
    public async Task A_redirect_goes_where_it_was_written(string location)
    {
        var port = 0;
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Target.StartsWith("/f", StringComparison.Ordinal)
            ? exchange.ServeAsync(Video)
            : exchange.RedirectAsync(location.Replace("PORT", $"{port}", StringComparison.Ordinal)));
        port = fixture.Server.Port;

        await fixture.DemandAsync(Video);

        fixture.Server.Requests.ShouldContain(request => request.Target == "/f%7E.mp4?sig=%41%2D%2e");
    }

    [Fact]
    public async Task Redirects_in_a_row_are_followed_from_where_each_was_written()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Target switch
        {
            "/a%7E/b?sig=%2d" => exchange.RedirectAsync("c%7e/d?sig=%41"),
            "/a~/c%7e/d?sig=%41" or "/a%7E/c%7e/d?sig=%41" => exchange.RedirectAsync("?sig=%42"),
            var target when target.EndsWith("?sig=%42", StringComparison.Ordinal) => exchange.ServeAsync(Video),
            _ => exchange.RedirectAsync("/a%7E/b?sig=%2d"),
        });

        await fixture.DemandAsync(Video);
    }

    [Fact]
    public async Task A_key_in_the_query_changes_nothing_else_of_it()
    {
        await using var server = new FaultServer(exchange => exchange.JsonAsync("{\"ok\":true}"));
        using var sender = VendorSender.Standalone();
        var http = new VendorHttp(new(server.Url, new() { Location = VideoKeyLocation.Query, Name = "key" }, "k%1"), sender);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{server.Port}/v1/%7Ea?x=%2d"));

        (await http.SendAsync(request, Token)).Dispose();

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/v1/%7Ea?x=%2d&key=k%251");
    }

    [Theory]
    [InlineData("?api-version=preview", "?api-version=preview")]
    [InlineData("/?api-version=preview&x=%7E", "?api-version=preview&x=%7E")]
    [InlineData("?a", "?a")]
    [InlineData("?", "")]
    [InlineData("#x", "")]
    public async Task The_query_of_a_base_url_is_kept_on_every_request(string query, string expected)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var client = TestClients.Of(new Uri(server.Url + "/openai/v1" + query));

        await client.GetAsync("v1", Token);
        await client.CreateAsync(new(), Token);
        await client.DeleteAsync("v1", Token);
        await client.CancelAsync("v1", Token);

        server.Requests.Select(request => $"{request.Method} {request.Target}").ShouldBe(
        [
            $"GET /openai/v1/videos/v1{expected}", $"POST /openai/v1/videos{expected}", $"DELETE /openai/v1/videos/v1{expected}",
            $"POST /openai/v1/videos/v1/cancel{expected}",
        ]);
        client.GetService<VideoTaskClientMetadata>()!.BaseUrl!.AbsoluteUri.ShouldBe(server.Url + "/openai/v1");
    }

    [Fact]
    public async Task The_query_of_a_base_url_goes_with_those_of_lists_and_their_next_pages()
    {
        using var server = StubServer.Start(
            JsonAnswer("""{"data":[{"id":"a"}],"next":"https://other.example/v1/videos?page=%7E2"}"""), JsonAnswer("""{"data":[{"id":"b"}]}"""));

        await TestClients.Of(new Uri(server.Url + "/v1?api-version=1&limit=9")).ListAsync(new() { PageSize = 5 }, Token).CountAsync(Token);

        server.Requests.Select(request => request.Target)
            .ShouldBe(["/v1/videos?limit=5&api-version=1", "/v1/videos?page=%7E2&api-version=1&limit=9"]);
    }

    [Fact]
    public async Task The_query_of_a_base_url_goes_with_content_and_with_typed_calls_and_not_to_where_they_lead()
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var vendor = new FaultServer(exchange => exchange.RedirectAsync(new Uri(cdn.Url, "/f.mp4").AbsoluteUri));
        var client = new VideoTaskClient("openai", new() { BaseUrl = new Uri(vendor.Url + "?api-version=1"), ApiKey = TestClients.Key });

        using var target = new MemoryStream();
        await client.DownloadToAsync("video_1", target, cancellationToken: Token);

        vendor.Requests.ShouldHaveSingleItem().Target.ShouldBe("/v1/videos/video_1/content?api-version=1");
        cdn.Requests.ShouldHaveSingleItem().Target.ShouldBe("/f.mp4");
    }
}
