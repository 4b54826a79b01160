using System.Text;

namespace VideoTasks.Tests.Download.Content;

/// <summary>A signature covers the spelling of a URL, so the request line has the URL as the vendor wrote it.</summary>
public sealed class SignedUrlTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    public static TheoryData<string> Written { get; } =
    [
        "/f%7Eile.mp4?sig=%7E%2f%2F",
        "/%41%2D%5f/x.mp4",
        "/a%2fb%2Fc.mp4?X-Amz-Credential=AK%2f20261130%2Fauto&X-Amz-Signature=ab",
        "/a.mp4?se=2026-11-30T10%3a00%3A00Z&sig=a%2bb+c%20d%3d",
        "/a.mp4?q=%28x%29(y)!*'",
        "/a/./b/../c.mp4?sig=1",
        "/a/%2e%2E/c.mp4?sig=1",
        "//double//slash.mp4?",
        "/a.mp4?x&y=&=z&&",
        "/a;b=c,d:e@f$g.mp4?h=[i]",
        "/v.mp4?token=%e5%8b%95",
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public async Task A_url_in_json_a_text_or_a_redirect_is_sent_as_it_was_written(string written)
    {
        await using var cdn =
            new FaultServer(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number % 2 == 1 ? 100_000 : null }));
        var url = $"http://127.0.0.1:{cdn.Port}{written}";
        Func<FaultExchange, Task>[] forms =
        [
            exchange => exchange.JsonAsync($$"""{"video_url":"{{url}}"}"""),
            exchange => exchange.RespondAsync(200, "text/plain", Encoding.ASCII.GetBytes(url)),
            exchange => exchange.RedirectAsync(url),
            exchange => exchange.RedirectAsync(url, 308),
        ];
        foreach (var form in forms)
        {
            await using var fixture = new DownloadFixture(form);
            await fixture.DemandAsync(Video);
        }

        await using var task =
            new DownloadFixture(
                _ => Task.CompletedTask, taskFields: $$""","video_url":"{{url}}#t=1" """, vendor: new ContentVendor(hasContent: false));
        await task.DemandAsync(Video);

        cdn.Requests.Count.ShouldBe(10);
        cdn.Requests.ShouldAllBe(request => request.Target == written);
    }

    [Fact]
    public async Task A_redirect_to_a_path_of_the_same_server_is_sent_as_it_was_written()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Target.StartsWith("/files", StringComparison.Ordinal)
            ? exchange.ServeAsync(Video)
            : exchange.RedirectAsync("/files/%7Ea.mp4?s=%41"));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests[^1].Target.ShouldBe("/files/%7Ea.mp4?s=%41");
    }

    [Theory]
    [InlineData("/a b.mp4?q=c d", "/a%20b.mp4?q=c%20d")]
    [InlineData("/\u00e4.mp4?q=\u52d5", "/%C3%A4.mp4?q=%E5%8B%95")]
    [InlineData("/a|b.mp4?q=<x>", "/a%7Cb.mp4?q=%3Cx%3E")]
    [InlineData("/100%.mp4?q=%zz%7E", "/100%25.mp4?q=%25zz%7E")]
    [InlineData("/a.mp4?q=1\\r\\nX-Injected:%20y", "/a.mp4?q=1%0D%0AX-Injected:%20y")]
    public async Task What_no_request_line_can_hold_is_escaped(string written, string sent)
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var fixture =
            new DownloadFixture(exchange => exchange.JsonAsync($$"""{"video_url":"http://127.0.0.1:{{cdn.Port}}{{written}}"}"""));

        await fixture.DemandAsync(Video);

        cdn.Requests.ShouldAllBe(request => request.Target == sent && !request.Headers.ContainsKey("X-Injected"));
    }
}
