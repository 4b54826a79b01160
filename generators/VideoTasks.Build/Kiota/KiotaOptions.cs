namespace VideoTasks.Build.Kiota;

/// <summary>Where Kiota is and how long it may take.</summary>
internal sealed record KiotaOptions
{
    /// <summary>The full path of <c>kiota.dll</c>; it need not be there as long as no client has to be written.</summary>
    public required string AssemblyFile { get; init; }

    /// <summary>The tool's version, as the lock file records it.</summary>
    public required string Version { get; init; }

    /// <summary>The folder, emptied before use, in which Kiota reads and writes.</summary>
    public required string StagingDirectory { get; init; }

    /// <summary>The <c>dotnet</c> host that runs it.</summary>
    public string Host { get; init; } = "dotnet";

    /// <summary>How long one process for all vendors may take, beside <see cref="TimeoutPerVendor"/> for each of them.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How much longer the one process may take for each vendor.</summary>
    public TimeSpan TimeoutPerVendor { get; init; } = TimeSpan.FromSeconds(1);

    public bool IsInstalled => File.Exists(AssemblyFile);
}
