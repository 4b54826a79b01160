using System.Text;
using VideoTasks.Build.Locking;
using VideoTasks.Build.Output;

namespace VideoTasks.Build.Kiota;

/// <summary>The folder in which Kiota reads one document and writes one client, by a lock file of its own.</summary>
internal sealed class KiotaStaging(string folder, ClientRequest request)
{
    private const string DocumentName = "openapi.json";
    private const string LockName = "kiota-lock.json";

    // Another hash than the document's own makes Kiota write.
    private const string NoHash = "none";

    public ClientRequest Request { get; } = request;

    public string Folder { get; } = Path.Combine(folder, request.Vendor);

    // Kiota begins the names of types with a capital, and puts a namespace that begins with a small letter into folders of its own.
    private string ClassFile => char.ToUpperInvariant(Request.Client.ClientClassName[0]) + Request.Client.ClientClassName[1..] + ".cs";

    /// <summary>
    /// Whether the whole client was written: its class, without which exit code 0 is a failure all the same, and then the lock file, which Kiota
    /// writes last.
    /// </summary>
    public bool IsComplete
        => Directory.EnumerateFiles(Folder, ClassFile, SearchOption.AllDirectories).Any()
        && !File.ReadAllText(Path.Combine(Folder, LockName)).Contains($"\"{NoHash}\"", StringComparison.Ordinal);

    /// <summary>Leaves nothing in the folder but what Kiota reads.</summary>
    public void Write()
    {
        Delete();
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, DocumentName), Request.Document);

        // The prepared document holds the selected operations only.
        var client = Request.Client with { DescriptionHash = NoHash, DescriptionLocation = DocumentName, IncludePatterns = [], ExcludePatterns = [] };
        File.WriteAllText(Path.Combine(Folder, LockName), LockedClientJson.WriteKiotaFields(client).ToJsonString());
    }

    public void Delete()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>What Kiota left.</summary>
    /// <param name="failure">What is known of a process that failed; null for nothing.</param>
    public ClientResult Read(string? failure)
    {
        var messages = KiotaLog.Read(Path.Combine(Folder, KiotaLog.FileName));
        return IsComplete
            ? new ClientResult([.. Files()], null, messages)
            : new ClientResult(
                null, failure ?? messages.FirstOrDefault(static m => m.IsError)?.Text ?? "Kiota wrote no client, and does not say why", messages);
    }

    private IEnumerable<GeneratedFile> Files()
        => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(
                f => new GeneratedFile(
                    Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText(f, Encoding.UTF8).ReplaceLineEndings("\n")))
            .OrderBy(static f => f.Path, StringComparer.Ordinal);
}
