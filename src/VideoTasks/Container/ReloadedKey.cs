using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VideoTasks.Container;

/// <summary>The key of a client as the configuration has it now. Where that can't be used any more, the one of before goes on.</summary>
internal sealed class ReloadedKey(
    string name, VideoTaskClientOptions first, IOptionsMonitor<VideoTaskClientOptions> options, ILogger logger)
{
    private string? _last = first.ApiKey;
    private string? _fault;

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            (_last, _fault) = (options.Get(name).ApiKey, null);
        }
        catch (Exception exception) when (exception is OptionsValidationException or VideoTaskException)
        {
            if (Interlocked.Exchange(ref _fault, exception.Message) != exception.Message)
            {
                ContainerLog.KeyNotReloaded(logger, name, exception.Message);
            }
        }

        return ValueTask.FromResult(_last);
    }
}
