using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Client;

/// <summary>Clients of a loopback server, quick to repeat.</summary>
internal static class TestClients
{
    public const string Key = "sk-test-0123456789";

    public static VideoTaskClient Of(
        WireMockServer server, Action<VideoTaskClientOptions>? configure = null, VideoVendorDescription? vendor = null) =>
        Of(server.Address, configure, vendor);

    public static VideoTaskClient Of(Uri url, Action<VideoTaskClientOptions>? configure = null, VideoVendorDescription? vendor = null)
    {
        var options = new VideoTaskClientOptions { ApiKey = Key, BaseUrl = url, RetryDelay = TimeSpan.FromMilliseconds(1) };
        configure?.Invoke(options);
        return new VideoTaskClient(new FlatVendor(vendor ?? FlatVendor.Describe("flat")), options);
    }
}
