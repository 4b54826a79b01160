using Microsoft.Kiota.Abstractions;
using VideoTasks.Tests.Servers;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Client;

public sealed class DecoratorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_budget_that_overrides_the_create_stops_every_way_to_start_a_task()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var client = new Budget(TestClients.Of(server), most: 1);

        await client.CreateAsync(new() { Prompt = "a cat" }, Token);

        var request = new VideoTaskRequest { Prompt = "a dog" };
        await Should.ThrowAsync<InvalidOperationException>(() => client.CreateAsync(request, Token));
        await Should.ThrowAsync<InvalidOperationException>(() => client.RemixAsync("v1", request, Token));
        await Should.ThrowAsync<InvalidOperationException>(() => client.EditAsync("v1", request, Token));
        await Should.ThrowAsync<InvalidOperationException>(() => client.ExtendAsync("v1", request, Token));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void What_stands_behind_a_client_is_found_through_its_decorators()
    {
        using var server = StubServer.Start(JsonAnswer("{}"));
        var clock = new FakeClock();
        var inner = TestClients.Of(server, options => options.TimeProvider = clock);
        var client = inner.AsBuilder().Use(c => new Budget(c, 1)).Use(c => new Quiet(c)).Build();

        client.ShouldBeOfType<Budget>("the first is the outermost");
        client.GetService<Budget>().ShouldBeSameAs(client);
        client.GetService<Quiet>().ShouldNotBeNull();
        client.GetService<VideoTaskClient>().ShouldBeSameAs(inner);
        client.GetService<TimeProvider>().ShouldBeSameAs(clock);
        client.GetService<VideoVendorDescription>()!.Name.ShouldBe("flat");
        client.GetService<IRequestAdapter>()!.BaseUrl.ShouldBe(server.Url + "/v1");
        client.GetService<VideoTaskClientMetadata>()!.BaseUrl.ShouldBe(new Uri(server.Url + "/v1"));
        client.GetService<VideoTaskClientMetadata>("another").ShouldBeNull();
        client.GetService<string>().ShouldBeNull();
        client.Supports(VideoOperation.Cancel).ShouldBeTrue();
        client.Supports(VideoOperation.Remix).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_call_reaches_the_client_inside()
    {
        using var server = StubServer.Start(
            JsonAnswer("""{"data":[{"id":"v1"}]}"""),
            JsonAnswer("""{"id":"v1","status":"queued"}"""),
            JsonAnswer("""{"id":"v1","status":"cancelled"}"""));
        var client = new Quiet(TestClients.Of(server));

        (await client.ListAsync(cancellationToken: Token).SingleAsync(Token)).Id.ShouldBe("v1");
        (await client.GetAsync("v1", Token)).Status.ShouldBe(VideoTaskStatus.Queued);
        (await client.CancelAsync("v1", Token)).Status.ShouldBe(VideoTaskStatus.Canceled);
        await client.DeleteAsync("v1", Token);

        server.Requests.Select(request => $"{request.Method} {request.Target}").ShouldBe(
            ["GET /v1/videos", "GET /v1/videos/v1", "POST /v1/videos/v1/cancel", "DELETE /v1/videos/v1"]);
    }

    [Fact]
    public void Every_member_of_the_interface_can_be_overridden()
    {
        var map = typeof(DelegatingVideoTaskClient).GetInterfaceMap(typeof(IVideoTaskClient));

        map.TargetMethods.ShouldAllBe(method => method.IsVirtual && !method.IsFinal && method.DeclaringType == typeof(DelegatingVideoTaskClient));
    }

    [Fact]
    public void A_factory_that_returns_nothing_is_named()
    {
        using var server = StubServer.Start(JsonAnswer("{}"));
        var builder = TestClients.Of(server).AsBuilder().Use(c => c).Use(_ => null!);

        Should.Throw<InvalidOperationException>(() => builder.Build()).Message.ShouldContain("decorator 2 of 2");
    }

    [Theory]
    [InlineData(VideoOperation.Create)]
    [InlineData(VideoOperation.Get)]
    [InlineData(VideoOperation.List)]
    public async Task A_source_of_an_operation_that_starts_nothing_is_refused(VideoOperation operation)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));

        await Should.ThrowAsync<ArgumentException>(() => TestClients.Of(server).CreateAsync(
            new() { Prompt = "a cat", Source = new() { Id = "v0", Operation = operation } }, Token));

        server.Requests.ShouldBeEmpty();
    }

    private sealed class Budget(IVideoTaskClient innerClient, int most) : DelegatingVideoTaskClient(innerClient)
    {
        private int _left = most;

        public override Task<VideoTask> CreateAsync(VideoTaskRequest request, CancellationToken cancellationToken = default) =>
            Interlocked.Decrement(ref _left) < 0
                ? throw new InvalidOperationException("No more videos today.")
                : base.CreateAsync(request, cancellationToken);
    }

    private sealed class Quiet(IVideoTaskClient innerClient) : DelegatingVideoTaskClient(innerClient);
}
