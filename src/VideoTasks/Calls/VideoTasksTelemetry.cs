using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace VideoTasks;

/// <summary>Traces and metrics. No tag holds a key, a prompt or a URL.</summary>
public static class VideoTasksTelemetry
{
    /// <summary>The name of the source of traces and of the meter: <c>AddSource(VideoTasksTelemetry.Name)</c>, <c>AddMeter(…)</c>.</summary>
    public const string Name = "VideoTasks";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> RequestDuration =
        Meter.CreateHistogram<double>("videotasks.request.duration", "s", "How long requests for JSON took, headers and body.");

    internal static Activity? Start(string vendor, string operation, string? id)
    {
        var activity = Source.StartActivity($"videotasks {operation}", ActivityKind.Client);
        activity?.SetTag("videotasks.vendor", vendor).SetTag("videotasks.operation", operation).SetTag("videotasks.task.id", id);
        return activity;
    }

    internal static void Record(string vendor, string operation, int status, TimeSpan duration)
    {
        if (RequestDuration.Enabled)
        {
            RequestDuration.Record(
                duration.TotalSeconds,
                new KeyValuePair<string, object?>("videotasks.vendor", vendor),
                new KeyValuePair<string, object?>("videotasks.operation", operation),
                new KeyValuePair<string, object?>("http.response.status_code", status));
        }
    }
}
