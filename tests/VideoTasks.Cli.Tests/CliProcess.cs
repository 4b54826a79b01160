using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace VideoTasks.Cli.Tests;

/// <summary>The real executable as a child process with pipes, in a directory of its own and without keys in its environment.</summary>
internal sealed class CliProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The command line of this build, or the published one that VIDEOTASKS_CLI names.</summary>
    public static readonly string Program = Environment.GetEnvironmentVariable("VIDEOTASKS_CLI")
        ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "VideoTasks.Cli.exe" : "VideoTasks.Cli");

    private readonly Process _process;
    private readonly Task<string> _error;

    private CliProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public StreamReader Out => _process.StandardOutput;

    public static CliProcess Start(string directory, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Program, args)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
        };
        if (InterruptsAreIgnored())
        {
            start.FileName = "env";
            start.ArgumentList.Insert(0, "--default-signal=INT");
            start.ArgumentList.Insert(1, Program);
        }

        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("VIDEOTASKS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        // What one test remembers is none of another's, and nothing of the machine's own.
        start.Environment["VIDEOTASKS_STATE_DIR"] = "";
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>A run with a text on standard input.</summary>
    public static async Task<CliResult> RunWithInputAsync(
        TemporaryDirectory directory, string input, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        using var process = Start(directory.Path, args, environment);
        await process._process.StandardInput.WriteAsync(input);
        process._process.StandardInput.Close();
        return await process.EndAsync();
    }

    public static async Task<CliResult> RunAsync(
        TemporaryDirectory directory, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        using var process = Start(directory.Path, args, environment);
        return await process.EndAsync();
    }

    public async Task<CliResult> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var output = await _process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = await _error.WaitAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return new(_process.ExitCode, output, error);
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>Whether this process was started with SIGINT ignored, as a shell's background job is: its children would ignore it too.</summary>
    private static bool InterruptsAreIgnored()
    {
        const string status = "/proc/self/status";
        const string field = "SigIgn:";
        return File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) is { } line
            && (ulong.Parse(line.AsSpan(field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << 1)) != 0;
    }
}

/// <summary>How a run of the executable ended.</summary>
internal sealed class CliResult(int exitCode, string output, string error)
{
    public int ExitCode => exitCode;

    public string Out => output;

    public string Error => error;

    /// <summary>stdout as one JSON document on one line.</summary>
    public JsonObject Json => JsonNode.Parse(Lines(Out).ShouldHaveSingleItem())!.AsObject();

    public JsonObject[] JsonLines => [.. Lines(Out).Select(line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>Demands that the run failed with this code, one line on stderr that holds each of the texts, and nothing on stdout.</summary>
    public void ShouldFail(int expected, params string[] texts)
    {
        ExitCode.ShouldBe(expected, ToString());
        Out.ShouldBeEmpty();

        // A slow machine gets to see the progress.
        var message = Lines(Error).Where(static l => !l.Contains("B/s", StringComparison.Ordinal)).ShouldHaveSingleItem();
        message.ShouldStartWith("videotasks: ");
        foreach (var text in texts)
        {
            message.ShouldContain(text);
        }
    }

    public override string ToString() => $"exit code {ExitCode}\n{Out}\n{Error}";

    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
