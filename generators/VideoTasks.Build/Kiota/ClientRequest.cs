using VideoTasks.Build.Locking;
using VideoTasks.Build.Output;

namespace VideoTasks.Build.Kiota;

/// <summary>A client to be written.</summary>
/// <param name="Vendor">The vendor's name, which is a sound file name.</param>
/// <param name="Document">The prepared document as JSON in UTF-8.</param>
/// <param name="Client">How to write it.</param>
internal sealed record ClientRequest(string Vendor, byte[] Document, LockedClient Client);

/// <summary>What became of a request.</summary>
/// <param name="Files">The client's files; null when there is no client.</param>
/// <param name="Failure">Why there is none; null when there is one.</param>
/// <param name="Messages">What Kiota said about the document.</param>
internal sealed record ClientResult(IReadOnlyList<GeneratedFile>? Files, string? Failure, IReadOnlyList<KiotaMessage> Messages);
