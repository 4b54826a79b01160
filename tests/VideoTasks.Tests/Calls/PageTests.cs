using System.Buffers.Text;
using System.Text;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Calls;

/// <summary>Lists page by page, each page by a client of its own, as a web application or the next day's process does.</summary>
public sealed class PageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        VideoListPagingStyle.Cursor,
        new[] { """{"data":[{"id":"a"},{"id":"b"}],"has_more":true}""", """{"data":[{"id":"c"}],"has_more":false}""" },
        new[] { "/v1/videos?limit=2", "/v1/videos?after=b&limit=2" })]
    [InlineData(
        VideoListPagingStyle.Cursor,
        new[] { """{"data":[{"id":"a"},{"id":"b"}],"next_cursor":"x=+/"}""", """{"data":[{"id":"c"}]}""" },
        new[] { "/v1/videos?limit=2", "/v1/videos?after=x%3D%2B%2F&limit=2" })]
    [InlineData(
        VideoListPagingStyle.Cursor,
        new[] { """{"data":[{"id":"a"},{"id":"b"}],"next":"https://other.example/videos?page=2&sig=a%2Fb"}""", """{"data":[{"id":"c"}]}""" },
        new[] { "/v1/videos?limit=2", "/v1/videos?page=2&sig=a%2Fb" })]
    [InlineData(
        VideoListPagingStyle.Page,
        new[] { """{"data":[{"id":"a"},{"id":"b"}],"total":3}""", """{"data":[{"id":"c"}],"total":3}""" },
        new[] { "/v1/videos?limit=2", "/v1/videos?limit=2&page=2" })]
    [InlineData(
        VideoListPagingStyle.Offset,
        new[] { """{"data":[{"id":"a"},{"id":"b"}]}""", """{"data":[{"id":"c"}]}""" },
        new[] { "/v1/videos?limit=2", "/v1/videos?limit=2&offset=2" })]
    public async Task A_page_is_gone_on_from_by_another_client(VideoListPagingStyle style, string[] pages, string[] targets)
    {
        using var server = StubServer.Start([.. pages.Select(page => JsonAnswer(page))]);
        var vendor = FlatVendor.Describe("flat") with { ListPaging = new() { Style = style } };

        var first = await TestClients.Of(server, vendor: vendor).ListPageAsync(new() { PageSize = 2 }, Token);
        var second = await TestClients.Of(server, vendor: vendor).ListPageAsync(new() { ContinuationToken = first.ContinuationToken }, Token);

        first.Tasks.Select(task => task.Id).ShouldBe(["a", "b"]);
        second.Tasks.Select(task => task.Id).ShouldBe(["c"]);
        second.ContinuationToken.ShouldBeNull();
        server.Requests.Select(request => request.Target).ShouldBe(targets);
    }

    [Fact]
    public async Task The_most_tasks_are_counted_over_all_pages()
    {
        using var server = StubServer.Start(
            JsonAnswer("""{"data":[{"id":"a"},{"id":"b"}],"has_more":true}"""), JsonAnswer("""{"data":[{"id":"c"},{"id":"d"}],"has_more":true}"""));
        var client = TestClients.Of(server);
        var options = new VideoTaskListOptions { MaxCount = 3 };

        var first = await client.ListPageAsync(options, Token);
        var second = await client.ListPageAsync(options with { ContinuationToken = first.ContinuationToken }, Token);

        first.Tasks.Count.ShouldBe(2);
        second.Tasks.Select(task => task.Id).ShouldBe(["c"]);
        second.ContinuationToken.ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Pages_that_lead_in_a_circle_come_to_an_end(int length)
    {
        var number = 0;
        await using var server = new FaultServer(exchange =>
        {
            var page = (Interlocked.Increment(ref number) - 1) % length;
            return exchange.JsonAsync($$"""{"data":[{"id":"a{{page}}"},{"id":"b{{page}}"}],"next_cursor":"{{number}}"}""");
        });
        var client = TestClients.Of(server.Url);

        var token = (await client.ListPageAsync(cancellationToken: Token)).ContinuationToken;
        while (token is not null)
        {
            number.ShouldBeLessThan(4 * length + 4);
            token = (await client.ListPageAsync(new() { ContinuationToken = token }, Token)).ContinuationToken;
        }

        number.ShouldBeGreaterThan(length);
    }

    [Fact]
    public async Task A_token_of_another_list_or_a_changed_one_is_refused_before_anything_is_sent()
    {
        using var server = StubServer.Start(JsonAnswer("""{"data":[{"id":"a"}],"has_more":true}"""));
        var client = TestClients.Of(server);
        var token = (await TestClients.Of(server, vendor: FlatVendor.Describe("other")).ListPageAsync(cancellationToken: Token)).ContinuationToken!;
        string[] tokens =
        [
            token, "", "?", "abc", "e30", "bnVsbA", token[..^3], "\"",
            Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"client":"flat","size":-1}""")),
            Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"client":"flat","left":0}""")),
        ];

        foreach (var other in tokens)
        {
            var error = await Should.ThrowAsync<ArgumentException>(() => client.ListPageAsync(new() { ContinuationToken = other }, Token));
            error.ParamName.ShouldBe("options");
        }

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_holds_no_key_that_the_vendor_wrote_into_the_next_url_and_the_next_page_is_asked_with_it()
    {
        using var server = StubServer.Start(
            JsonAnswer($$"""{"data":[{"id":"a"}],"next":"/v1/videos?page=2&key={{TestClients.Key}}"}"""), JsonAnswer("""{"data":[]}"""));
        var client = TestClients.Of(server);

        var token = (await client.ListPageAsync(cancellationToken: Token)).ContinuationToken!;
        await client.ListPageAsync(new() { ContinuationToken = token }, Token);

        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).ShouldNotContain(TestClients.Key);
        server.Requests[^1].Target.ShouldBe("/v1/videos?page=2&key=" + TestClients.Key);
    }

    [Theory]
    [InlineData(0, null, "options.PageSize")]
    [InlineData(null, -1, "options.MaxCount")]
    [InlineData(null, 0, "options.MaxCount")]
    public async Task A_number_that_can_t_be_is_named(int? pageSize, int? maxCount, string parameter)
    {
        using var server = StubServer.Start(JsonAnswer("""{"data":[]}"""));
        var client = TestClients.Of(server);
        var options = new VideoTaskListOptions { PageSize = pageSize, MaxCount = maxCount };

        (await Should.ThrowAsync<ArgumentOutOfRangeException>(() => client.ListPageAsync(options, Token))).ParamName.ShouldBe(parameter);
        Should.Throw<ArgumentOutOfRangeException>(() => { client.ListAsync(options, Token); }).ParamName.ShouldBe(parameter);
        server.Requests.ShouldBeEmpty();
    }
}
