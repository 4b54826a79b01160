using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>Why a reference to a file stays as it is. Whether that matters depends on who needs it, which is seen later.</summary>
/// <param name="Descriptor">What is wrong.</param>
/// <param name="Detail">The file, or the reason.</param>
internal sealed record UnfollowedReference(DiagnosticDescriptor Descriptor, string Detail)
{
    /// <summary>Of a reference that nobody tried to follow.</summary>
    public static UnfollowedReference OutOfDocument { get; } = new(DiagnosticDescriptors.ExternalReference, "it leads out of the document");
}
