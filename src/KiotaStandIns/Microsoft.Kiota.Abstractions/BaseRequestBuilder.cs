namespace Microsoft.Kiota.Abstractions;

/// <summary>What every generated request builder has: an adapter, a URL template and the values of the path so far.</summary>
public abstract class BaseRequestBuilder
{
    /// <summary>A builder for the path that a template describes.</summary>
    /// <param name="requestAdapter">Sends the requests.</param>
    /// <param name="urlTemplate">The RFC 6570 template.</param>
    /// <param name="pathParameters">The values of the path; copied.</param>
    protected BaseRequestBuilder(IRequestAdapter requestAdapter, string urlTemplate, Dictionary<string, object> pathParameters)
    {
        ArgumentNullException.ThrowIfNull(requestAdapter);
        ArgumentNullException.ThrowIfNull(urlTemplate);
        ArgumentNullException.ThrowIfNull(pathParameters);
        RequestAdapter = requestAdapter;
        UrlTemplate = urlTemplate;
        PathParameters = new Dictionary<string, object>(pathParameters);
    }

    /// <summary>A builder for a URL that is used as it is.</summary>
    /// <param name="requestAdapter">Sends the requests.</param>
    /// <param name="urlTemplate">The RFC 6570 template, for <c>WithUrl</c> and the like.</param>
    /// <param name="rawUrl">The URL.</param>
    protected BaseRequestBuilder(IRequestAdapter requestAdapter, string urlTemplate, string rawUrl)
        : this(requestAdapter, urlTemplate, new Dictionary<string, object> { [RequestInformation.RawUrlKey] = RequireUrl(rawUrl) })
    {
    }

    /// <summary>The values of the path so far, by their names in the template.</summary>
    protected Dictionary<string, object> PathParameters { get; set; }

    /// <summary>Sends the requests.</summary>
    protected IRequestAdapter RequestAdapter { get; set; }

    /// <summary>The RFC 6570 template of the URL.</summary>
    protected string UrlTemplate { get; set; }

    private static string RequireUrl(string rawUrl)
    {
        ArgumentException.ThrowIfNullOrEmpty(rawUrl);
        return rawUrl;
    }
}
