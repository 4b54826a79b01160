using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;

namespace VideoTasks.Mapping;

/// <summary>Puts the values of a call into a request where the typed client has no fitting property for them. For generated code.</summary>
public static class VideoRequestValues
{
    /// <summary>Sets the one path parameter of a request whose typed indexer takes another type than text.</summary>
    public static void SetPathId(RequestInformation request, string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var name in request.PathParameters.Keys.Where(name => name is not "baseurl").ToList())
        {
            request.PathParameters[name] = id;
        }
    }

    /// <summary>Sets a query parameter by its name on the wire.</summary>
    public static void SetQuery(RequestInformation request, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(name);

        // A URI template has no other characters in its names, so the typed client's templates escape them.
        var key = name.Replace("-", "%2D", StringComparison.Ordinal).Replace(".", "%2E", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal)
            .Replace("$", "%24", StringComparison.Ordinal);
        request.QueryParameters[key] = value;
    }

    /// <summary>Makes <c>{"name": "id"}</c> the body of a request.</summary>
    public static void SetJsonId(RequestInformation request, string name, string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        SetJson(request, new JsonObject { [name] = id });
    }

    internal static void SetJson(RequestInformation request, JsonObject body)
    {
        request.Headers.Remove("Content-Type");
        request.SetStreamContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString())), "application/json");
    }
}
