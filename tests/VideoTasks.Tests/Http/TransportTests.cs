using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using VideoTasks.Tests.Download;

namespace VideoTasks.Tests.Http;

/// <summary>Faults 24 (https to http), 40 and 41: names, certificates, ports, headers, old and new HTTP.</summary>
public sealed class TransportTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_an_error_at_once()
    {
        using var certificate = Certificate();
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        await using var server = new FaultServer(exchange => exchange.ServeAsync(Video), certificate);

        var error = await FailAsync(fixture, server.Url);

        error.Reason.ShouldBe(VideoTaskErrorReason.ContentUnreachable);
        error.State!.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_refused()
    {
        using var certificate = Certificate();
        await using var plain = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var server = new FaultServer(exchange => exchange.RedirectAsync($"{plain.Url}/file.mp4"), certificate);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString();
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        (await FailAsync(fixture, server.Url, handler)).Reason.ShouldBe(VideoTaskErrorReason.RefusedUrl);

        plain.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_an_error_soon()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        var error = await FailAsync(fixture, new("http://videotasks-test.invalid/v1"));

        error.Reason.ShouldBe(VideoTaskErrorReason.ContentUnreachable);
        error.Message.ShouldBe("The video of test/video_1 can't be reached: the name of its host does not resolve (videotasks-test.invalid:80). "
            + "Check the network and the base URL, and download again.");
        error.State!.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_connection_is_an_error_soon()
    {
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // Taken and not listened at: nobody else can get it, and it refuses.
        var port = ((IPEndPoint)silent.LocalEndPoint!).Port;
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        var error = await FailAsync(fixture, new($"http://127.0.0.1:{port}/v1"));

        error.Reason.ShouldBe(VideoTaskErrorReason.ContentUnreachable);
        error.Message.ShouldContain("test/video_1");
        error.Message.ShouldContain($"(127.0.0.1:{port})");
        error.State!.Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_thousand_headers_are_read()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, new() { Headers = [.. Enumerable.Range(0, 1000).Select(i => ($"X-Header-{i}", "value"))] }));

        await fixture.DemandAsync(Video);
    }

    [Fact]
    public async Task A_header_of_a_megabyte_is_an_error_at_once()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { Headers = [("X-Large", new string('x', 1_000_000))] }));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);

        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Http_1_0_is_read()
    {
        await using var fixture = new DownloadFixture(async exchange =>
        {
            await exchange.RawAsync("HTTP/1.0 200 OK\r\nContent-Type: video/mp4\r\n\r\n");
            await exchange.SendAsync(Video);
        });

        var result = await fixture.DemandAsync(Video);

        result.IsLengthVerified.ShouldBeFalse();
    }

    [Fact]
    public async Task Garbage_in_place_of_http_is_an_error()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.RawAsync("SSH-2.0-OpenSSH_9.9\r\n\r\n"));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.Interrupted);

        fixture.Server.ContentRequests.Count.ShouldBe(DownloadFixture.Quick.MaxFailuresInARow);
    }

    [Theory]
    [InlineData("\u001b[31mred\a\r\n\r\n")]
    [
        InlineData(
            "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: "
                + "41\r\n\r\n{\"error\":{\"message\":\"\\u001b[31mred\\u0007\"}}")]
    public async Task Nothing_that_a_server_says_commands_a_terminal(string answer)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.RawAsync(answer));

        var error = await fixture.DemandErrorAsync<VideoTaskException>(DownloadFixture.Quick with { ReadyTimeout = TimeSpan.Zero });

        error.Message.ShouldContain("red");
        error.Message.ShouldAllBe(letter => !char.IsControl(letter));
    }

    private static async Task<VideoDownloadException> FailAsync(DownloadFixture fixture, Uri baseUrl, HttpMessageHandler? handler = null)
    {
        var client = new VideoTaskClient(new ContentVendor(), new() { BaseUrl = baseUrl, ApiKey = DownloadFixture.Key, HttpHandler = handler });
        var error = await Should.ThrowAsync<VideoDownloadException>(() =>
            client.DownloadToFileAsync(DownloadFixture.Id, fixture.Target, DownloadFixture.Quick, TestContext.Current.CancellationToken));
        fixture.Files.ShouldBeEmpty();
        error.Message.ShouldNotContain(DownloadFixture.Key);
        return error;
    }

    internal static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
