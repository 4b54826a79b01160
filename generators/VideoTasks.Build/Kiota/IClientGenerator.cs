namespace VideoTasks.Build.Kiota;

/// <summary>What writes typed clients: Kiota.</summary>
internal interface IClientGenerator
{
    /// <summary>The version that the lock file records: another one may write other clients of the same document.</summary>
    string Version { get; }

    /// <summary>Whether it can be run.</summary>
    bool IsInstalled { get; }

    /// <summary>Writes all clients, and gives one result a request, in their order. A failure of one is no failure of the others.</summary>
    IReadOnlyList<ClientResult> Generate(IReadOnlyList<ClientRequest> requests);
}
