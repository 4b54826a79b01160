namespace VideoTasks.Http;

/// <summary>A request like another one, since a message is sent once only.</summary>
internal static class RequestCopy
{
    /// <summary>The headers, the options and the version of a request with what is different.</summary>
    public static HttpRequestMessage Of(HttpRequestMessage request, HttpMethod method, Uri uri, HttpContent? content)
    {
        var copy = new HttpRequestMessage(method, uri) { Version = request.Version, VersionPolicy = request.VersionPolicy, Content = content };
        foreach (var header in request.Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        foreach (var option in request.Options)
        {
            ((IDictionary<string, object?>)copy.Options)[option.Key] = option.Value;
        }

        return copy;
    }
}
