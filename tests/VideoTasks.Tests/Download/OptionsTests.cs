namespace VideoTasks.Tests.Download;

/// <summary>What the options of a download take, and how they say no.</summary>
public sealed class OptionsTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    public static TheoryData<string, Action<VideoContentOptions>> OfAll { get; } = new()
    {
        { "MaxBytes", options => options.MaxBytes = 0 },
        { "MaxFailuresInARow", options => options.MaxFailuresInARow = 0 },
        { "StallTimeout", options => options.StallTimeout = TimeSpan.Zero },
        { "ReadyTimeout", options => options.ReadyTimeout = TimeSpan.FromSeconds(-2) },
        { "RetryDelay", options => options.RetryDelay = TimeSpan.FromSeconds(-1) },
        { "MaxRetryDelay", options => options.MaxRetryDelay = TimeSpan.FromSeconds(-1) },
        { "ProgressInterval", options => options.ProgressInterval = TimeSpan.FromSeconds(-1) },
        { "ExpectedSha256", options => options.ExpectedSha256 = "abc" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OfAll))]
    public async Task A_value_out_of_range_is_named_before_anything_is_sent(string property, Action<VideoContentOptions> set)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        var (content, stream, file) = (new VideoContentOptions(), new VideoStreamDownloadOptions(), new VideoFileDownloadOptions());
        set(content);
        set(stream);
        set(file);

        Demand(property, await Record.ExceptionAsync(() => fixture.Client.OpenContentAsync(DownloadFixture.Id, content, Token)));
        Demand(property, await Record.ExceptionAsync(() => fixture.Client.DownloadToAsync(DownloadFixture.Id, new MemoryStream(), stream, Token)));
        Demand(property, await Record.ExceptionAsync(() => fixture.DownloadAsync(file)));
        fixture.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_one_form_has_is_checked_there()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        Demand("Connections", await Record.ExceptionAsync(() => fixture.DownloadAsync(new() { Connections = 33 })));
        Demand("ResumeFrom", await Record.ExceptionAsync(() => fixture.DownloadAsync(new()
        {
            ResumeFrom = VideoDownloadCheckpoint.Parse(
                """{"format":1,"identity":{"hasStrongDate":false},"origin":0,"length":1,"checksums":[1]}"""),
        })));
        Demand("CheckpointInterval", await Record.ExceptionAsync(() => fixture.Client.DownloadToAsync(
            DownloadFixture.Id, new MemoryStream(), new() { CheckpointInterval = TimeSpan.FromSeconds(-1) }, Token)));
        fixture.Server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_timeout_may_be_infinite(int connections)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.JsonAsync("""{"error":{"code":"video_not_ready","message":"not ready"}}""", 404)
            : exchange.ServeAsync(Video));

        await fixture.DemandAsync(Video, DownloadFixture.Quick with
        {
            Connections = connections,
            StallTimeout = Timeout.InfiniteTimeSpan,
            ReadyTimeout = Timeout.InfiniteTimeSpan,
        });
    }

    [Fact]
    public async Task Options_of_a_download_serve_to_open_content_as_well()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await using var content = await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.Quick with { Connections = 4 }, Token);

        content.Length.ShouldBe(Video.Length);
    }

    private static void Demand(string property, Exception? error) =>
        error.ShouldBeAssignableTo<ArgumentException>()!.Message.ShouldContain(property);
}
