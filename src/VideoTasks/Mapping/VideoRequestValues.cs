using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;

namespace VideoTasks.Mapping;

/// <summary>Puts the values of a call into a request where the typed client has no fitting property for them. For generated code.</summary>
public static class VideoRequestValues
{
    /// <summary>A request by the document's path, for an operation whose typed method can't send what the vendor takes.</summary>
    /// <param name="adapter">The adapter whose base URL the request gets.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path of the document; its parameter, if it has one, is the id.</param>
    /// <param name="id">The id.</param>
    public static RequestInformation Create(IRequestAdapter adapter, string method, string path, string id)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(path);
        var segments = path.Split('/').Select(segment => segment.StartsWith('{') ? "{id}" : segment);
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal) { ["baseurl"] = adapter.BaseUrl ?? "", ["id"] = id };
        var request = new RequestInformation(Enum.Parse<Method>(method, ignoreCase: true), "{+baseurl}" + string.Join('/', segments), parameters);
        request.Headers.TryAdd("Accept", "application/json");
        return request;
    }

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
