namespace VideoTasks.Build.Kiota;

/// <summary>Microsoft's Kiota: one process for all vendors, since most of a run is its start.</summary>
internal sealed class KiotaClientGenerator(KiotaOptions options) : IClientGenerator
{
    public string Version => options.Version;

    public bool IsInstalled => options.IsInstalled;

    public IReadOnlyList<ClientResult> Generate(IReadOnlyList<ClientRequest> requests)
    {
        Directory.CreateDirectory(options.StagingDirectory);
        var all = requests.Select(r => new KiotaStaging(options.StagingDirectory, r)).ToList();
        all.ForEach(static s => s.Write());
        var exit = KiotaProcess.Update(options, options.StagingDirectory, options.Timeout + (requests.Count * options.TimeoutPerVendor));

        // A process that dies of one document takes along what it had not yet written of the others; and what it prints of a failure names no
        // document.
        var results = all.Select(s => all.Count > 1 && !s.IsComplete ? GenerateAlone(s) : s.Read(exit.Failure)).ToList();
        all.ForEach(static s => s.Delete());
        return results;
    }

    private ClientResult GenerateAlone(KiotaStaging staging)
    {
        staging.Write();
        return staging.Read(KiotaProcess.Update(options, staging.Folder, options.Timeout).Failure);
    }
}
