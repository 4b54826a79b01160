using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.UriTemplates;

namespace Microsoft.Kiota.Abstractions;

/// <summary>A request before it becomes the HTTP library's own.</summary>
public partial class RequestInformation
{
    /// <summary>The path parameter whose value is used as the whole URL.</summary>
    internal const string RawUrlKey = "request-raw-url";

    private const string BaseUrlKey = "baseurl";
    private const string ContentTypeHeader = "Content-Type";
    private const string BinaryContentType = "application/octet-stream";

    private static readonly ActivitySource Activities = new("Microsoft.Kiota.Abstractions");

    private readonly Dictionary<string, IRequestOption> _options = new(StringComparer.OrdinalIgnoreCase);
    private Uri? _rawUri;

    /// <summary>An empty GET request.</summary>
    public RequestInformation()
    {
    }

    /// <summary>A request for a path.</summary>
    /// <param name="method">The method.</param>
    /// <param name="urlTemplate">The RFC 6570 template.</param>
    /// <param name="pathParameters">The values of the path; copied.</param>
    public RequestInformation(Method method, string urlTemplate, IDictionary<string, object> pathParameters)
    {
        ArgumentNullException.ThrowIfNull(urlTemplate);
        ArgumentNullException.ThrowIfNull(pathParameters);
        HttpMethod = method;
        UrlTemplate = urlTemplate;
        PathParameters = new Dictionary<string, object>(pathParameters);
    }

    /// <summary>The URL: the one that was set, else the template filled with the path and query parameters.</summary>
    /// <exception cref="InvalidOperationException">There is no template, or it needs a base URL and there is none.</exception>
    public Uri URI
    {
        get
        {
            if (_rawUri is not null)
            {
                return _rawUri;
            }

            if (PathParameters.TryGetValue(RawUrlKey, out var raw) && raw.ToString() is { Length: > 0 } url)
            {
                URI = new Uri(url);
                return _rawUri!;
            }

            return new Uri(ExpandUrl());
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            QueryParameters.Clear();
            PathParameters.Clear();
            _rawUri = value;
        }
    }

    /// <summary>The RFC 6570 template of the URL; null when <see cref="URI"/> is set instead.</summary>
    public string? UrlTemplate { get; set; }

    /// <summary>The values of the path, by their names in the template.</summary>
    public IDictionary<string, object> PathParameters { get; set; } = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of the query, by their names in the template.</summary>
    public IDictionary<string, object> QueryParameters { get; set; } = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The method.</summary>
    public Method HttpMethod { get; set; }

    /// <summary>The headers.</summary>
    public RequestHeaders Headers { get; } = [];

    /// <summary>The body; <see cref="Stream.Null"/> for none.</summary>
    public Stream Content { get; set; } = Stream.Null;

    /// <summary>The options, at most one of each type.</summary>
    public IEnumerable<IRequestOption> RequestOptions => _options.Values;

    /// <summary>Sets query parameters, headers and options the way a caller of a generated method does.</summary>
    /// <param name="requestConfiguration">Sets them; null sets nothing.</param>
    /// <typeparam name="T">The query parameters' type.</typeparam>
    public void Configure<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        Action<RequestConfiguration<T>>? requestConfiguration)
        where T : class, new()
    {
        if (requestConfiguration is null)
        {
            return;
        }

        var configuration = new RequestConfiguration<T>();
        requestConfiguration(configuration);
        AddQueryParameters(configuration.QueryParameters);
        AddRequestOptions(configuration.Options);
        AddHeaders(configuration.Headers);
    }

    /// <summary>Adds the properties of an object as query parameters. Nulls and empty collections are left out.</summary>
    /// <param name="source">The object; its properties' names count, or what <see cref="QueryParameterAttribute"/> says instead.</param>
    /// <typeparam name="T">The object's type.</typeparam>
    public void AddQueryParameters<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T source)
    {
        if (source is null)
        {
            return;
        }

        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0 && property.GetValue(source) is { } value and not ICollection { Count: 0 })
            {
                QueryParameters.AddOrReplace(property.GetCustomAttribute<QueryParameterAttribute>()?.TemplateName ?? property.Name, value);
            }
        }
    }

    /// <summary>Adds headers.</summary>
    /// <param name="headers">The headers; null adds none.</param>
    public void AddHeaders(RequestHeaders headers)
    {
        if (headers is not null)
        {
            Headers.AddAll(headers);
        }
    }

    /// <summary>Adds options; an option replaces one of the same type.</summary>
    /// <param name="options">The options; null adds none.</param>
    public void AddRequestOptions(IEnumerable<IRequestOption> options)
    {
        foreach (var option in options ?? [])
        {
            _options[KeyOf(option.GetType())] = option;
        }
    }

    /// <summary>Removes the options of the same types.</summary>
    /// <param name="options">The options.</param>
    public void RemoveRequestOptions(params IRequestOption[] options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var option in options)
        {
            _options.Remove(KeyOf(option.GetType()));
        }
    }

    /// <summary>The option of a type; null when there is none.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T? GetRequestOption<T>() => _options.TryGetValue(KeyOf(typeof(T)), out var option) ? (T)option : default;

    /// <summary>Has a response handler take over the response.</summary>
    /// <param name="responseHandler">The handler.</param>
    public void SetResponseHandler(IResponseHandler responseHandler)
    {
        ArgumentNullException.ThrowIfNull(responseHandler);
        AddRequestOptions([new ResponseHandlerOption { ResponseHandler = responseHandler }]);
    }

    private static string KeyOf(Type type) => type.FullName!;

    private string ExpandUrl()
    {
        if (string.IsNullOrEmpty(UrlTemplate))
        {
            throw new InvalidOperationException($"The request has no URL: set {nameof(UrlTemplate)} or {nameof(URI)}.");
        }

        if (UrlTemplate.Contains($"{{+{BaseUrlKey}}}", StringComparison.OrdinalIgnoreCase) && !PathParameters.ContainsKey(BaseUrlKey))
        {
            throw new InvalidOperationException($"PathParameters must contain a value for \"{BaseUrlKey}\" for the url to be built.");
        }

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in PathParameters.Concat(QueryParameters))
        {
            values.TryAdd(name, value);
        }

        return UriTemplate.Expand(UrlTemplate, values);
    }
}
