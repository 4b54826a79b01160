using System.Net;
using System.Net.Sockets;
using System.Text;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;

namespace VideoTasks.Tests.Errors;

/// <summary>What each failure of each operation is, whether the call may be made again, and whether it may have been billed.</summary>
public sealed class OutcomeTests
{
    private static readonly VideoOperation[] Starts = [VideoOperation.Create, VideoOperation.Remix, VideoOperation.Edit, VideoOperation.Extend];
    private static readonly VideoOperation[] Others = [VideoOperation.Get, VideoOperation.List, VideoOperation.Delete];

    private static readonly Failure[] Failures =
    [
        new("nobody listens", VideoTaskErrorReason.Unavailable, IsPassing: true, IsOpen: false) { Listens = false },
        new("no answer in time", VideoTaskErrorReason.Unavailable, IsPassing: true, IsOpen: true) { IsSilent = true },
        new("a cut connection", VideoTaskErrorReason.Unavailable, IsPassing: true, IsOpen: true),
        new("a redirect to where nobody listens", VideoTaskErrorReason.Unavailable, IsPassing: true, IsOpen: true) { LeadsNowhere = true },
        Said(500, "{}", VideoTaskErrorReason.Unavailable, isPassing: true, isOpen: true),
        Said(502, "<html>Bad Gateway</html>", VideoTaskErrorReason.Unavailable, isPassing: true, isOpen: true),
        Said(503, "", VideoTaskErrorReason.Unavailable, isPassing: true, isOpen: true),
        Said(408, "{}", VideoTaskErrorReason.Unavailable, isPassing: true, isOpen: true),
        Said(200, """{"code":500,"msg":"internal error"}""", VideoTaskErrorReason.Unavailable, isPassing: true, isOpen: true),
        Said(407, "", VideoTaskErrorReason.Unavailable, isPassing: true, isOpen: false),
        Said(511, "", VideoTaskErrorReason.Unavailable, isPassing: true, isOpen: false),
        Said(429, "{}", VideoTaskErrorReason.RateLimited, isPassing: true, isOpen: false),
        Said(425, "{}", VideoTaskErrorReason.NotReady, isPassing: true, isOpen: false),
        Said(400, "{}", VideoTaskErrorReason.InvalidRequest, isPassing: false, isOpen: false),
        Said(401, "{}", VideoTaskErrorReason.Unauthorized, isPassing: false, isOpen: false),
        Said(402, "{}", VideoTaskErrorReason.QuotaExceeded, isPassing: false, isOpen: false),
        Said(404, "{}", VideoTaskErrorReason.NotFound, isPassing: false, isOpen: false),
        Said(410, "{}", VideoTaskErrorReason.Expired, isPassing: false, isOpen: false),
        Said(200, "<html>Welcome to the hotel WiFi</html>", VideoTaskErrorReason.InvalidResponse, isPassing: false, isOpen: true),
        Said(200, "{\"id\":", VideoTaskErrorReason.InvalidResponse, isPassing: false, isOpen: true),
        Said(200, new string(' ', 100_000), VideoTaskErrorReason.InvalidResponse, isPassing: false, isOpen: true),
        new("a redirect that is not followed", VideoTaskErrorReason.InvalidResponse, IsPassing: false, IsOpen: true)
        {
            Answer = new(303, [], null, "ftp://files.example/"),
        },
    ];

    private static readonly Failure NoId = Said(200, """{"status":"queued"}""", VideoTaskErrorReason.InvalidResponse, isPassing: false, isOpen: true);

    public static TheoryData<VideoOperation, string> Cases
    {
        get
        {
            var cases = new TheoryData<VideoOperation, string>();
            foreach (var operation in Starts.Concat(Others))
            {
                foreach (var failure in Failures)
                {
                    cases.Add(operation, failure.Name);
                }
            }

            foreach (var operation in Starts)
            {
                cases.Add(operation, NoId.Name);
            }

            return cases;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_failure_says_whether_the_call_may_be_made_again(VideoOperation operation, string name)
    {
        var failure = Failures.Append(NoId).Single(candidate => candidate.Name == name);
        var isUnknown = failure.IsOpen && Starts.Contains(operation);
        var clock = new FakeClock();
        var release = new TaskCompletionSource();
        using var deaf = new Socket(SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var server = new FaultServer(async exchange =>
        {
            if (failure.IsSilent)
            {
                clock.Advance(TimeSpan.FromSeconds(101));
                await release.Task;
            }

            if ((failure.LeadsNowhere ? new Answer(303, [], null, $"http://{deaf.LocalEndPoint}/") : failure.Answer) is { } answer)
            {
                await exchange.HeadAsync(answer.Status, [.. answer.Headers]);
                await exchange.SendAsync(answer.Body);
            }
            else
            {
                exchange.Reset();
            }
        });
        var client = new VideoTaskClient("openai", new()
        {
            ApiKey = "sk-test-0123456789",
            BaseUrl = failure.Listens ? server.Url : new($"http://{deaf.LocalEndPoint}"),
            RequestTimeout = TimeSpan.FromSeconds(100),
            MaxRetries = 1,
            RetryDelay = TimeSpan.Zero,
            MaxResponseBytes = 50_000,
            TimeProvider = clock,
        });

        var error = await Should.ThrowAsync<VideoTaskException>(() => CallAsync(client, operation));

        release.SetResult();

        // What starts a task is not followed to another origin.
        var reason = failure.LeadsNowhere && Starts.Contains(operation) ? VideoTaskErrorReason.InvalidResponse : failure.Reason;
        (error.Reason, error.IsTransient, error.IsOutcomeUnknown).ShouldBe((reason, failure.IsPassing && !isUnknown, isUnknown));
        error.Message.Contains("may have been created", StringComparison.Ordinal).ShouldBe(isUnknown, error.Message);
        var isRepeated = failure.Reason is VideoTaskErrorReason.Unavailable or VideoTaskErrorReason.RateLimited
            && !isUnknown && failure.Answer?.Status != 200;
        server.Requests.Count.ShouldBe(!failure.Listens ? 0 : isRepeated ? 2 : 1);
    }

    [Fact]
    public async Task An_outcome_that_was_unknown_once_stays_unknown()
    {
        using var server = Servers.StubServer.Start(JsonAnswer("{}", 503), JsonAnswer("{}", 429));
        var vendor = Vendors.FlatVendor.Describe("idempotent") with { CreateIsIdempotent = true };

        var error = await ShouldFail.WithAsync(
            VideoTaskErrorReason.RateLimited,
            () => TestClients.Of(server, options => options.MaxRetries = 1, vendor).CreateAsync(new() { Prompt = "a cat" }, Token));

        (error.IsOutcomeUnknown, error.IsTransient).ShouldBe((true, false));
    }

    private static Task CallAsync(VideoTaskClient client, VideoOperation operation) => operation switch
    {
        VideoOperation.Create => client.CreateAsync(new() { Prompt = "a cat" }, Token),
        VideoOperation.Remix => client.RemixAsync("video_1", new() { Prompt = "a cat" }, Token),
        VideoOperation.Edit => client.EditAsync("video_1", new() { Prompt = "a cat" }, Token),
        VideoOperation.Extend => client.ExtendAsync("video_1", new() { Prompt = "a cat", Seconds = 4 }, Token),
        VideoOperation.Get => client.GetAsync("video_1", Token),
        VideoOperation.List => client.ListAsync(cancellationToken: Token).GetAsyncEnumerator(Token).MoveNextAsync().AsTask(),
        VideoOperation.Delete => client.DeleteAsync("video_1", Token),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static Failure Said(int status, string body, VideoTaskErrorReason reason, bool isPassing, bool isOpen) =>
        new($"{status} {body[..Math.Min(20, body.Length)]}", reason, isPassing, isOpen)
        {
            Answer = new(status, Encoding.UTF8.GetBytes(body), body.StartsWith('<') ? "text/html" : "application/json"),
        };

    private sealed record Answer(int Status, byte[] Body, string? MediaType, string? Location = null)
    {
        public IEnumerable<(string Name, string Value)> Headers
        {
            get
            {
                yield return ("Content-Length", $"{Body.Length}");
                if (MediaType is not null)
                {
                    yield return ("Content-Type", MediaType);
                }

                if (Location is not null)
                {
                    yield return ("Location", Location);
                }
            }
        }
    }

    /// <param name="Name">What happens.</param>
    /// <param name="Reason">What the error says that it is.</param>
    /// <param name="IsPassing">Whether the same call may succeed later.</param>
    /// <param name="IsOpen">Whether a task may have been created when nothing but this came back.</param>
    private sealed record Failure(string Name, VideoTaskErrorReason Reason, bool IsPassing, bool IsOpen)
    {
        public bool Listens { get; init; } = true;

        public bool IsSilent { get; init; }

        public bool LeadsNowhere { get; init; }

        /// <summary>What the server answers; null where it cuts the connection.</summary>
        public Answer? Answer { get; init; }
    }
}
