using System.Net;
using System.Text;
using System.Text.Json;
using VideoTasks.Http;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;

namespace VideoTasks.Tests.Http;

public sealed class KeyMaskTests
{
    private const string Key = "sk-test/01+2345-6789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("refused Bearer sk-test/01+2345-6789", "refused Bearer ***")]
    [InlineData("sk-test/01+2345-6789,sk-test/01+2345-6789", "***,***")]
    [InlineData("xsk-test/01+2345-67890", "x***0")]
    [InlineData("?key=sk-test%2F01%2B2345-6789&a=1", "?key=***&a=1")]
    [InlineData("?key=sk%2dtest%2f01%2b2345%2d6789", "?key=***")]
    [InlineData("?key=sk-test%252F01%252B2345-6789", "?key=***")]
    [InlineData("{\\\"a\\\":\\\"sk\\u002Dtest\\/01\\u002b2345-6789\\\"}", "{\\\"a\\\":\\\"***\\\"}")]
    [InlineData("sk&#45;test&#x2F;01+2345-6789", "***")]
    [InlineData("Incorrect API key provided: sk-test/01+23", "Incorrect API key provided: ***")]
    [InlineData("Incorrect API key provided: sk-test", "Incorrect API key provided: ***")]
    [InlineData("Incorrect API key 'sk-test/0…'", "Incorrect API key '***…'")]
    [InlineData("Incorrect API key: sk-test/***89. See the docs.", "Incorrect API key: ******89. See the docs.")]
    [InlineData("Incorrect API key: sk-test/0...89. See the docs.", "Incorrect API key: ***...89. See the docs.")]
    [InlineData("?key=sk-test%2", "?key=***%2")]
    [InlineData("all about sk-testing", "all about sk-testing")]
    [InlineData("it was a task-test", "it was a task-test")]
    [InlineData("sk-", "sk-")]
    [InlineData("100 % of sk-test/01 and \\ & done", "100 % of sk-test/01 and \\ & done")]
    [InlineData("", "")]
    public void A_text_says_the_same_without_the_key(string text, string expected) => new KeyMask(Key).Apply(text).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("u:")]
    [InlineData("me:")]
    [InlineData("Bearer ")]
    public void A_text_says_the_same_without_the_key_in_base64(string before)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Key + "!"));

        foreach (var encoded in new[] { base64, base64.Replace('+', '-').Replace('/', '_') })
        {
            var masked = new KeyMask(Key).Apply($"Basic {encoded} is wrong")!;

            masked.ShouldContain("***");
            masked.Split(' ')[1].Replace("***", "", StringComparison.Ordinal).Length.ShouldBeLessThan(before.Length + 12);
        }
    }

    [Theory]
    [InlineData("abc1", "refused Bearer abc1", "refused Bearer ***")]
    [InlineData("abc1", "Incorrect API key provided.", "Incorrect API key provided.")]
    [InlineData("abc1", "token=abc1&x=abc1", "token=***&x=abc1")]
    [InlineData("abc1", "API key: \"abc1\"", "API key: \"***\"")]
    [InlineData("abc1", "Bearer abc12", "Bearer abc12")]
    [InlineData("x", "1280x720, key x", "1280x720, key ***")]
    [InlineData("test", "video_test_1", "video_test_1")]
    public void A_short_key_is_recognised_by_what_stands_before_it(string key, string text, string expected) =>
        new KeyMask(key).Apply(text).ShouldBe(expected);

    [Fact]
    public void A_body_keeps_all_else_of_its_json()
    {
        var body = Encoding.UTF8.GetBytes("""{"id":1.50,"a":["sk\u002dtest/01+2345-6789 é",null,true,{"sk-test/01+2345-6789":"\u0041"}]}""");

        var masked = new KeyMask(Key).Apply(body);

        Encoding.UTF8.GetString(masked.Span).ShouldBe("""{"id":1.50,"a":["*** é",null,true,{"***":"A"}]}""");
    }

    [Fact]
    public void A_body_without_the_key_is_the_same_one()
    {
        ReadOnlyMemory<byte> body = """{"url":"https://a/b?x=1%2D&y=\u002d"}"""u8.ToArray();

        new KeyMask(Key).Apply(body).ShouldBe(body);
        new KeyMask(null).Apply(Key).ShouldBe(Key);
    }

    [Theory]
    [InlineData("""{"id":"v1","status":"failed","prompt":"KEY","model":"KEY","error":{"code":"KEY","message":"refused Bearer KEY","type":"KEY"}}""")]
    [InlineData("""{"id":"v1","status":"completed","video_url":"https://cdn.example/a?token=KEY","KEY":1}""")]
    [InlineData("""{"id":"v1","status":"KEY","error":{"nested":{"deep":["KEY"]}}}""")]
    public async Task No_task_holds_the_key(string json)
    {
        using var server = StubServer.Start(JsonAnswer(json.Replace("KEY", TestClients.Key, StringComparison.Ordinal)));

        var task = await TestClients.Of(server).GetAsync("v1", Token);

        VideoTaskJson.Serialize(task).ShouldNotContain(TestClients.Key);
        JsonSerializer.Serialize(task).ShouldNotContain(TestClients.Key);
        task.Raw.GetRawText().ShouldContain("***");
    }

    [Fact]
    public async Task No_task_of_a_list_nor_a_new_one_holds_the_key()
    {
        using var server = StubServer.Start()
            .Answers("GET /v1/videos", JsonAnswer($$"""{"data":[{"id":"v1","status":"failed","error":"{{TestClients.Key}}"}]}"""))
            .Answers("POST /v1/videos", JsonAnswer($$"""{"id":"{{TestClients.Key}}","status":"queued"}"""))
            .Answers($"GET /v1/videos/{TestClients.Key}", JsonAnswer("""{"status":"queued"}"""));
        var client = TestClients.Of(server);

        (await client.ListAsync(cancellationToken: Token).SingleAsync(Token)).Error!.Message.ShouldBe("***");
        var created = await client.CreateAsync(new(), Token);

        // What the vendor wants to be asked for is still known.
        created.Id.ShouldBe("***");
        (await client.GetAsync(created.Id, Token)).Status.ShouldBe(VideoTaskStatus.Queued);
    }

    [Fact]
    public async Task No_error_of_a_task_that_failed_holds_the_key()
    {
        using var server =
            StubServer.Start(JsonAnswer($$$"""{"id":"v1","status":"failed","error":{"message":"refused Bearer {{{TestClients.Key}}}"}}"""));

        var error =
            await ShouldFail.WithAsync(VideoTaskErrorReason.TaskFailed, () => TestClients.Of(server).WaitAsync("v1", cancellationToken: Token));

        error.Message.ShouldContain("refused Bearer ***");
        ShouldHoldNoKey(error);
    }

    [Theory]
    [InlineData("application/json", """{"error":{"message":"Incorrect API key provided: KEY"}}""")]
    [InlineData("text/html", "<p>KEY</p>")]
    [InlineData("text/plain", "Bearer KEY")]
    [InlineData("text/KEY", "no")]
    public async Task No_error_of_an_answer_holds_the_key(string mediaType, string body)
    {
        foreach (var status in new[] { 200, 400, 401, 404, 500 })
        {
            using var server = StubServer.Start(Text(
                body.Replace("KEY", TestClients.Key, StringComparison.Ordinal), mediaType
                    .Replace("KEY", TestClients.Key, StringComparison.Ordinal), status));
            var client = TestClients.Of(server, options => options.MaxRetries = 0);

            ShouldHoldNoKey(await Should.ThrowAsync<VideoTaskException>(() => client.GetAsync("v1", Token)));
            ShouldHoldNoKey(await Should.ThrowAsync<VideoTaskException>(() => client.CreateAsync(new(), Token)));
            ShouldHoldNoKey(await Should.ThrowAsync<VideoTaskException>(() => client.ListAsync(cancellationToken: Token).AnyAsync(Token).AsTask()));
        }
    }

    [Fact]
    public async Task An_answer_that_is_cut_within_the_key_does_not_show_its_beginning()
    {
        var body = new string('a', 4_086) + ' ' + TestClients.Key + new string('b', 100);
        using var server = StubServer.Start(Text(body, "text/plain", 400));

        var error = await Should.ThrowAsync<VideoTaskException>(() => TestClients.Of(server).GetAsync("v1", Token));

        error.RawBody!.ShouldEndWith("a ***bbbbbb");
    }

    [Theory]
    [InlineData("HTTP/1.1 KEY 200\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nKEY\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: ftp://KEY/\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /v1/videos/v1?a=KEY\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /KEY/\r\nContent-Length: 0\r\n\r\n")]
    public async Task No_error_of_the_network_holds_the_key(string answer)
    {
        await using var server = new FaultServer(exchange => exchange.RawAsync(answer.Replace("KEY", TestClients.Key, StringComparison.Ordinal)));

        ShouldHoldNoKey(
            await Should.ThrowAsync<VideoTaskException>(() => TestClients.Of(server.Url, options => options.MaxRetries = 0).GetAsync("v1", Token)));
    }

    [Theory]
    [InlineData("text/html", "<html>KEY</html>")]
    [InlineData("application/json", """{"message":"not yet, Bearer KEY"}""")]
    [InlineData("application/json", """{"error":{"message":"Bearer KEY","code":"KEY"}}""")]
    [InlineData("text/KEY", "KEY")]
    public async Task No_error_of_a_download_holds_the_key(string mediaType, string body)
    {
        static string WithKey(string text) => text.Replace("KEY", DownloadFixture.Key, StringComparison.Ordinal);
        await using var fixture =
            new DownloadFixture(exchange => exchange.RespondAsync(200, WithKey(mediaType), Encoding.UTF8.GetBytes(WithKey(body))));

        var error = await Should.ThrowAsync<VideoDownloadException>(() =>
            fixture.DownloadAsync(DownloadFixture.Quick with { ReadyTimeout = TimeSpan.Zero }));

        (error + error.RawBody + error.Error).ShouldNotContain(DownloadFixture.Key);
    }

    private static void ShouldHoldNoKey(VideoTaskException error)
    {
        (error + error.RawBody + error.Error + (error.Task is { } task ? VideoTaskJson.Serialize(task) : "")).ShouldNotContain(TestClients.Key);
    }
}
