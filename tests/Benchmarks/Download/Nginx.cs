using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VideoTasks.Benchmarks.Download;

/// <summary>nginx with the files of the benchmark: as fast as it can, and with 20 MB/s for each connection.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly Process _process;

    private Nginx(Process process, int port, int slowPort) => (_process, Port, SlowPort) = (process, port, slowPort);

    public int Port { get; }

    public int SlowPort { get; }

    public static async Task<Nginx> StartAsync(string folder)
    {
        var (port, slowPort) = (FreePort(), FreePort());
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, $$"""
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            daemon off;
            events { worker_connections 256; }
            http {
              access_log off;
              sendfile on;
              client_body_temp_path {{folder}};
              proxy_temp_path {{folder}};
              fastcgi_temp_path {{folder}};
              uwsgi_temp_path {{folder}};
              scgi_temp_path {{folder}};
              types { }
              default_type video/mp4;
              server {
                listen 127.0.0.1:{{port}};
                location ~ ^/v1/videos/([a-z0-9]+)/content$ { alias {{folder}}/$1.mp4; }
              }
              server {
                listen 127.0.0.1:{{slowPort}};
                limit_rate 20m;
                location ~ ^/v1/videos/([a-z0-9]+)/content$ { alias {{folder}}/$1.mp4; }
              }
            }
            """);
        var path = File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";
        var process = Process.Start(new ProcessStartInfo(path, ["-p", folder, "-c", configuration]))!;
        using var client = new TcpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return new(process, port, slowPort);
            }
            catch (SocketException) when (attempt < 100)
            {
                await Task.Delay(50);
            }
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
