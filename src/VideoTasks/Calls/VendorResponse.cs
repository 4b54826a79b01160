using System.Net;
using System.Text.Json;

namespace VideoTasks.Calls;

/// <summary>A vendor's answer that is a success by its status: the body is JSON, or Undefined when there was none.</summary>
internal sealed record VendorResponse(HttpStatusCode StatusCode, JsonElement Json, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter)
{
    /// <summary>Where a header says that what was started can be followed; null when none does.</summary>
    public string? Location { get; init; }
}
