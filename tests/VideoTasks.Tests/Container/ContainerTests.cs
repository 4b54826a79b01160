using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Container;

public sealed class ContainerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Code_wins_over_configuration_and_the_vendors_own_over_all()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        var configuration =
            new ConfigurationBuilder().AddInMemoryCollection(
                [new("VideoTasks:openai:ApiKey", "from-configuration"), new("VideoTasks:openai:BaseUrl", server.Url)])
            .Build();
        await using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddVideoTasks(
                options => options.Configure("OpenAI", client => client.ApiKey = "from-code").ConfigureAll(client => client.ApiKey = "for-all"))
            .Services.BuildServiceProvider();

        await provider.GetRequiredService<IVideoTaskClientFactory>().GetClient("OPENAI").GetAsync("x", Token);

        server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer from-code");
    }

    [Fact]
    public async Task Each_vendor_is_a_keyed_service_and_one_client()
    {
        await using var provider = new ServiceCollection().AddVideoTasks().Services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IVideoTaskClientFactory>();

        factory.ClientNames.ShouldBe(VideoVendors.All.Select(vendor => vendor.Description.Name));
        provider.GetRequiredKeyedService<IVideoTaskClient>("openai").ShouldBeSameAs(factory.GetClient("openai"));
        factory.GetClient(new VideoTaskHandle("openai", "x")).ShouldBeSameAs(factory.GetClient("openai"));
        ShouldFail.With(VideoTaskErrorReason.Configuration, () => factory.GetClient("nobody"));
    }

    [Fact]
    public async Task Vendors_of_another_assembly_are_added()
    {
        await using var provider = new ServiceCollection().AddVideoTasks(videos => videos.AddVendors([new FlatVendor()]))
            .Services.BuildServiceProvider();

        provider.GetRequiredService<IVideoTaskClientFactory>().GetClient("flat")
            .GetService<VideoTaskClientMetadata>()!.BaseUrl.ShouldBe(new Uri("https://api.flat.example/v1"));
    }

    [Fact]
    public async Task A_configuration_value_that_makes_no_sense_is_named()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("VideoTasks:openai:MaxRetries", "many")]).Build();
        await using var provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddVideoTasks()
            .Services.BuildServiceProvider();

        ShouldFail.With(VideoTaskErrorReason.Configuration, () => provider.GetRequiredService<IVideoTaskClientFactory>().GetClient("openai"))
            .Message.ShouldContain("VideoTasks:openai:MaxRetries");
    }

    [Fact]
    public async Task No_log_event_at_any_level_holds_the_key()
    {
        using var server = StubServer.Start(JsonAnswer("{}", 503), JsonAnswer("""{"status":"queued"}"""));
        using var log = new ListLogger();
        var vendor = FlatVendor.Describe("query") with { Authentication = new() { Location = VideoKeyLocation.Query, Name = "key" } };
        await using var provider = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddVideoTasks(options => options.AddVendors([new FlatVendor(), new FlatVendor(vendor)]).ConfigureAll(client =>
                (client.ApiKey, client.BaseUrl, client.RetryDelay) = (TestClients.Key, server.Address, TimeSpan.FromMilliseconds(1))))
            .Services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IVideoTaskClientFactory>();

        await factory.GetClient("flat").GetAsync("x", Token);
        await factory.GetClient("query").GetAsync("x", Token);

        server.Requests[0].Header("Authorization").ShouldBe("Bearer " + TestClients.Key);
        server.Requests[^1].Target.ShouldContain(TestClients.Key);
        log.Lines.ShouldContain("Accept=application/json");
        log.Lines.ShouldAllBe(line => !line.Contains(TestClients.Key));
    }

    [Fact]
    public async Task No_handler_of_the_application_sees_the_key()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        var seen = new List<string>();
        var builder = new ServiceCollection().AddVideoTasks(options => options.Configure("openai", client =>
            (client.ApiKey, client.BaseUrl) = (TestClients.Key, server.Address)));
        builder.HttpClient.AddHttpMessageHandler(() => new Listening(seen.Add));
        await using var provider = builder.Services.BuildServiceProvider();

        await provider.GetRequiredService<IVideoTaskClientFactory>().GetClient("openai").GetAsync("x", Token);

        server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer " + TestClients.Key);
        seen.Count.ShouldBe(2);
        seen.ShouldAllBe(request => !request.Contains(TestClients.Key));
    }

    private sealed class Listening(Action<string> tell) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            tell(request.ToString());
            var response = await base.SendAsync(request, cancellationToken);
            tell(response.RequestMessage!.ToString());
            return response;
        }
    }
}
