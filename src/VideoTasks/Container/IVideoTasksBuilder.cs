using Microsoft.Extensions.DependencyInjection;

namespace VideoTasks;

/// <summary>Sets up the clients of a container: see <see cref="VideoTasksBuilderExtensions"/>.</summary>
public interface IVideoTasksBuilder
{
    /// <summary>The services of the application.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// The <c>IHttpClientFactory</c> client that all requests go through, for handlers and resilience. Whoever gives it another primary handler sets
    /// <c>AllowAutoRedirect = false</c> on that: the library follows redirects itself, without the key, and refuses a handler that would take the
    /// key along.
    /// </summary>
    IHttpClientBuilder HttpClient { get; }
}
