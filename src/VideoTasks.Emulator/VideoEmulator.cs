using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VideoTasks.Emulator.Http;
using VideoTasks.Emulator.Tasks;
using VideoTasks.Emulator.Vendors;
using VideoTasks.Emulator.Vendors.Aimanyi;
using VideoTasks.Emulator.Vendors.Ezmodel;
using VideoTasks.Emulator.Vendors.Hingnet;
using VideoTasks.Emulator.Vendors.OpenAI;
using VideoTasks.Emulator.Vendors.Skyengine;

namespace VideoTasks.Emulator;

/// <summary>
/// The video APIs of the vendors on the loopback interface, each in its own dialect as its documents give it, over real sockets. A second
/// origin plays the CDN that signed links and redirects lead to. Safe for use by several threads.
/// </summary>
public sealed class VideoEmulator : IAsyncDisposable
{
    private readonly VideoEmulatorOptions _options;
    private readonly RequestLog _log;
    private readonly CdnOrigin _cdn;
    private readonly VendorApi[] _apis;
    private readonly WebApplication _app;

    private VideoEmulator(VideoEmulatorOptions options)
    {
        _options = options;
        _log = new(options.ApiKey);
        _cdn = new(options);
        _apis =
        [
            new SkyengineApi(options, _cdn), new HingnetApi(options, _cdn), new EzmodelApi(options, _cdn), new AimanyiApi(options, _cdn),
            new OpenAIApi(options, _cdn),
        ];
        _app = Build();
    }

    /// <summary>The vendors that are played, with their base URLs.</summary>
    public IReadOnlyList<EmulatedVendor> Vendors { get; private set; } = [];

    /// <summary>The second origin, which plays the CDN.</summary>
    public Uri CdnUrl => _cdn.BaseUrl!;

    /// <summary>The key that the vendors accept.</summary>
    public string ApiKey => _options.ApiKey;

    /// <summary>The requests so far, in the order of arrival, at the vendors and at the second origin.</summary>
    public IReadOnlyList<EmulatorRequest> Requests => _log.Snapshot();

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ArgumentException">The key is empty, or the number of bytes negative.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<VideoEmulator> StartAsync(VideoEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        if (string.IsNullOrEmpty(options.ApiKey) || options.MinimumVideoBytes < 0)
        {
            throw new ArgumentException("The emulator needs a key, and a number of bytes that isn't negative.", nameof(options));
        }

        var emulator = new VideoEmulator(options);
        try
        {
            await emulator._app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        // Kestrel reports its addresses in the order of the listen calls.
        var urls = emulator._app.Urls.Select(url => new Uri(url)).ToArray();
        emulator._cdn.BaseUrl = urls[1];
        emulator.Vendors = [.. emulator._apis.Select(api => new EmulatedVendor(api.Name, new(urls[0], api.BasePath)))];
        return emulator;
    }

    /// <summary>The base URL of a vendor.</summary>
    /// <exception cref="ArgumentException">The emulator doesn't play that vendor.</exception>
    public Uri GetBaseUrl(string vendor) => Vendors[Array.IndexOf(_apis, Api(vendor))].BaseUrl;

    /// <summary>Adds a task without a request, for tests that start with an existing one.</summary>
    /// <param name="vendor">The vendor's name.</param>
    /// <param name="scenario">Its life; null for <see cref="VideoEmulatorOptions.Scenario"/>.</param>
    /// <param name="id">Its id; null for one in the vendor's own style.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">No such vendor is played, it has no such content form, or the id is taken.</exception>
    public string AddTask(string vendor, EmulatedScenario? scenario = null, string? id = null)
    {
        var api = Api(vendor);
        if (scenario?.ContentForm is { } form && !api.Forms.Contains(form))
        {
            throw new ArgumentException($"{vendor} does not deliver as {form}; it knows {string.Join(", ", api.Forms)}.", nameof(scenario));
        }

        return api.Add(new("a test pattern", "sora-2", "4", "720x1280"), scenario ?? _options.Scenario, id).Id;
    }

    /// <summary>The bytes of the video that a task delivers, once it is completed.</summary>
    /// <exception cref="ArgumentException">There is no such vendor or task.</exception>
    public ReadOnlyMemory<byte> GetVideo(string vendor, string id) => Task(vendor, id).Video.Bytes;

    /// <summary>The SHA-256 of <see cref="GetVideo"/>, in lower-case hexadecimal.</summary>
    /// <exception cref="ArgumentException">There is no such vendor or task.</exception>
    public string GetSha256(string vendor, string id) => Task(vendor, id).Video.Sha256;

    /// <summary>Forgets the requests so far.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops the emulator; open connections are closed.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private WebApplication Build()
    {
        // The empty builder reads no environment variables and takes no signals: nothing outside changes what the emulator does.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, _options.Port);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        var app = builder.Build();
        app.Use(LogAsync);
        app.UseRouting();
        foreach (var api in _apis)
        {
            api.Map(app);
        }

        return app;
    }

    private async Task LogAsync(HttpContext context, RequestDelegate next)
    {
        var toCdn = context.Connection.LocalPort == CdnUrl.Port;
        var vendor = toCdn ? null : context.Request.Path.Value!.Split('/', 3)[1];
        var entry = _log.Add(context, vendor);
        try
        {
            await (toCdn ? _cdn.ServeAsync(context, entry) : next(context)).ConfigureAwait(false);
        }
        finally
        {
            entry.StatusCode = context.Response.StatusCode;
        }
    }

    private VendorApi Api(string vendor)
        => Array.Find(_apis, api => string.Equals(api.Name, vendor, StringComparison.OrdinalIgnoreCase)) ?? throw new ArgumentException(
            $"The emulator does not play {vendor}; it plays {string.Join(", ", _apis.Select(api => api.Name))}.", nameof(vendor));

    private EmulatedTask Task(string vendor, string id) => Api(vendor).Find(id)
        ?? throw new ArgumentException($"{vendor} has no task {id}.", nameof(id));
}
