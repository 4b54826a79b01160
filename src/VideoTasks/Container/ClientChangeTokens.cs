using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace VideoTasks.Container;

/// <summary>Has a client's options made anew when the configuration is reloaded.</summary>
internal sealed class ClientChangeTokens(string name, ClientConfiguration configuration) : IOptionsChangeTokenSource<VideoTaskClientOptions>
{
    public string? Name => name;

    public IChangeToken GetChangeToken() => configuration.GetReloadToken();
}
