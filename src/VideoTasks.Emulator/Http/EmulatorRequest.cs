using System.Text.Json.Nodes;

namespace VideoTasks.Emulator;

/// <summary>A request that the emulator received, for assertions. Header names are compared without case.</summary>
public sealed class EmulatorRequest
{
    internal EmulatorRequest(string? vendor, string method, string path, string query, IReadOnlyDictionary<string, string> headers, bool carriesKey)
        => (Vendor, Method, Path, Query, Headers, CarriesKey) = (vendor, method, path, query, headers, carriesKey);

    /// <summary>The vendor that was asked; null at the second origin, which plays a CDN.</summary>
    public string? Vendor { get; }

    /// <summary>Whether it came to the second origin.</summary>
    public bool IsCdn => Vendor is null;

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path as it was sent, escaped.</summary>
    public string Path { get; }

    /// <summary>The query with its question mark; empty when there is none.</summary>
    public string Query { get; }

    /// <summary>The headers; several values of one are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Whether an Authorization header, or the emulator's key anywhere in the headers or the query, came along.</summary>
    public bool CarriesKey { get; }

    /// <summary>The Range header; null when there was none.</summary>
    public string? Range => Headers.GetValueOrDefault("Range");

    /// <summary>
    /// What a create or remix sent: the JSON body, or the form's fields as strings and each file as <c>{"filename","contentType","length"}</c>.
    /// Null when nothing readable came.
    /// </summary>
    public JsonObject? Body { get; internal set; }

    /// <summary>The status code of the answer; 0 until there is one.</summary>
    public int StatusCode { get; internal set; }

    /// <summary>Method, path and status, without query and headers.</summary>
    public override string ToString() => $"{Method} {Path} -> {StatusCode}";
}
