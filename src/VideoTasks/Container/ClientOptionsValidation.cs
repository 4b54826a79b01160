using Microsoft.Extensions.Options;
using VideoTasks.Calls;
using VideoTasks.Http;

namespace VideoTasks.Container;

/// <summary>
/// Checks the options of a client when the application starts, and when the client is made. A vendor that nobody has set up lacks nothing.
/// </summary>
internal sealed class ClientOptionsValidation(VideoTasksRegistry registry, ClientCatalog catalog, ClientConfiguration configuration)
    : IValidateOptions<VideoTaskClientOptions>
{
    public ValidateOptionsResult Validate(string? name, VideoTaskClientOptions options)
    {
        if (string.IsNullOrEmpty(name))
        {
            return ValidateOptionsResult.Skip;
        }

        return FaultOf(name, options) is { } fault ? ValidateOptionsResult.Fail($"{name}: {fault}") : ValidateOptionsResult.Success;
    }

    private string? FaultOf(string name, VideoTaskClientOptions options)
    {
        if (catalog.FaultOf(name) is { } unknown)
        {
            return unknown.Text;
        }

        try
        {
            VideoTaskClientOptions.Validate(options);
            HeaderText.ToKey(options.ApiKey, name);
            var isSetUp = registry.IsNamed(name) || configuration.Has(name);
            if (!isSetUp || !catalog.TryGet(name, out var vendor, out _))
            {
                return null;
            }

            VendorBaseUrl.Resolve(vendor.Description, options.BaseUrl);
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
        catch (VideoTaskException exception)
        {
            return exception.Message;
        }

        return options is { ApiKey: null, ApiKeyProvider: null, HttpHandler: null }
            ? ErrorMessages.KeyNotSetUp(configuration.PathOf(name, nameof(VideoTaskClientOptions.ApiKey))).Text
            : null;
    }
}
