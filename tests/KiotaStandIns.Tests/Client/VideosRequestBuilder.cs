using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace KiotaStandIns.Tests.Client;

/// <summary>A request builder as Kiota generates one, with a method for each kind of body and answer.</summary>
internal sealed class VideosRequestBuilder : BaseRequestBuilder
{
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new()
    {
        { "404", VideoError.CreateFromDiscriminatorValue },
        { "5XX", VideoError.CreateFromDiscriminatorValue },
    };

    public VideosRequestBuilder(IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/videos{?after*,status*}", new Dictionary<string, object>())
    {
    }

    public VideosRequestBuilder(IRequestAdapter requestAdapter, string rawUrl)
        : base(requestAdapter, "{+baseurl}/videos{?after*,status*}", rawUrl)
    {
    }

    private VideosRequestBuilder(IRequestAdapter requestAdapter, string urlTemplate, Dictionary<string, object> pathParameters)
        : base(requestAdapter, urlTemplate, pathParameters)
    {
    }

    public VideosRequestBuilder this[string id]
    {
        get
        {
            var parameters = new Dictionary<string, object>(PathParameters) { { "video%2Did", id } };
            return new VideosRequestBuilder(RequestAdapter, "{+baseurl}/videos/{video%2Did}", parameters);
        }
    }

    public Task<Video?> GetAsync(CancellationToken cancellationToken) => RequestAdapter.SendAsync(
        To(Method.GET), Video.CreateFromDiscriminatorValue, Errors, cancellationToken);

    public async Task<List<Video>?> ListAsync(Action<RequestConfiguration<ListQueryParameters>>? configuration, CancellationToken cancellationToken)
    {
        var request = To(Method.GET);
        request.Configure(configuration);
        var videos = await RequestAdapter.SendCollectionAsync(request, Video.CreateFromDiscriminatorValue, Errors, cancellationToken);
        return videos?.ToList();
    }

    public Task<Video?> PostAsync(Video body, CancellationToken cancellationToken) => PostAsync(body, "application/json", cancellationToken);

    public Task<Video?> PostFormAsync(VideoForm body, CancellationToken cancellationToken) =>
        PostAsync(body, "application/x-www-form-urlencoded", cancellationToken);

    public Task<string?> PostMultipartAsync(MultipartBody body, CancellationToken cancellationToken)
    {
        var request = To(Method.POST);
        request.SetContentFromParsable(RequestAdapter, "multipart/form-data", body);
        return RequestAdapter.SendPrimitiveAsync<string>(request, Errors, cancellationToken);
    }

    public Task<string?> PutTextAsync(string text, CancellationToken cancellationToken)
    {
        var request = To(Method.PUT);
        request.SetContentFromScalar(RequestAdapter, "text/plain", text);
        return RequestAdapter.SendPrimitiveAsync<string>(request, Errors, cancellationToken);
    }

    public Task<Stream?> GetContentAsync(CancellationToken cancellationToken) =>
        RequestAdapter.SendPrimitiveAsync<Stream>(To(Method.GET), Errors, cancellationToken);

    public Task DeleteAsync(CancellationToken cancellationToken) => RequestAdapter.SendNoContentAsync(To(Method.DELETE), Errors, cancellationToken);

    private Task<Video?> PostAsync<T>(T body, string contentType, CancellationToken cancellationToken)
        where T : IParsable
    {
        var request = To(Method.POST);
        request.SetContentFromParsable(RequestAdapter, contentType, body);
        return RequestAdapter.SendAsync(request, Video.CreateFromDiscriminatorValue, Errors, cancellationToken);
    }

    private RequestInformation To(Method method)
    {
        var request = new RequestInformation(method, UrlTemplate, PathParameters);
        request.Headers.TryAdd("Accept", "application/json");
        return request;
    }

    internal sealed class ListQueryParameters
    {
        [QueryParameter("after")]
        public string? After { get; set; }

        [QueryParameter("status")]
        public VideoStatus[]? Statuses { get; set; }
    }
}
