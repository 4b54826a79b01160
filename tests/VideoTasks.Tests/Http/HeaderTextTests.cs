using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Abstractions;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Http;

public sealed class HeaderTextTests
{
    private const string Secret = "sk-0123456789";

    public static readonly TheoryData<string, string> Faults = new()
    {
        { Secret + "\r\n\r\nGET /v1/videos/other HTTP/1.1\r\n", "character 14 is a line break" },
        { "sk\r0123456789", "character 3 is a line break" },
        { "\n" + Secret, "character 1 is a line break" },
        { Secret + "\n ", "character 14 is a line break" },
        { "sk-01234\0", "character 9 is a NUL" },
        { "sk-\u001B[31m", "character 4 is a control character (U+001B)" },
        { Secret + "\u007F", "character 14 is a control character (U+007F)" },
        { Secret + "\u0085", "character 14 is a control character (U+0085)" },
        { "sk-\u200B0123456789", "character 4 is an invisible character (U+200B)" },
        { Secret + "\u2028", "character 14 is no character of ASCII" },
        { "\u202E" + Secret, "character 1 is an invisible character (U+202E)" },
        { Secret + "\u00A0", "character 14 is a space that is none (U+00A0)" },
        { "\uFEFF" + Secret, "character 1 is a byte order mark" },
        { "\u201C" + Secret + "\u201D", "character 1 is a typographic quotation mark" },
        { "sk-\u00E9123456789", "character 4 is no character of ASCII" },
        { "sk-\uD83D\uDE00", "character 4 is no character of ASCII" },
        { "sk-0123\t456789", "it has a tab in it" },
        { " " + Secret, "it begins or ends with a space" },
        { Secret + " \n", "it begins or ends with a space" },
        { "   ", "it begins or ends with a space" },
        { '"' + Secret + '"', "it has quotation marks around it" },
        { Secret + "'", "it has quotation marks around it" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_key_that_no_header_can_hold_is_refused_at_once_and_not_shown(string key, string fault)
    {
        foreach (var location in Enum.GetValues<VideoKeyLocation>())
        {
            var vendor = new FlatVendor(FlatVendor.Describe("flat") with { Authentication = new() { Location = location, Name = "key" } });

            var error = ShouldFail.With(VideoTaskErrorReason.Configuration, () => new VideoTaskClient(vendor, new() { ApiKey = key }));

            error.Message.ShouldBe($"The API key of flat can't be sent: {fault}, which no key has. Look at where the key comes from.");
            error.ToString().ShouldNotContain("0123");
        }
    }

    [Fact]
    public async Task A_container_refuses_such_a_key_too()
    {
        await using var provider = new ServiceCollection().AddVideoTasks(options => options.ConfigureAll(client => client.ApiKey = "k\nk")).Services
            .BuildServiceProvider();

        ShouldFail.With(VideoTaskErrorReason.Configuration, () => provider.GetRequiredService<IVideoTaskClientFactory>().GetClient("openai"));
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData(Secret + "\n")]
    [InlineData(Secret + "\r\n")]
    [InlineData(Secret + "\n\n")]
    public async Task The_line_break_at_the_end_of_a_secret_is_left_out(string key)
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));

        await TestClients.Of(server, options => options.ApiKey = key).GetAsync("v1", Token);

        server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer " + Secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public async Task A_secret_with_nothing_in_it_is_none(string key)
    {
        using var server = StubServer.Start(JsonAnswer("{}", 401));

        var error = await ShouldFail.WithAsync(
            VideoTaskErrorReason.Unauthorized, () => TestClients.Of(server, options => options.ApiKey = key).GetAsync("v1", Token));

        error.Message.ShouldContain("none was given");
        server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBeNull();
    }

    [Theory]
    [InlineData("Bearer k\r\nX-Other: 1", "character 9 is a line break")]
    [InlineData("Bearer k\u00E9", "character 9 is no character of ASCII")]
    public async Task A_header_of_a_typed_call_that_cant_be_sent_is_refused_too(string value, string fault)
    {
        using var server = StubServer.Start(JsonAnswer("{}"));
        var adapter = TestClients.Of(server).GetService<IRequestAdapter>()!;
        var request = new RequestInformation { HttpMethod = Method.GET, URI = server.Address };
        request.Headers.Add("Authorization", value);

        var error =
            await ShouldFail.WithAsync(
                VideoTaskErrorReason.Configuration, () => adapter.SendPrimitiveAsync<Stream>(request, cancellationToken: Token));

        error.Message.ShouldContain("The header Authorization can't be sent: of its value, " + fault);
        server.Requests.ShouldBeEmpty();
    }
}
