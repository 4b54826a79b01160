using System.Diagnostics;
using System.Diagnostics.Metrics;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Calls;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_metrics_are_found_by_the_public_name()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));
        var id = Guid.NewGuid().ToString();
        var spans = new System.Collections.Concurrent.ConcurrentQueue<Activity>();
        var measured = 0;
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == VideoTasksTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(traces);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == VideoTasksTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref measured));
        meters.Start();

        await TestClients.Of(server).GetAsync(id, TestContext.Current.CancellationToken);

        spans.Single(span => id.Equals(span.GetTagItem("videotasks.task.id"))).OperationName.ShouldBe("videotasks get");
        measured.ShouldBeGreaterThan(0);
    }
}
