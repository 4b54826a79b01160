using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Client;

public sealed class ClientNameTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tasks_handles_and_errors_carry_the_clients_name()
    {
        using var server = StubServer.Start(
            JsonAnswer("""{"id":"v1","status":"queued"}"""), JsonAnswer("""{"data":[{"id":"v2"}],"has_more":true}"""), JsonAnswer("{}", 404));
        var client = TestClients.Of(server, options => options.Name = "flat-eu");

        (await client.CreateAsync(new() { Prompt = "a cat" }, Token)).Handle.ToString().ShouldBe("flat-eu/v1");
        var page = await client.ListPageAsync(cancellationToken: Token);
        page.Tasks[0].Handle.ToString().ShouldBe("flat-eu/v2");
        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.NotFound, () => client.GetAsync("v3", Token));

        (error.Vendor, error.Handle.ToString()).ShouldBe(("flat-eu", "flat-eu/v3"));
        var metadata = client.GetService<VideoTaskClientMetadata>()!;
        (metadata.Vendor, metadata.Name).ShouldBe(("flat", "flat-eu"));
        await Should.ThrowAsync<ArgumentException>(() => TestClients.Of(server).ListPageAsync(
            new() { ContinuationToken = page.ContinuationToken }, Token));
    }

    [Fact]
    public async Task What_the_document_refuses_is_refused_in_the_clients_name()
    {
        using var server = StubServer.Start(JsonAnswer("{}"));
        var client = new VideoTaskClient("hingnet", new() { Name = "hingnet-eu", ApiKey = TestClients.Key, BaseUrl = server.Address });

        var missing = await ShouldFail.WithAsync(VideoTaskErrorReason.InvalidRequest, () => client.CreateAsync(new(), Token));
        var absent = await ShouldFail.WithAsync(
            VideoTaskErrorReason.NotSupported, () => client.ExtendAsync("v1", new() { Prompt = "a cat" }, Token));

        missing.Vendor.ShouldBe("hingnet-eu");
        (absent.Vendor, absent.Handle).ShouldBe(("hingnet-eu", new VideoTaskHandle("hingnet-eu", "v1")));
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public void A_name_that_no_handle_can_hold_is_refused(string name) =>
        ShouldFail.With(VideoTaskErrorReason.Configuration, () => new VideoTaskClient("hingnet", new() { Name = name }))
            .Message.ShouldContain("is no name for a client");
}
