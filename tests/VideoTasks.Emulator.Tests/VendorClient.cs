using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Emulator.Tests;

/// <summary>A plain HTTP client at one emulated vendor: no redirects are followed, nothing is interpreted.</summary>
internal sealed class VendorClient : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private VendorClient(VideoEmulator emulator, ManualClock clock, string vendor)
        => (Emulator, Clock, Vendor) = (emulator, clock, vendor);

    public VideoEmulator Emulator { get; }

    public ManualClock Clock { get; }

    public string Vendor { get; }

    public HttpClient Http => _http;

    public static async Task<VendorClient> StartAsync(string vendor, Func<VideoEmulatorOptions, VideoEmulatorOptions>? configure = null)
    {
        var clock = new ManualClock();
        var options = new VideoEmulatorOptions { TimeProvider = clock };
        var emulator = await VideoEmulator.StartAsync(configure?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
        return new(emulator, clock, vendor);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => SendAsync(HttpMethod.Post, path, content);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Emulator.GetBaseUrl(Vendor) + path) { Content = content };
        request.Headers.Authorization = new("Bearer", Emulator.ApiKey);
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonObject> JsonAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await GetAsync(path);
        return await ReadAsync(response, expected);
    }

    public async Task<JsonObject> CreateAsync(HttpContent content, string path = "/v1/videos", HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await PostAsync(path, content);
        return await ReadAsync(response, expected);
    }

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(expected, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonNode.Parse(text)!.AsObject();
    }

    public static HttpContent Json(object value) => JsonContent.Create(value);

    public static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    public static ByteArrayContent Image() => new([0x89, 0x50, 0x4e, 0x47]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }
}
