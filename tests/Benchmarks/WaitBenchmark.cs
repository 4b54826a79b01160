using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using VideoTasks.Benchmarks.Download;

namespace VideoTasks.Benchmarks;

/// <summary>
/// Thousands of tasks waited for at once, by the library and by a plain loop over <see cref="HttpClient"/> and System.Text.Json, each in a process of
/// its own: peak memory, sockets, processor time.
/// </summary>
internal static class WaitBenchmark
{
    private const int Waits = 10_000;
    private const int ReadsOfEach = 5;
    private const int MaxConnections = 256;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);
    private static readonly byte[] Separator = "\r\n\r\n"u8.ToArray();

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [var contestant, var url])
        {
            await WaitForAllAsync(contestant, new Uri(url));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{PeakMemory()} {ResourceUsage.OfSelf():0.00}"));
            return 0;
        }

        Console.WriteLine($"{Waits:N0} waits of {ReadsOfEach} reads each, at most {MaxConnections} connections");
        Console.WriteLine("            peak RSS   sockets   CPU");
        foreach (var name in new[] { "plain", "library", "plain", "library" })
        {
            await using var server = new Server();
            using var process =
                Process.Start(
                    new ProcessStartInfo(
                        Environment.ProcessPath!, ["waits", name, server.Url]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
            await process.WaitForExitAsync();
            var megabytes = long.Parse(said[0], CultureInfo.InvariantCulture) / 1024;
            Console.WriteLine($"{name,-10} {megabytes,6} MB   {server.MostConnections,7}   {said[1].Trim(),5} s");
        }

        return 0;
    }

    private static Task WaitForAllAsync(string contestant, Uri url)
    {
        if (contestant == "plain")
        {
            var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = MaxConnections }) { BaseAddress = url };
            http.DefaultRequestHeaders.Authorization = new("Bearer", "sk-benchmark-0123456789");
            return Task.WhenAll(Enumerable.Range(0, Waits).Select(i => PollAsync(http, $"v1/videos/v{i}")));
        }

        var client = new VideoTaskClient("openai", new() { ApiKey = "sk-benchmark-0123456789", BaseUrl = url });
        var options = new VideoTaskWaitOptions { PollInterval = PollInterval, MaxPollInterval = PollInterval };
        return Task.WhenAll(Enumerable.Range(0, Waits).Select(i => client.WaitAsync($"v{i}", options)));
    }

    private static async Task PollAsync(HttpClient http, string path)
    {
        while (true)
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            response.EnsureSuccessStatusCode();
            using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
            if (body.RootElement.GetProperty("status").GetString() == "completed")
            {
                return;
            }

            await Task.Delay(PollInterval);
        }
    }

    private static long PeakMemory()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>A vendor whose tasks are completed when they have been read often enough.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Dictionary<string, int> _reads = [];
        private readonly Task _accepting;
        private int _connections;

        public Server()
        {
            _listener.Start(backlog: 16_384);
            _accepting = AcceptAsync();
        }

        public string Url => $"http://{_listener.LocalEndpoint}/";

        public int MostConnections { get; private set; }

        public async ValueTask DisposeAsync()
        {
            _listener.Dispose();
            await _accepting;
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    var socket = await _listener.AcceptSocketAsync();
                    MostConnections = Math.Max(MostConnections, Interlocked.Increment(ref _connections));
                    _ = ServeAsync(socket);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // The end.
            }
        }

        private async Task ServeAsync(Socket socket)
        {
            using (socket)
            {
                var buffer = new byte[8 * 1024];
                var count = 0;
                while (await socket.ReceiveAsync(buffer.AsMemory(count)) is > 0 and var received)
                {
                    count += received;
                    if (buffer.AsSpan(0, count).IndexOf(Separator) >= 0)
                    {
                        await socket.SendAsync(Answer(Encoding.ASCII.GetString(buffer, 0, count).Split(' ')[1]));
                        count = 0;
                    }
                }
            }

            Interlocked.Decrement(ref _connections);
        }

        private byte[] Answer(string path)
        {
            int reads;
            lock (_reads)
            {
                reads = _reads[path] = _reads.GetValueOrDefault(path) + 1;
            }

            var status = reads >= ReadsOfEach ? "completed" : "in_progress";
            var body =
                $$"""{"id":"{{path[11..]}}","object":"video","created_at":1741570283,"status":"{{status}}","model":"sora-2","progress":{{reads * 20}},"seconds":"4","size":"1280x720"}""";
            return Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        }
    }
}
