using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;

namespace VideoTasks.Tests.Container;

/// <summary>What many modules of one application say about its clients, together.</summary>
public sealed class BuilderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_module_and_the_application_add_counts_together()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        var services = new ServiceCollection();
        services.AddVideoTasks();
        services.AddVideoTasks(videos => videos.AddVendors([new FlatVendor()]));
        services.AddVideoTasks(videos => videos.Configure("Flat", client => client.BaseUrl = server.Address));
        services.AddVideoTasks().Configure("flat", client => client.ApiKey = TestClients.Key);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IVideoTaskClient>("flat").GetAsync("v1", Token);

        server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer " + TestClients.Key);
    }

    [Fact]
    public async Task Two_accounts_of_one_vendor_are_two_clients()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        await using var provider = Services(server.Address)
            .AddClient("flat-eu", "flat", client => client.ApiKey = "key-eu")
            .AddClient("flat-us", "FLAT", client => client.ApiKey = "key-us")
            .Services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IVideoTaskClientFactory>();

        (await factory.GetAsync(new("flat-eu", "v1"), Token)).Handle.ToString().ShouldBe("flat-eu/v1");
        (await factory.GetAsync(new("FLAT-US", "v1"), Token)).Handle.ToString().ShouldBe("flat-us/v1");

        server.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer key-eu", "Bearer key-us"]);
        factory.ClientNames.ShouldContain("flat-eu");
        factory.GetClient("flat-eu").GetService<VideoTaskClientMetadata>()!.Vendor.ShouldBe("flat");
        provider.GetKeyedService<IVideoTaskClient>("flat-us").ShouldBeSameAs(factory.GetClient("flat-us"));
        provider.GetService<IVideoTaskClient>().ShouldBeNull("there are two, and none is the one");
    }

    [Fact]
    public async Task The_only_client_that_is_added_is_the_containers()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"completed"}"""));
        await using var provider = Services(server.Address)
            .AddClient("videos", "flat", client => client.ApiKey = "k")
            .Services.BuildServiceProvider();

        var client = provider.GetRequiredService<IVideoTaskClient>();

        client.ShouldBeSameAs(provider.GetRequiredService<IVideoTaskClientFactory>().GetClient("videos"));
        (await provider.GetRequiredService<IVideoTaskClientFactory>().WaitAsync(new("videos", "v1"), cancellationToken: Token)).Vendor
            .ShouldBe("videos");
    }

    [Fact]
    public async Task Decorators_are_around_what_everybody_gets_the_first_outermost()
    {
        using var server = StubServer.Start(JsonAnswer("{}"));
        await using var provider = Services(server.Address)
            .ConfigureAll(client => client.ApiKey = "k")
            .Use((inner, services) => new Outer(inner, services))
            .Use((inner, _) => new Inner(inner))
            .Services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IVideoTaskClientFactory>();

        var client = factory.GetClient("flat");

        client.ShouldBeOfType<Outer>().Services.ShouldNotBeNull();
        client.GetService<Inner>().ShouldNotBeNull();
        provider.GetRequiredKeyedService<IVideoTaskClient>("flat").ShouldBeSameAs(client);
        factory.CreateClient("flat", options => options.ApiKey = "tenant").ShouldBeOfType<Outer>();
    }

    [Fact]
    public async Task A_tenants_client_is_new_each_time_and_pays_itself()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        await using var provider = Services(server.Address)
            .Configure("flat", client => client.ApiKeyProvider = _ => new("the application's"))
            .Services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IVideoTaskClientFactory>();

        var tenant = factory.CreateClient("flat", options => options.ApiKey = "tenant-1");
        await tenant.GetAsync("v1", Token);
        await factory.GetClient("flat").GetAsync("v1", Token);

        server.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer tenant-1", "Bearer the application's"]);
        factory.CreateClient("flat", _ => { }).ShouldNotBeSameAs(tenant);
        ShouldFail.With(VideoTaskErrorReason.Configuration, () => factory.CreateClient("flat", options => options.MaxRetries = -1));
        ShouldFail.With(VideoTaskErrorReason.Configuration, () => factory.CreateClient("nobody", _ => { }));
    }

    [Fact]
    public async Task A_name_out_of_a_url_is_asked_for_without_an_exception()
    {
        await using var provider = new ServiceCollection().AddVideoTasks().Services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IVideoTaskClientFactory>();

        factory.TryGetClient("nobody", out var none).ShouldBeFalse();
        none.ShouldBeNull();
        factory.TryGetClient("OpenAI", out var client).ShouldBeTrue();
        client.ShouldBeSameAs(factory.GetClient("openai"));
    }

    [Fact]
    public async Task What_the_application_configures_by_the_options_pattern_comes_last()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        var services = new ServiceCollection();
        services.Configure<VideoTaskClientOptions>("flat", options => options.ApiKey = "from-options");
        Services(server.Address, services).Configure("flat", client => client.ApiKey = "from-builder");
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IVideoTaskClientFactory>().GetClient("flat").GetAsync("v1", Token);

        server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer from-options");
    }

    [Theory]
    [InlineData("hingent", "hingent", null)]
    [InlineData("acme", "acme", "hingent")]
    public async Task A_misspelt_name_is_an_error_with_the_names_that_there_are(string name, string named, string? vendor)
    {
        var builder = new ServiceCollection().AddVideoTasks();
        _ = vendor is null ? builder.Configure(name, _ => { }) : builder.AddClient(name, vendor);
        await using var provider = builder.Services.BuildServiceProvider();

        var error = ShouldFail.With(VideoTaskErrorReason.Configuration, () => provider.GetRequiredService<IVideoTaskClientFactory>());

        error.Vendor.ShouldBe(named);
        error.Message.ShouldContain("'hingent'. There are: ");
        error.Message.ShouldContain("hingnet");
    }

    [Fact]
    public async Task A_name_stands_for_one_vendor()
    {
        await using var provider = new ServiceCollection().AddVideoTasks(b => b.AddClient("openai", "hingnet")).Services.BuildServiceProvider();

        ShouldFail.With(VideoTaskErrorReason.Configuration, () => provider.GetRequiredService<IVideoTaskClientFactory>())
            .Message.ShouldContain("stands for a client of openai already");
    }

    [Fact]
    public async Task A_section_is_read_in_place_of_the_usual_one_and_a_key_that_changes_there_is_used()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("VideoTasks:flat:ApiKey", "not-this-one"), new("Media:Videos:flat:ApiKey", "first"), new("Media:Videos:flat:BaseUrl", server.Url),
        ]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddVideoTasks(configuration.GetSection("Media:Videos"), videos => videos.AddVendors([new FlatVendor()]));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IVideoTaskClientFactory>().GetClient("flat");

        await client.GetAsync("v1", Token);
        configuration["Media:Videos:flat:ApiKey"] = "second";
        configuration.Reload();
        await client.GetAsync("v1", Token);

        server.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer first", "Bearer second"]);
    }

    [Fact]
    public async Task What_nothing_reads_in_the_configuration_is_said_once()
    {
        using var log = new ListLogger();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("VideoTasks:openai:ApiKey", "k"), new("VideoTasks:openai:ApiKy", "k"), new("VideoTasks:openia:ApiKey", "k"),
            new("VideoTasks:Durable:Store", "x"),
        ]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.AddProvider(log));
        await using var provider = services.AddVideoTasks().Services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IVideoTaskClientFactory>();

        factory.GetClient("openai");
        factory.GetClient("OPENAI");

        log.Lines.Where(line => line.StartsWith("The configuration has ", StringComparison.Ordinal)).Count().ShouldBe(2);
        log.Lines.ShouldContain(line => line.StartsWith("The configuration has VideoTasks:openai:ApiKy, which nothing reads. A client takes ApiKey"));
        log.Lines.ShouldContain(line => line.StartsWith("The configuration has VideoTasks:openia, and no client has that name."));
        log.Lines.ShouldAllBe(line => !line.Contains("Durable"));
    }

    private static IVideoTasksBuilder Services(Uri url, IServiceCollection? services = null) =>
        (services ?? new ServiceCollection())
            .AddVideoTasks(videos => videos.AddVendors([new FlatVendor()]).ConfigureAll(client => client.BaseUrl = url));

    private sealed class Outer(IVideoTaskClient innerClient, IServiceProvider services) : DelegatingVideoTaskClient(innerClient)
    {
        public IServiceProvider Services => services;
    }

    private sealed class Inner(IVideoTaskClient innerClient) : DelegatingVideoTaskClient(innerClient);
}
