namespace VideoTasks.Emulator;

/// <summary>How the emulator behaves.</summary>
public sealed record VideoEmulatorOptions
{
    /// <summary>The key that every vendor accepts when no other is set.</summary>
    public const string DefaultApiKey = "emulator-key";

    /// <summary>The port of the vendors; 0, the default, takes a free one. The second origin always takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The only key that the vendors accept.</summary>
    public string ApiKey { get; init; } = DefaultApiKey;

    /// <summary>What a task does when neither its prompt nor <see cref="VideoEmulator.AddTask"/> says otherwise.</summary>
    public EmulatedScenario Scenario { get; init; } = new();

    /// <summary>How long a finished video is kept; after that the vendor answers that it has expired. One hour by default, as at hingnet.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a signed link to the second origin works.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Bytes that each video has at least: a shorter one is filled up with an mp4 <c>free</c> box of pseudo-random bytes and stays playable.
    /// 0, the default, leaves the sample as it is (about 280 KB).
    /// </summary>
    public int MinimumVideoBytes { get; init; }

    /// <summary>The clock of tasks, links and expiry.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
