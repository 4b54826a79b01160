using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace VideoTasks.Calls;

/// <summary>Traces and metrics, both under the name <c>VideoTasks</c>. No tag holds a key, a prompt or a URL.</summary>
internal static class VideoTasksTelemetry
{
    private const string Name = "VideoTasks";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> RequestDuration =
        Meter.CreateHistogram<double>("videotasks.request.duration", "s", "How long requests for JSON took, headers and body.");

    public static Activity? Start(string vendor, string operation, string? id)
    {
        var activity = Source.StartActivity($"videotasks {operation}", ActivityKind.Client);
        activity?.SetTag("videotasks.vendor", vendor).SetTag("videotasks.operation", operation).SetTag("videotasks.task.id", id);
        return activity;
    }

    public static void Record(string vendor, string operation, int status, TimeSpan duration)
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
