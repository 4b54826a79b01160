using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Kiota;
using VideoTasks.Build.Locking;
using VideoTasks.Build.Preparation;
using VideoTasks.Build.Recognition;

namespace VideoTasks.SourceGenerator.Tests.Kiota;

/// <summary>A client for Kiota to write, prepared as the build prepares it.</summary>
/// <param name="Document">The prepared document.</param>
/// <param name="Settings">How to write the client.</param>
internal sealed record KiotaClient(byte[] Document, LockedClient Settings)
{
    public string Namespace => Settings.ClientNamespaceName;

    /// <summary>A name for its folder, which no other client has.</summary>
    public string Key { get; } = "c" + PreparedHash.Of(Document, Settings)[..16].ToLowerInvariant();

    public ClientRequest Request => new(Key, Document, Settings);

    public static KiotaClient Create(RecognizedVendor recognized, string @namespace, string className)
    {
        var diagnostics = new DiagnosticBag();
        var prepared = DocumentPreparer.Prepare(recognized.Document, recognized.IncludePatterns, [], diagnostics);
        diagnostics.HasErrors.ShouldBeFalse(string.Join('\n', diagnostics.All));
        var settings = new LockedClient
        {
            DescriptionHash =
                "", DescriptionLocation =
                    "", KiotaVersion = Build.Tests.KiotaTool.Version, ClientNamespaceName = @namespace, ClientClassName = className,
        };
        return new(prepared.ToUtf8(), settings);
    }

    /// <summary>The same client with other settings.</summary>
    public KiotaClient With(Func<LockedClient, LockedClient> change) => new(Document, change(Settings));
}
