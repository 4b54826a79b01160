using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace VideoTasks.Cli.Tests.Commands;

public sealed class EmulatorCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task It_prints_where_each_vendor_is_and_plays_until_a_signal()
    {
        using var process = CliProcess.Start(_directory.Path, ["emulator", "--json"]);
        var first = JsonNode.Parse((await process.Out.ReadLineAsync(TestContext.Current.CancellationToken))!)!;
        first["vendor"]!.ToString().ShouldBe("skyengine");
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri($"{first["baseUrl"]}/v1/videos/none"), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await process.SignalAsync("INT");
        var result = await process.EndAsync();
        result.ExitCode.ShouldBe(0, result.Error);
        result.JsonLines.Length.ShouldBe(4);
        result.Error.ShouldContain("the key is emulator-key");
    }

    [Fact]
    public async Task A_taken_port_is_exit_code_1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        (await CliProcess.RunAsync(_directory, ["emulator", "--port", $"{port}"])).ShouldFail(1, $"port {port} can't be listened on", "Take another");
    }
}
