using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Calls;

/// <summary>Lists of vendors that lead in a circle.</summary>
public sealed class PagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ignores after", """{"data":[{"id":"a"},{"id":"b"}],"has_more":true}""", """{"data":[{"id":"a"},{"id":"b"}],"has_more":true}""")]
    [
        InlineData(
            "alternates",
            """{"data":[{"id":"a"}],"has_more":true}""",
            """{"data":[{"id":"b"}],"has_more":true}""",
            """{"data":[{"id":"a"}],"has_more":true}""",
            """{"data":[{"id":"b"}],"has_more":true}""")]
    [
        InlineData(
            "cursors lead back",
            """{"data":[{"id":"a"}],"next_cursor":"1"}""",
            """{"data":[{"id":"b"}],"next_cursor":"2"}""",
            """{"data":[{"id":"a"}],"next_cursor":"1"}""")]
    [InlineData("one cursor", """{"data":[{"id":"a"}],"next_cursor":"1"}""", """{"data":[{"id":"b"}],"next_cursor":"1"}""")]
    [
        InlineData(
            "new cursors, old tasks",
            """{"data":[{"id":"a"},{"id":"b"}],"next_cursor":"1"}""",
            """{"data":[{"id":"b"},{"id":"a"}],"next_cursor":"2"}""",
            """{"data":[{"id":"a"}],"next_cursor":"3"}""")]
    [
        InlineData(
            "one that changes",
            """{"data":[{"id":"a","progress":1},{"id":"b"}],"has_more":true}""",
            """{"data":[{"id":"a","progress":2},{"id":"b"}],"has_more":true}""")]
    [
        InlineData(
            "URLs lead back",
            """{"data":[{"id":"a"}],"next":"/v1/videos?page=2"}""",
            """{"data":[{"id":"b"}],"next":"/v1/videos?page=1"}""",
            """{"data":[{"id":"a"}],"next":"/v1/videos?page=2"}""")]
    [InlineData("overlap", """{"data":[{"id":"a"}],"next_cursor":"1"}""", """{"data":[{"id":"a"},{"id":"b"}],"next_cursor":null}""")]
    public async Task A_list_that_leads_in_a_circle_ends_and_yields_each_task_once(string kind, params string[] pages)
    {
        var number = 0;
        await using var server = new FaultServer(exchange => exchange.JsonAsync(pages[(Interlocked.Increment(ref number) - 1) % pages.Length]));

        var ids = await TestClients.Of(server.Url).ListAsync(cancellationToken: Token).Select(task => task.Id).ToListAsync(Token);

        ids.ShouldBe(["a", "b"], kind);
        number.ShouldBeLessThanOrEqualTo(pages.Length + 1);
    }

    [Theory]
    [InlineData(VideoListPagingStyle.Page)]
    [InlineData(VideoListPagingStyle.Offset)]
    public async Task A_list_by_numbers_whose_pages_alternate_ends_too(VideoListPagingStyle style)
    {
        var number = 0;
        await using var server =
            new FaultServer(exchange => exchange.JsonAsync($$"""{"data":[{"id":"{{Interlocked.Increment(ref number) % 2}}"}],"has_more":true}"""));
        var vendor = FlatVendor.Describe("flat") with { ListPaging = new() { Style = style } };

        (await TestClients.Of(server.Url, vendor: vendor).ListAsync(cancellationToken: Token).CountAsync(Token)).ShouldBe(2);

        number.ShouldBe(3);
    }
}
