using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Kiota.Abstractions;
using VideoTasks.Json;
using VideoTasks.Requests;
using VideoTasks.Vendors;

namespace VideoTasks.Generated;

/// <summary>
/// Puts the values of a call into a request where the typed client has no fitting property for them. For generated code; may change with any minor
/// version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VideoRequestValues
{
    /// <summary>A request by the document's path, for an operation whose typed method can't send what the vendor takes.</summary>
    /// <param name="adapter">The adapter whose base URL the request gets.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path of the document; its parameter, if it has one, is the id.</param>
    /// <param name="id">The id.</param>
    public static RequestInformation Create(IRequestAdapter adapter, string method, string path, string id)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Create(
            adapter, method, path, PathParameter().Matches(path)
                .Select(match => match.Groups["name"].Value)
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(name => name, _ => id, StringComparer.Ordinal));
    }

    /// <summary>A request by the document's path, with a value for each of its parameters.</summary>
    /// <param name="adapter">The adapter whose base URL the request gets.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path of the document.</param>
    /// <param name="values">The values by the parameters' names, unescaped.</param>
    public static RequestInformation Create(IRequestAdapter adapter, string method, string path, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(values);
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal) { ["baseurl"] = adapter.BaseUrl ?? "" };
        var template = PathParameter().Replace(path, match =>
        {
            // The names of a document are no names of a URI template.
            var key = string.Create(CultureInfo.InvariantCulture, $"p{parameters.Count}");
            parameters[key] = values.GetValueOrDefault(match.Groups["name"].Value, "");
            return $"{{{key}}}";
        });
        var request = new RequestInformation(Enum.Parse<Method>(method, ignoreCase: true), "{+baseurl}" + template, parameters);
        request.Headers.TryAdd("Accept", "application/json");
        return request;
    }

    /// <summary>The values of all parameters of a path that has more than the id.</summary>
    /// <param name="vendor">The vendor's name, for the message.</param>
    /// <param name="path">The path of the document.</param>
    /// <param name="idName">The parameter that is the task's id; null when the path has none.</param>
    /// <param name="arguments">The id, and what the caller gives.</param>
    /// <param name="model">The model of a request, for a path that has one; null without.</param>
    /// <param name="defaults">The other parameters with what the document or a hint says.</param>
    /// <exception cref="VideoTaskException">A parameter has no value (<see cref="VideoTaskErrorReason.Configuration"/>).</exception>
    public static IReadOnlyDictionary<string, string> PathValues(
        string vendor, string path, string? idName, VideoRequestArguments arguments, string? model,
        IReadOnlyList<(string Name, string? Value)> defaults)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(defaults);
        var values = ResourceName(path, arguments.Id);
        if (idName is not null)
        {
            values.TryAdd(idName, arguments.Id ?? "");
        }

        foreach (var (name, value) in defaults)
        {
            if (values.ContainsKey(name))
            {
                continue;
            }

            var isModel = name.StartsWith("model", StringComparison.OrdinalIgnoreCase);
            values[name] = arguments.PathParameters?.GetValueOrDefault(name) ?? (isModel ? model : null) ?? value
                ?? throw new VideoTaskException(ErrorMessages.PathParameterMissing(vendor, name, path, isModel)) { Vendor = vendor };
        }

        return values;
    }

    // Some vendors' ids are paths themselves, models/veo-3/operations/abc: what follows a word of the path there is its parameter.
    private static Dictionary<string, string> ResourceName(string path, string? id)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = id?.Split('/') ?? [];
        var wanted = path.Split('/');
        for (var i = 1; i < wanted.Length; i++)
        {
            var at = wanted[i - 1].Length == 0 ? -1 : Array.IndexOf(given, wanted[i - 1]);
            if (wanted[i].StartsWith('{') && wanted[i].IndexOf('}', StringComparison.Ordinal) is > 1 and var end && at >= 0 && at + 1 < given.Length)
            {
                values[wanted[i][1..end]] = given[at + 1];
            }
        }

        return values;
    }

    [GeneratedRegex(@"\{(?<name>[^{}/]+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PathParameter();

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
        var key = name.Replace("-", "%2D", StringComparison.Ordinal)
            .Replace(".", "%2E", StringComparison.Ordinal)
            .Replace("~", "%7E", StringComparison.Ordinal)
            .Replace("$", "%24", StringComparison.Ordinal).Replace("[", "%5B", StringComparison.Ordinal)
            .Replace("]", "%5D", StringComparison.Ordinal);
        if (request.UrlTemplate is { } template && !HasParameter(template, key))
        {
            // A template takes the parameters that it names, and no others.
            request.UrlTemplate = template + (template.Contains('?', StringComparison.Ordinal) ? $"{{&{key}}}" : $"{{?{key}}}");
        }

        request.QueryParameters[key] = value;
    }

    private static bool HasParameter(string template, string key) =>
        Expression().Matches(template)
            .Any(match => match.Groups["name"].Value.TrimStart('?', '&', '+').Split(',').Any(name => name.TrimEnd('*') == key));

    [GeneratedRegex(@"\{(?<name>[^{}]+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Expression();

    /// <summary>Makes the id of a task, and what else the operation wants, the body of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="operation">The operation that takes the id in its body.</param>
    /// <param name="id">The id.</param>
    public static void SetJsonId(RequestInformation request, VideoVendorDescription vendor, VideoOperation operation, string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(vendor);
        var body = new JsonObject();
        foreach (var field in vendor.Operations.First(candidate => candidate.Operation == operation).Request)
        {
            RequestPointer.Set(body, field.Path, field.Json is { } json ? JsonNode.Parse(json) : RequestValue.Id(id, field.Type));
        }

        SetJson(request, body);
    }

    internal static void SetJson(RequestInformation request, JsonObject body)
    {
        request.Headers.Remove("Content-Type");
        request.SetStreamContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString())), "application/json");
    }
}
