using VideoTasks.Build.Description.Format;

namespace VideoTasks.Build.Recognition.Operations;

/// <summary>An operation whose role is known.</summary>
/// <param name="Role">The role.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Id">Where the id goes; null when it takes none.</param>
/// <param name="Reason">The convention or the hint.</param>
/// <param name="IsHinted">Whether a hint named it.</param>
internal sealed record RecognizedOperation(VideoRole Role, DocumentOperation Operation, IdPlace? Id, string Reason, bool IsHinted);

/// <summary>An operation that has no role, and why.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Role">The role that it came nearest to; null when it came near none.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="IsAmbiguous">Whether it was as good as the one that was taken.</param>
internal sealed record RejectedOperation(DocumentOperation Operation, VideoRole? Role, string Reason, bool IsAmbiguous = false);

/// <summary>What recognition found.</summary>
/// <param name="Operations">The operations by role, each role at most once.</param>
/// <param name="Refused">The others that have to do with videos, in the order of the document.</param>
/// <param name="IncludePatterns">Kiota's include patterns that select the video operations; empty when the document holds nothing else.</param>
internal sealed record RecognizedOperations(
    IReadOnlyList<RecognizedOperation> Operations, IReadOnlyList<RejectedOperation> Refused, IReadOnlyList<string> IncludePatterns)
{
    /// <summary>The names of the rules that hold of any operation of the document.</summary>
    public IReadOnlySet<string> Rules { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public RecognizedOperation? First => Operations.Count > 0 ? Operations[0] : null;

    public RecognizedOperation? Find(VideoRole role) => Operations.FirstOrDefault(o => o.Role == role);
}

/// <summary>Where an operation takes the id of its task.</summary>
/// <param name="Location">Path, query or body.</param>
/// <param name="Name">The parameter, or the property of the body.</param>
internal sealed record IdPlace(ParameterLocation Location, string Name);
