using System.Net;
using System.Text.Json;

namespace VideoTasks;

/// <summary>A vendor's answer that is a success by its status: the body is JSON, or Undefined when there was none.</summary>
internal sealed record VendorAnswer(HttpStatusCode StatusCode, JsonElement Json, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter);
