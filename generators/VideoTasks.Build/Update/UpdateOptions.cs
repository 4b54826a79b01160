namespace VideoTasks.Build.Update;

/// <summary>Where <c>update</c> reads and writes. All paths are full paths.</summary>
internal sealed record UpdateOptions
{
    /// <summary>The folder that the lock file's paths are relative to.</summary>
    public required string Root { get; init; }

    /// <summary>The folder of the vendors' documents.</summary>
    public required string OpenApiDirectory { get; init; }

    /// <summary>The folder of the clients, one folder a vendor.</summary>
    public required string GeneratedDirectory { get; init; }

    /// <summary>Where the build keeps what is never committed: what was generated from what, and the vendors' descriptions.</summary>
    public required string IntermediateDirectory { get; init; }

    public required string LockFile { get; init; }

    /// <summary>The namespace of the clients' namespaces.</summary>
    public string Namespace { get; init; } = "VideoTasks.Clients";

    /// <summary>Public or Internal, for all clients; null: what the lock file says of each.</summary>
    public string? ClientAccess { get; init; }

    /// <summary>Whether a vendor that can't be brought up to date is left out, with warnings; else its faults are errors.</summary>
    public bool SkipsBrokenVendors { get; init; }

    /// <summary>How long to wait for another build that is generating into the same folder.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Written last, when everything else is: the full paths of the clients' files, one a line.</summary>
    public string FileList => Path.Combine(IntermediateDirectory, "clients.list");

    /// <summary>The full paths of the vendors' descriptions, one a line.</summary>
    public string DescriptionList => Path.Combine(IntermediateDirectory, "descriptions.list");

    /// <summary>The warnings of the last run, one a line, for builds that have nothing to generate; not there when there are none.</summary>
    public string WarningList => Path.Combine(IntermediateDirectory, "warnings.list");
}
