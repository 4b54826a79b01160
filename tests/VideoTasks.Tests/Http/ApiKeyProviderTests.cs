using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Http;

/// <summary>Keys that change: from a vault, or renewed every hour.</summary>
public sealed class ApiKeyProviderTests
{
    private const string First = "sk-first-0123456789";
    private const string Second = "sk-second-9876543210";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_key_is_asked_for_before_each_request_and_wins()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        var keys = new Queue<string?>([First, Second + "\n", null]);
        var client = TestClients.Of(server, options => options.ApiKeyProvider = _ => new(keys.Dequeue()));

        await client.GetAsync("v1", Token);
        await client.GetAsync("v1", Token);
        await client.GetAsync("v1", Token);

        server.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer " + First, "Bearer " + Second, null]);
    }

    [Theory]
    [InlineData(VideoOperation.Get)]
    [InlineData(VideoOperation.Create)]
    public async Task A_refused_key_is_asked_for_once_more_and_the_request_goes_out_again(VideoOperation operation)
    {
        using var server = StubServer.Start(JsonAnswer("{}", 401), JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var keys = new Queue<string>([First, Second]);
        var client = TestClients.Of(server, options => options.ApiKeyProvider = _ => new(keys.Dequeue()));

        var task = operation == VideoOperation.Get ? await client.GetAsync("v1", Token) : await client.CreateAsync(new() { Prompt = "a cat" }, Token);

        task.Id.ShouldBe("v1");
        server.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer " + First, "Bearer " + Second]);
        server.Requests.Select(request => request.Body).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(First, 1)]
    [InlineData(Second, 2)]
    public async Task A_key_that_stays_refused_is_no_loop(string second, int requests)
    {
        using var server = StubServer.Start(JsonAnswer("{}", 401));
        var keys = new Queue<string>([First, second, Second + "3"]);
        var client = TestClients.Of(server, options => options.ApiKeyProvider = _ => new(keys.Dequeue()));

        await ShouldFail.WithAsync(VideoTaskErrorReason.Unauthorized, () => client.CreateAsync(new() { Prompt = "a cat" }, Token));

        server.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task A_create_whose_outcome_is_unknown_is_not_sent_again_with_another_key()
    {
        using var server = StubServer.Start(JsonAnswer("{}", 503));
        var client = TestClients.Of(server, options => options.ApiKeyProvider = _ => new(Guid.NewGuid().ToString()));

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => client.CreateAsync(new() { Prompt = "a cat" }, Token));

        error.IsOutcomeUnknown.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_provider_that_fails_is_passing_trouble_with_nothing_sent()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var asked = 0;
        var client = TestClients.Of(server, options =>
        {
            options.MaxRetries = 1;
            options.ApiKeyProvider = _ => ++asked <= 2 ? throw new TimeoutException("the vault at 10.1.2.3 is closed") : new(First);
        });

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => client.CreateAsync(new() { Prompt = "a cat" }, Token));

        error.Message.ShouldContain("was not asked: the application's ApiKeyProvider failed (TimeoutException)");
        error.Message.ShouldNotContain("10.1.2.3");
        (error.IsTransient, error.IsOutcomeUnknown).ShouldBe((true, false));
        server.Requests.ShouldBeEmpty();
        (await client.CreateAsync(new() { Prompt = "a cat" }, Token)).Id.ShouldBe("v1");
    }

    [Fact]
    public async Task A_provider_that_takes_longer_than_the_request_may_leaves_no_doubt_about_the_create()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var client = TestClients.Of(server, options =>
        {
            options.MaxRetries = 0;
            options.RequestTimeout = TimeSpan.FromMilliseconds(50);
            options.ApiKeyProvider = async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return First;
            };
        });

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.Unavailable, () => client.CreateAsync(new() { Prompt = "a cat" }, Token));

        error.IsOutcomeUnknown.ShouldBeFalse();
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_that_no_header_can_hold_is_refused_without_the_text()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        var client = TestClients.Of(server, options => options.ApiKeyProvider = _ => new("sk-first\nX-Evil: 1"));

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.Configuration, () => client.GetAsync("v1", Token));

        error.Message.ShouldNotContain("sk-first");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_key_that_was_used_is_kept_out_of_what_comes_back()
    {
        using var server = StubServer.Start(
            JsonAnswer("""{"status":"queued"}"""),
            JsonAnswer($$$"""{"status":"failed","error":{"message":"{{{First}}} and {{{Second}}} are bad"}}"""));
        var keys = new Queue<string>([First, Second]);
        var client = TestClients.Of(server, options => options.ApiKeyProvider = _ => new(keys.Dequeue()));

        await client.GetAsync("v1", Token);
        var task = await client.GetAsync("v1", Token);

        task.Error!.Message.ShouldBe("*** and *** are bad");
        task.Raw.GetRawText().ShouldNotContain("sk-");
    }

    [Theory]
    [InlineData(VideoKeyLocation.Header)]
    [InlineData(VideoKeyLocation.Query)]
    public async Task A_download_goes_on_with_the_next_key_and_shows_none_to_a_cdn(VideoKeyLocation location)
    {
        var video = DownloadFixture.Mp4();
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(video));
        await using var vendor = new FaultServer(exchange => exchange.Request.Text.Contains(Second, StringComparison.Ordinal)
            ? exchange.RedirectAsync($"{cdn.Url}/file.mp4?key={Second}&old={First}")
            : exchange.JsonAsync("""{"error":{"message":"expired token"}}""", 401));
        var keys = new Queue<string>([First, .. Enumerable.Repeat(Second, 9)]);
        var client =
            new VideoTaskClient(
                new ContentVendor(new() { Location = location, Name = location == VideoKeyLocation.Query ? "key" : "Authorization" }), new()
        {
            BaseUrl = vendor.Url, ApiKeyProvider = _ => new(keys.Dequeue()),
        });
        using var destination = new MemoryStream();

        var result = await client.DownloadToAsync(DownloadFixture.Id, destination, DownloadFixture.QuickStream, Token);

        destination.ToArray().ShouldBe(video);
        cdn.Requests.ShouldAllBe(request => !request.Text.Contains(Second) && !request.Text.Contains(First));
        result.FinalUrl!.OriginalString.ShouldNotContain("sk-");
    }

    [Fact]
    public void A_handler_that_takes_keys_along_is_refused_for_a_key_that_is_still_to_come()
    {
        using var handler = new SocketsHttpHandler();
        var vendor = FlatVendor.Describe("flat") with { Authentication = new() { Name = "x-api-key" } };

        ShouldFail.With(VideoTaskErrorReason.Configuration, () => new VideoTaskClient(
            new FlatVendor(vendor), new() { HttpHandler = handler, ApiKeyProvider = _ => new(First) }));
    }
}
