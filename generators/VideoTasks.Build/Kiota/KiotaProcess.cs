using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace VideoTasks.Build.Kiota;

/// <summary>One run of Kiota's tool.</summary>
internal static class KiotaProcess
{
    // Some times what the largest published document takes; a document that takes more ends its own process, not the machine.
    private const long HeapLimit = 2L * 1024 * 1024 * 1024;

    /// <summary>Runs <c>kiota update</c> on a folder of lock files.</summary>
    public static KiotaExit Update(KiotaOptions options, string folder, TimeSpan timeout)
    {
        var start = new ProcessStartInfo(options.Host, ["exec", "--roll-forward", "LatestMajor", options.AssemblyFile, "update", "--output", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        SetEnvironment(start.Environment);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();

            var console = new KiotaConsole();
            process.OutputDataReceived += (_, line) => console.Read(line.Data);
            process.ErrorDataReceived += (_, line) => console.Read(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(timeout))
            {
                // Without a limit, it also waits for the last lines.
                process.WaitForExit();
                return process.ExitCode == 0
                    ? KiotaExit.Success
                    : new KiotaExit(
                        console.Failure
                            ?? string.Create(
                                CultureInfo.InvariantCulture, $"Kiota ended with exit code {process.ExitCode}"), IsCrash: process.ExitCode != 1);
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return new KiotaExit(
                string.Create(CultureInfo.InvariantCulture, $"Kiota did not end within {timeout.TotalSeconds:0} seconds"), IsCrash: true);
        }
        catch (Win32Exception exception)
        {
            return new KiotaExit($"Kiota can't be started: {exception.Message}", IsCrash: false);
        }
    }

    private static void SetEnvironment(IDictionary<string, string?> environment)
    {
        // Kiota takes any of its settings from variables of this prefix, and a developer's own would change the client.
        foreach (var name in environment.Keys.Where(static n => n.StartsWith("KIOTA_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            environment.Remove(name);
        }

        // The opt-out of telemetry alone does not stop the look for updates.
        environment["KIOTA_OFFLINE_ENABLED"] = "true";
        environment["KIOTA_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_GCHeapHardLimit"] = HeapLimit.ToString("x", CultureInfo.InvariantCulture);

        // Nearly all of a run is compilation just in time, which profiling makes longer.
        environment["DOTNET_TieredPGO"] = "0";
    }
}
