using VideoTasks.Emulator;

namespace VideoTasks.Cli.Tests;

/// <summary>An emulator, a directory, and runs of the executable at both.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();

    public VideoEmulator Emulator { get; private set; } = null!;

    internal TemporaryDirectory Directory => _directory;

    public async ValueTask InitializeAsync()
        => Emulator = await VideoEmulator.StartAsync(new() { Scenario = new() { Duration = TimeSpan.FromSeconds(0.5) } });

    /// <summary>Runs a command at a vendor of the emulator, with its key.</summary>
    internal Task<CliResult> RunAsync(string vendor, params string[] args) => CliProcess.RunAsync(_directory, [.. args, .. At(vendor)]);

    /// <summary>The options that lead a command to a vendor of the emulator.</summary>
    internal string[] At(string vendor) => ["--base-url", Emulator.GetBaseUrl(vendor).AbsoluteUri, "--api-key", Emulator.ApiKey];

    public async ValueTask DisposeAsync()
    {
        _directory.Dispose();
        await Emulator.DisposeAsync();
    }
}
