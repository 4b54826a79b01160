using VideoTasks;
using VideoTasks.Emulator;
using Xunit;

namespace Testing;

/// <summary>Your code against every vendor's own dialect, over real sockets, without a key.</summary>
public sealed class VideoTests : IAsyncLifetime
{
    private VideoEmulator _emulator = null!;

    public async ValueTask InitializeAsync() => _emulator = await VideoEmulator.StartAsync(new() { Scenario = new() { Polls = 1 } });

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Theory]
    [InlineData("aimanyi")]
    [InlineData("ezmodel")]
    [InlineData("hingnet")]
    [InlineData("openai")]
    [InlineData("skyengine")]
    public async Task The_bytes_of_every_vendor_arrive_whole(string vendor)
    {
        var client = Client(vendor);
        var id = _emulator.AddTask(vendor);
        await client.WaitAsync(id, cancellationToken: TestContext.Current.CancellationToken);

        using var bytes = new MemoryStream();
        var result = await client.DownloadToAsync(id, bytes, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(_emulator.GetSha256(vendor, id), result.Sha256);
        Assert.DoesNotContain(_emulator.Requests, request => request.IsCdn && request.CarriesKey);
    }

    [Fact]
    public async Task A_task_that_fails_is_an_exception_with_the_vendors_error()
    {
        var id = _emulator.AddTask("openai", new EmulatedScenario { Outcome = EmulatedOutcome.Fails, Polls = 1 });

        var error = await Assert.ThrowsAsync<VideoTaskFailedException>(
            () => Client("openai").WaitAsync(id, cancellationToken: TestContext.Current.CancellationToken));

        Assert.NotNull(error.Error);
    }

    private VideoTaskClient Client(string vendor) => new(vendor, new() { ApiKey = _emulator.ApiKey, BaseUrl = _emulator.GetBaseUrl(vendor) });
}
