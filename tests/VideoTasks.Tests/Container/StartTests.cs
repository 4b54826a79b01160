using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VideoTasks.Tests.Container;

/// <summary>What is checked when a host starts: what was set up, and nothing else.</summary>
public sealed class StartTests
{
    [Fact]
    public void A_vendor_that_nobody_set_up_fails_no_start() => Start([]);

    [Fact]
    public void A_client_that_has_what_it_needs_starts() => Start(
        [("VideoTasks:hingnet:ApiKey", "sk-0123456789"), ("VideoTasks:openai:BaseUrl", "https://gateway.example")],
        videos => videos.AddClient("hingnet-eu", "hingnet", client => client.ApiKeyProvider = _ => new("k"))
            .Configure("openai", client => client.ApiKey = ""));

    [Fact]
    public void A_missing_key_is_said_with_the_setting_and_the_environment_variable()
    {
        var error = Should.Throw<OptionsValidationException>(() => Start([("VideoTasks:hingnet:BaseUrl", "https://gateway.example")]));

        error.Message.ShouldContain("hingnet: It is set up but has no API key. Set VideoTasks:hingnet:ApiKey");
        error.Message.ShouldContain("VideoTasks__hingnet__ApiKey");
    }

    [Fact]
    public void An_environment_variable_that_is_set_to_nothing_is_no_key() =>
        Should.Throw<OptionsValidationException>(() => Start([("VideoTasks:hingnet:ApiKey", "")]));

    [Theory]
    [InlineData("MaxRetries", "-1", "MaxRetries is -1: it has to be at least 0.")]
    [InlineData("RequestTimeout", "00:00:00", "RequestTimeout is 00:00:00: it has to be longer than zero")]
    [InlineData("BaseUrl", "ftp://gateway.example", "is no http or https URL")]
    public void A_value_that_can_t_be_is_named(string key, string value, string fault) =>
        Should.Throw<OptionsValidationException>(() => Start([("VideoTasks:hingnet:ApiKey", "k"), ("VideoTasks:hingnet:" + key, value)]))
            .Message.ShouldContain(fault);

    [Fact]
    public void A_value_that_can_t_be_read_is_named() =>
        Should.Throw<VideoTaskException>(() => Start([("VideoTasks:hingnet:MaxRetries", "many")]))
            .Message.ShouldContain("VideoTasks:hingnet:MaxRetries");

    [Fact]
    public void A_client_of_no_vendor_fails_the_start() =>
        Should.Throw<OptionsValidationException>(() => Start([], videos => videos.AddClient("acme", "acne"))).Message.ShouldContain("'acne'");

    [Fact]
    public void A_client_that_lacks_its_key_is_not_made_without_a_host_either()
    {
        using var provider = Provider([], videos => videos.AddClient("hingnet-eu", "hingnet"));
        var factory = provider.GetRequiredService<IVideoTaskClientFactory>();

        ShouldFail.With(VideoTaskErrorReason.Configuration, () => factory.GetClient("hingnet-eu")).Message.ShouldContain("has no API key");
        factory.GetClient("hingnet").ShouldNotBeNull();
    }

    // What a host does before anything else.
    private static void Start((string Key, string Value)[] settings, Action<IVideoTasksBuilder>? configure = null)
    {
        using var provider = Provider(settings, configure);
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    private static ServiceProvider Provider((string Key, string Value)[] settings, Action<IVideoTasksBuilder>? configure)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddVideoTasks(configure).Services.BuildServiceProvider();
    }
}
