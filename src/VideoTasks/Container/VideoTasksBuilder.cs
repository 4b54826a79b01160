using Microsoft.Extensions.DependencyInjection;

namespace VideoTasks.Container;

/// <summary>The services and the HTTP client of one call of <c>AddVideoTasks</c>.</summary>
internal sealed class VideoTasksBuilder(IServiceCollection services, IHttpClientBuilder httpClient) : IVideoTasksBuilder
{
    public IServiceCollection Services => services;

    public IHttpClientBuilder HttpClient => httpClient;
}
