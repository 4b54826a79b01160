
namespace VideoTasks.Build.Recognition.Operations;

/// <summary>What an operation does, as the library's <c>VideoOperation</c> has it. Order is that of the description file.</summary>
internal enum VideoRole
{
    Create,
    Get,
    Content,
    List,
    Delete,
    Cancel,
    Remix,
    Edit,
    Extend,
}

/// <summary>Where an operation takes the id of its task.</summary>
/// <param name="Location"><c>path</c>, <c>query</c> or <c>body</c>.</param>
/// <param name="Name">The parameter, or the property of the body.</param>
internal sealed record IdPlace(string Location, string Name);

/// <summary>An operation that may have a role.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Role">The role.</param>
/// <param name="Bases">The resource that it belongs to: paths, the likeliest first.</param>
/// <param name="Id">Where the id goes; null without one.</param>
/// <param name="Reason">What speaks for the role.</param>
internal sealed record RoleCandidate(DocumentOperation Operation, VideoRole Role, IReadOnlyList<string> Bases, IdPlace? Id, string Reason);
