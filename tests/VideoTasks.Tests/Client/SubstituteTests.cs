using System.Net;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace VideoTasks.Tests.Client;

/// <summary>Tests as users write them, with NSubstitute and FakeTimeProvider and nothing that only this assembly sees.</summary>
public sealed class SubstituteTests
{
    private static readonly VideoTask Queued = new() { Vendor = "openai", Id = "video_1", Status = VideoTaskStatus.Queued };
    private static readonly VideoTask Completed = Queued with { Status = VideoTaskStatus.Completed };

    private readonly IVideoTaskClient _client = Substitute.For<IVideoTaskClient>();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_over_a_substitute_goes_by_the_clock_that_it_is_given()
    {
        _client.GetService(typeof(TimeProvider)).Returns(_time);
        _client.GetAsync("video_1", Arg.Any<CancellationToken>()).Returns(Queued with { RetryAfter = TimeSpan.FromHours(1) }, Completed);

        var waiting = _client.WaitAsync("video_1", new() { Timeout = TimeSpan.FromHours(3) }, Token);
        waiting.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMinutes(59));
        await _client.Received(1).GetAsync("video_1", Arg.Any<CancellationToken>());
        _time.Advance(TimeSpan.FromMinutes(1));

        (await waiting).ShouldBe(Completed);
    }

    [Fact]
    public async Task A_wait_takes_the_vendors_pause_from_the_metadata_and_the_handle_of_a_timeout_too()
    {
        _client.GetService(typeof(TimeProvider)).Returns(_time);
        _client.GetService(typeof(VideoTaskClientMetadata))
            .Returns(new VideoTaskClientMetadata { Vendor = "acme", PollInterval = TimeSpan.FromMinutes(10) });
        var trouble = new VideoTaskException(VideoTaskErrorReason.Unavailable) { StatusCode = HttpStatusCode.BadGateway };
        _client.GetAsync("video_1", Arg.Any<CancellationToken>()).Returns<VideoTask>(_ => throw trouble);

        var waiting = _client.WaitAsync("video_1", new() { Timeout = TimeSpan.FromMinutes(8), MaxPollInterval = TimeSpan.FromHours(1) }, Token);
        _time.Advance(TimeSpan.FromMinutes(7));
        await _client.Received(1).GetAsync("video_1", Arg.Any<CancellationToken>());
        while (!waiting.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        var error = await Should.ThrowAsync<VideoTaskTimeoutException>(() => waiting);
        error.Handle.ShouldBe(new VideoTaskHandle("acme", "video_1"));
    }

    [Fact]
    public async Task A_substitute_that_knows_nothing_of_itself_is_waited_for_too()
    {
        _client.GetAsync("video_1", Arg.Any<CancellationToken>()).Returns(Completed);

        (await _client.WaitAsync("video_1", cancellationToken: Token)).ShouldBe(Completed);
        _client.Supports(VideoOperation.List).ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_over_a_substitute_goes_through_its_pages()
    {
        _client.ListPageAsync(new() { PageSize = 1 }, Arg.Any<CancellationToken>())
            .Returns(new VideoTaskPage { Tasks = [Queued], ContinuationToken = "2" });
        _client.ListPageAsync(new() { PageSize = 1, ContinuationToken = "2" }, Arg.Any<CancellationToken>())
            .Returns(new VideoTaskPage { Tasks = [Completed with { Id = "video_2" }] });

        var ids = await _client.ListAsync(new() { PageSize = 1 }, Token).Select(task => task.Id).ToListAsync(Token);

        ids.ShouldBe(["video_1", "video_2"]);
    }

    [Theory]
    [InlineData(VideoOperation.Remix)]
    [InlineData(VideoOperation.Edit)]
    [InlineData(VideoOperation.Extend)]
    public async Task A_remix_an_edit_and_an_extension_are_creates_with_a_source(VideoOperation operation)
    {
        var request = new VideoTaskRequest { Prompt = "at night" };
        var expected = request with { Source = new() { Id = "video_0", Operation = operation } };
        _client.CreateAsync(expected, Arg.Any<CancellationToken>()).Returns(Queued);

        var task = operation switch
        {
            VideoOperation.Remix => await _client.RemixAsync("video_0", request, Token),
            VideoOperation.Edit => await _client.EditAsync("video_0", request, Token),
            _ => await _client.ExtendAsync("video_0", request, Token),
        };

        task.ShouldBe(Queued);
    }

    [Fact]
    public void A_source_that_says_something_else_is_no_silent_choice()
    {
        var request = new VideoTaskRequest { Prompt = "at night", Source = new() { Id = "video_9", Operation = VideoOperation.Edit } };

        Should.Throw<ArgumentException>(() => _client.RemixAsync("video_0", request, Token)).Message.ShouldContain("Edit of video_9");
    }
}
