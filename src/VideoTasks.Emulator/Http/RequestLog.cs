using Microsoft.AspNetCore.Http;

namespace VideoTasks.Emulator.Http;

/// <summary>Every request, in the order of arrival.</summary>
internal sealed class RequestLog(string apiKey)
{
    private readonly Lock _lock = new();
    private readonly List<EmulatorRequest> _requests = [];

    public IReadOnlyList<EmulatorRequest> Snapshot()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }

    public EmulatorRequest Add(HttpContext context, string? vendor)
    {
        var request = context.Request;
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var query = request.QueryString.Value ?? "";
        var carriesKey = headers.ContainsKey("Authorization")
            || headers.Values.Append(Uri.UnescapeDataString(query)).Any(text => text.Contains(apiKey, StringComparison.Ordinal));
        var entry = new EmulatorRequest(vendor, request.Method, request.Path.ToUriComponent(), query, headers, carriesKey);
        context.Items[typeof(EmulatorRequest)] = entry;
        lock (_lock)
        {
            _requests.Add(entry);
        }

        return entry;
    }
}
