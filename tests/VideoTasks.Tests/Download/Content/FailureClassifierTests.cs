using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using VideoTasks.Download.Content;
using VideoTasks.Download.Transfer;
using VideoTasks.Http;
using static VideoTasks.Download.Transfer.FailureKind;
using static VideoTasks.VideoTaskErrorReason;

namespace VideoTasks.Tests.Download.Content;

/// <summary>The one table of what helps against which failure.</summary>
public sealed class FailureClassifierTests
{
    private static readonly Dictionary<string, Exception> Exceptions = new(StringComparer.Ordinal)
    {
        ["cut"] = new TransferBreakException("the connection broke"),
        ["drip"] = new TransferBreakException("too slow") { MaxAttempts = 2 },
        ["file system of a proxy"] = new IOException("broken pipe"),
        ["refused by our rules"] = new RefusedRequestException(Refusal.Address, "private"),
        ["refused by our rules, wrapped"] = new HttpRequestException("x", new RefusedRequestException(Refusal.Scheme, "file")),
        ["certificate"] = new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new AuthenticationException()),
        ["cut handshake"] = new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new IOException()),
        ["name"] = new HttpRequestException(HttpRequestError.NameResolutionError, "x"),
        ["no connection"] = new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException()),
        ["proxy"] = new HttpRequestException(HttpRequestError.ProxyTunnelError, "x"),
        ["headers too large"] = new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "x"),
        ["ended"] = new HttpRequestException(HttpRequestError.ResponseEnded, "x"),
        ["not ready"] = new VideoTaskException(VideoTaskErrorReason.NotReady),
        ["key"] = new VideoTaskException(Unauthorized),
        ["bug"] = new InvalidOperationException(),
    };

    [Theory]
    [InlineData("cut", true, Transient, null)]
    [InlineData("cut", false, Transient, null)]
    [InlineData("drip", true, Transient, 2)]
    [InlineData("file system of a proxy", true, Transient, null)]
    [InlineData("refused by our rules", true, Fatal, null)]
    [InlineData("refused by our rules, wrapped", false, Fatal, null)]
    [InlineData("certificate", true, Fatal, null)]
    [InlineData("cut handshake", false, Transient, null)]
    [InlineData("name", false, Transient, 2)]
    [InlineData("name", true, Transient, null)]
    [InlineData("no connection", false, Transient, 3)]
    [InlineData("no connection", true, Transient, null)]
    [InlineData("proxy", false, Transient, 3)]
    [InlineData("proxy", true, Transient, null)]
    [InlineData("headers too large", true, Fatal, null)]
    [InlineData("ended", true, Transient, null)]
    [InlineData("not ready", true, FailureKind.NotReady, null)]
    [InlineData("key", true, Fatal, null)]
    [InlineData("bug", true, Fatal, null)]
    public void An_exception_is_tried_again_as_often_as_that_may_help(string name, bool hasConnected, object kind, int? attempts) =>
        FailureClassifier.Classify(Exceptions[name], hasConnected, mayComeLater: true).ShouldBe(new Failure((FailureKind)kind, attempts));

    [Theory]
    [InlineData(429, RateLimited, true, Transient)]
    [InlineData(408, Unavailable, true, Transient)]
    [InlineData(500, Unavailable, true, Transient)]
    [InlineData(502, Unavailable, false, Transient)]
    [InlineData(503, Unavailable, true, Transient)]
    [InlineData(504, Unavailable, false, Transient)]
    [InlineData(520, Unavailable, true, Transient)]
    [InlineData(599, Unavailable, true, Transient)]
    [InlineData(501, Unavailable, true, Fatal)]
    [InlineData(505, Unavailable, true, Fatal)]
    [InlineData(425, VideoTaskErrorReason.NotReady, true, FailureKind.NotReady)]
    [InlineData(202, VideoTaskErrorReason.NotReady, true, FailureKind.NotReady)]
    [InlineData(503, VideoTaskErrorReason.NotReady, true, FailureKind.NotReady)]
    [InlineData(400, InvalidRequest, true, FailureKind.NotReady)]
    [InlineData(404, NotFound, true, FailureKind.NotReady)]
    [InlineData(409, InvalidRequest, true, FailureKind.NotReady)]
    [InlineData(404, Expired, true, Fatal)]
    [InlineData(410, Expired, true, Fatal)]
    [InlineData(401, Unauthorized, true, Fatal)]
    [InlineData(403, Unauthorized, true, Fatal)]
    [InlineData(404, Unauthorized, true, Fatal)]
    [InlineData(402, QuotaExceeded, true, Fatal)]
    [InlineData(429, QuotaExceeded, true, Fatal)]
    [InlineData(405, InvalidRequest, true, Fatal)]
    [InlineData(422, InvalidRequest, true, Fatal)]
    [InlineData(200, ContentInvalid, true, Fatal)]
    [InlineData(400, InvalidRequest, false, Refresh)]
    [InlineData(401, Unauthorized, false, Refresh)]
    [InlineData(403, Unauthorized, false, Refresh)]
    [InlineData(410, Expired, false, Refresh)]
    [InlineData(409, InvalidRequest, false, FailureKind.NotReady)]
    public void An_answer_without_content_is_judged_by_who_sent_it_what_it_says_and_its_status(
        int status, VideoTaskErrorReason reason, bool isVendors, object kind) =>
        Classify(new ContentAnswer.Problem(new(reason), (HttpStatusCode)status, isVendors)).ShouldBe((FailureKind)kind);

    [Fact]
    public void A_file_that_its_server_does_not_know_is_waited_for_until_a_byte_of_it_was_seen()
    {
        var unknown = new ContentAnswer.Problem(new(NotFound), HttpStatusCode.NotFound, IsVendors: false);

        Classify(unknown).ShouldBe(FailureKind.NotReady);
        FailureClassifier.Classify(unknown, hasConnected: true, mayComeLater: false).Kind.ShouldBe(Refresh);
    }

    [Fact]
    public void An_empty_body_may_have_one_the_next_time() =>
        Classify(
            new ContentAnswer.Problem(new(ContentInvalid), HttpStatusCode.NoContent, IsVendors: true) { IsTransient = true }).ShouldBe(Transient);

    [Fact]
    public void A_range_that_is_none_asks_for_the_whole_file()
    {
        Classify(new ContentAnswer.WrongRange("a lie")).ShouldBe(RangesUnusable);
        Classify(new ContentAnswer.RangeNotSatisfiable(7, null)).ShouldBe(RangesUnusable);
    }

    private static FailureKind Classify(ContentAnswer answer) => FailureClassifier.Classify(answer, hasConnected: true, mayComeLater: true).Kind;
}
