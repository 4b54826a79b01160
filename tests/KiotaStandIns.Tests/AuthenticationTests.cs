using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace KiotaStandIns.Tests;

public class AuthenticationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://api.test/v1?x=1", true)]
    [InlineData("https://API.TEST", true)]
    [InlineData("https://api.test.evil.test", false)]
    [InlineData("https://evil.test/api.test", false)]
    public void Only_allowed_hosts_are_valid(string url, bool expected) =>
        new AllowedHostsValidator(["api.test", ""]).IsUrlHostValid(new Uri(url)).ShouldBe(expected);

    [Fact]
    public void Without_allowed_hosts_every_host_is_valid() => new AllowedHostsValidator().IsUrlHostValid(new Uri("http://any.test")).ShouldBeTrue();

    [Theory]
    [InlineData("https://api.test")]
    [InlineData("HTTP://api.test")]
    public void An_allowed_host_has_no_scheme(string host)
    {
        Should.Throw<ArgumentException>(() => new AllowedHostsValidator(["other.test", host]));
        var validator = new AllowedHostsValidator(["other.test"]);
        Should.Throw<ArgumentException>(() => validator.AllowedHosts = [host]);
        validator.AllowedHosts.ShouldBe(["other.test"]);
    }

    [Fact]
    public async Task An_api_key_goes_into_its_header()
    {
        var request = RequestTo("https://api.test/videos");

        await new ApiKeyAuthenticationProvider("key", "x-api-key", ApiKeyAuthenticationProvider.KeyLocation.Header)
            .AuthenticateRequestAsync(request, cancellationToken: Cancellation);

        request.Headers["X-Api-Key"].ShouldBe(["key"]);
        request.URI.OriginalString.ShouldBe("https://api.test/videos");
    }

    [Theory]
    [InlineData("https://api.test/videos", "https://api.test/videos?key=k")]
    [InlineData("https://api.test/videos?a=1", "https://api.test/videos?a=1&key=k")]
    public async Task An_api_key_goes_into_its_query_parameter(string url, string expected)
    {
        var request = RequestTo(url);

        await new ApiKeyAuthenticationProvider("k", "key", ApiKeyAuthenticationProvider.KeyLocation.QueryParameter)
            .AuthenticateRequestAsync(request, cancellationToken: Cancellation);

        request.URI.OriginalString.ShouldBe(expected);
        request.Headers.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_api_key_goes_to_allowed_hosts_only()
    {
        var request = RequestTo("https://evil.test/videos");

        await new ApiKeyAuthenticationProvider("k", "key", ApiKeyAuthenticationProvider.KeyLocation.Header, "api.test")
            .AuthenticateRequestAsync(request, cancellationToken: Cancellation);

        request.Headers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "key")]
    [InlineData("key", "")]
    public void A_key_and_its_name_are_not_empty(string key, string name) => Should.Throw<ArgumentNullException>(
        () => new ApiKeyAuthenticationProvider(key, name, ApiKeyAuthenticationProvider.KeyLocation.Header));

    [Fact]
    public async Task A_user_is_sent_as_basic_credentials()
    {
        var request = RequestTo("https://api.test");

        await new BasicAuthenticationProvider("Aladdin", "open sesame").AuthenticateRequestAsync(request, cancellationToken: Cancellation);

        request.Headers["Authorization"].ShouldBe(["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="]);
    }

    [Fact]
    public async Task A_token_is_sent_unless_the_request_has_one()
    {
        var request = RequestTo("https://api.test");
        var provider = new BaseBearerTokenAuthenticationProvider(new Tokens("first", "second"));

        await provider.AuthenticateRequestAsync(request, cancellationToken: Cancellation);
        await provider.AuthenticateRequestAsync(request, cancellationToken: Cancellation);

        request.Headers["Authorization"].ShouldBe(["Bearer first"]);
    }

    [Fact]
    public async Task Claims_replace_the_token_that_was_refused()
    {
        var request = RequestTo("https://api.test");
        var provider = new BaseBearerTokenAuthenticationProvider(new Tokens("first", "second"));

        await provider.AuthenticateRequestAsync(request, cancellationToken: Cancellation);
        await provider.AuthenticateRequestAsync(request, new Dictionary<string, object> { ["claims"] = "more" }, Cancellation);

        request.Headers["Authorization"].ShouldBe(["Bearer second"]);
    }

    [Fact]
    public async Task An_empty_token_is_not_sent()
    {
        var request = RequestTo("http://api.test");

        await new BaseBearerTokenAuthenticationProvider(new Tokens(string.Empty)).AuthenticateRequestAsync(request, cancellationToken: Cancellation);

        request.Headers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Anonymous_requests_stay_as_they_are()
    {
        var request = RequestTo("https://api.test");

        await new AnonymousAuthenticationProvider().AuthenticateRequestAsync(request, cancellationToken: Cancellation);

        request.Headers.ShouldBeEmpty();
    }

    private static RequestInformation RequestTo(string url) => new() { URI = new Uri(url) };

    private sealed class Tokens(params string[] tokens) : IAccessTokenProvider
    {
        private readonly Queue<string> _tokens = new(tokens);

        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(_tokens.Dequeue());
    }
}
